import { renderAccount, renderSecretAccess } from './access';
import { renderAutoscaler, renderDisruptionBudget } from './availability';
import { gatewayChartContext } from './context';
import { renderNetworkPolicy } from './network-policy';
import { renderService } from './service';
import { renderWorkload } from './workload';
import { Manifest } from '../../reference/json';
import { Release } from '../release';
import { GatewayChartValues } from '../values/types';

/**
 * A gateway as the chart `gateway` has it, in the order to apply: pods that are injected, their Service, identity, autoscaler,
 * disruption budget, network policy and access to credentials.
 *
 * @throws if its Service would have no ports
 */
export function renderGatewayChart(values: GatewayChartValues, release: Release): Manifest[] {
  const context = gatewayChartContext(values, release);
  return [
    ...renderAccount(context),
    ...renderSecretAccess(context),
    ...renderNetworkPolicy(context),
    ...renderWorkload(context),
    ...renderDisruptionBudget(context),
    ...renderAutoscaler(context),
    ...renderService(context),
  ];
}
