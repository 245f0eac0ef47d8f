import { renderAccount, renderSecretAccess } from './access';
import { renderAutoscaler, renderDisruptionBudget } from './availability';
import { GatewayContext } from './context';
import { renderDeployment } from './deployment';
import { renderNetworkPolicy } from './network-policy';
import { renderService } from './service';
import { Manifest } from '../../reference/json';
import { IngressValues } from '../values/types';

/** One ingress gateway, in the order to apply. */
export function renderGateway(values: IngressValues, namespace: string): Manifest[] {
  const context: GatewayContext = { values, gateway: values.gateways['istio-ingressgateway'], namespace };
  return [
    ...renderAccount(context),
    ...renderSecretAccess(context),
    ...renderNetworkPolicy(context),
    ...renderDeployment(context),
    ...renderDisruptionBudget(context),
    ...renderAutoscaler(context),
    ...renderService(context),
  ];
}
