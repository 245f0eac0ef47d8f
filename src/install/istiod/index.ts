import { renderAutoscaler, renderDisruptionBudget } from './availability';
import { renderConfigMaps } from './config-maps';
import { IstiodContext } from './context';
import { renderDeployment } from './deployment';
import { renderNetworkPolicy } from './network-policy';
import { renderClusterRoles, renderRole, renderServiceAccount } from './rbac';
import { renderServices } from './service';
import { renderInjectors, renderValidator } from './webhooks';
import { JsonObject, Manifest } from '../../reference/json';
import { inScope } from '../scope';

/**
 * One control plane.
 *
 * @param context its values and its namespace
 * @param original the values before any default was laid below them
 */
export function renderIstiod(context: IstiodContext, original: JsonObject): Manifest[] {
  return inScope(context.values.global.resourceScope, [
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
  ]);
}
