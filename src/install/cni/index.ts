import { renderConfigMap } from './config-map';
import { CniContext } from './context';
import { renderDaemonSet } from './daemon-set';
import { renderNetwork, renderNetworkPolicy, renderResourceQuota } from './namespace-objects';
import { renderAccount, renderClusterRoles } from './rbac';
import { CniChartValues } from './values';
import { Manifest } from '../../reference/json';
import { Release } from '../release';
import { inScope } from '../scope';

/** Istio's CNI plugin, which redirects the traffic of pods on every node. */
export function renderCni(values: CniChartValues, release: Release): Manifest[] {
  const context: CniContext = { values, release };
  return [
    ...inScope(values.global.resourceScope, [
      ...renderAccount(context),
      ...renderClusterRoles(context),
      ...renderConfigMap(context),
      ...renderDaemonSet(context),
      ...renderNetwork(context),
      ...renderResourceQuota(context),
    ]),
    // The chart asks for it by itself, whatever the scope.
    ...renderNetworkPolicy(context),
  ];
}
