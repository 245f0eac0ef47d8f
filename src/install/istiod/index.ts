import { renderAutoscaler, renderDisruptionBudget } from './availability';
import { renderConfigMaps } from './config-maps';
import { renderDeployment } from './deployment';
import { renderInjectors } from './injectors';
import { renderNetworkPolicy } from './network-policy';
import { renderClusterRoles, renderRole, renderServiceAccount } from './rbac';
import { checkIstiod } from './refusals';
import { renderRemote } from './remote';
import { renderServices } from './service';
import { renderRevisionStablePolicy } from './stable-policy';
import { renderValidator } from './validator';
import { JsonObject, Manifest } from '../../reference/json';
import { Release } from '../release';
import { inScope } from '../scope';
import { IstiodValues } from '../values/types';

/**
 * One control plane.
 *
 * @param values its values over the defaults of its chart
 * @param release what it is installed as
 * @param original the values before any default was laid below them
 * @throws if a value is one that Istio does not read any more, or cannot be rendered
 */
export function renderIstiod(values: IstiodValues, release: Release, original: JsonObject): Manifest[] {
  checkIstiod(values);
  const context = { values, release };
  const scope = values.global.resourceScope;
  return [
    ...inScope(scope, [
      ...renderServiceAccount(context),
      ...renderClusterRoles(context),
      ...renderRole(context),
      ...renderValidator(context),
      ...renderInjectors(context),
      ...renderConfigMaps(context, original),
      ...renderNetworkPolicy(context),
      ...renderDeployment(context),
      ...renderDisruptionBudget(context),
      ...renderAutoscaler(context),
      ...renderServices(context),
      ...renderRemote(context),
    ]),
    // It has no namespace, and comes with those that have one all the same: who owns the mesh chooses what is stable enough.
    ...(scope === 'all' || scope === 'namespace' ? renderRevisionStablePolicy(context) : []),
  ];
}
