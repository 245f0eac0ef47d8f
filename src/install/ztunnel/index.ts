import { ZtunnelContext } from './context';
import { renderDaemonSet } from './daemon-set';
import { renderNetworkPolicy, renderResourceQuota } from './namespace-objects';
import { renderAccount, renderClusterRole } from './rbac';
import { ZtunnelChartValues } from './values';
import { Manifest } from '../../reference/json';
import { Release } from '../release';
import { inScope } from '../scope';

/**
 * The proxy of each node in ambient mode.
 *
 * @throws if `env.ENABLE_CLUSTER_TRUST_BUNDLE_API` is not a boolean
 */
export function renderZtunnel(values: ZtunnelChartValues, release: Release): Manifest[] {
  const context: ZtunnelContext = { values, release };
  return [
    ...inScope(values.resourceScope, [
      ...renderAccount(context),
      ...renderClusterRole(context),
      // What is wrong with it alone does not keep the owner of the cluster from the rest.
      ...(values.resourceScope === 'cluster' ? [] : renderDaemonSet(context)),
      ...renderResourceQuota(context),
    ]),
    // The chart asks for it by itself, whatever the scope.
    ...renderNetworkPolicy(context),
  ];
}
