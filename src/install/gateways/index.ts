import { renderAccount, renderSecretAccess } from './access';
import { renderAutoscaler, renderDisruptionBudget } from './availability';
import { EGRESS, GatewayContext, INGRESS } from './context';
import { renderDeployment } from './deployment';
import { renderNetworkPolicy } from './network-policy';
import { renderService } from './service';
import { Manifest } from '../../reference/json';
import { Release } from '../release';
import { EgressValues, IngressValues } from '../values/types';

/** One ingress gateway of the installer, in the order to apply. */
export function renderIngress(values: IngressValues, release: Release): Manifest[] {
  return renderAll({ kind: INGRESS, values, gateway: values.gateways['istio-ingressgateway'], release });
}

/** One egress gateway of the installer, in the order to apply. */
export function renderEgress(values: EgressValues, release: Release): Manifest[] {
  return renderAll({ kind: EGRESS, values, gateway: values.gateways['istio-egressgateway'], release });
}

function renderAll(context: GatewayContext): Manifest[] {
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
