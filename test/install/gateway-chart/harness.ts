import { renderGatewayChart } from '../../../src/install/gateway-chart';
import { chartDefaults } from '../../../src/install/values/defaults';
import { merge } from '../../../src/install/values/tree';
import { GatewayChartValues } from '../../../src/install/values/types';
import { JsonObject, Manifest } from '../../../src/reference/json';

/** Objects of a gateway of the chart, by kind, with values over the chart's own. */
export function render(values: JsonObject = {}, name = 'public'): { [kind: string]: Manifest } {
  const merged = merge(chartDefaults('GatewayChartValues'), values) as GatewayChartValues & JsonObject;
  return Object.fromEntries(renderGatewayChart(merged, { name, namespace: 'edge' }).map((object) => [object.kind, object]));
}

/** The spec of the gateway's pods. */
export function pod(values: JsonObject = {}): JsonObject {
  return render(values).Deployment.spec.template.spec;
}

/** The gateway's container. */
export function proxy(values: JsonObject = {}): JsonObject {
  return pod(values).containers[0];
}
