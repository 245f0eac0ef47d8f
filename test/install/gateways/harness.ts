import { CHARTS } from '../../../src/install/charts';
import { chartValues } from '../../../src/install/values/chart';
import { JsonObject, Manifest } from '../../../src/reference/json';

/** Objects of a gateway of the installer, by kind: of the chart, with values over its own. */
export function render(values: JsonObject = {}, namespace = 'edge', chart: 'istio-ingress' | 'istio-egress' = 'istio-ingress'): { [kind: string]: Manifest } {
  const objects = CHARTS[chart].render(chartValues(chart, values), { name: 'own', namespace }, values);
  return Object.fromEntries(objects.map((object) => [object.kind, object]));
}

/** The same with values of the ingress gateway. */
export function ingress(gateway: JsonObject, values: JsonObject = {}): { [kind: string]: Manifest } {
  return render({ ...values, gateways: { 'istio-ingressgateway': gateway } });
}
