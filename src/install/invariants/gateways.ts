import { error, Installed, InvariantFinding, partsOf, revisionOf, warning } from './part';
import { JsonObject } from '../../reference/json';
import { isGiven } from '../values/read';
import { at } from '../values/tree';

const GATEWAYS = ['gateway', 'istio-ingress', 'istio-egress'] as const;

/** A gateway is configured by the revision that it names, which must be there. */
export function gatewaysHaveARevision(installed: Installed): InvariantFinding[] {
  const names = new Set([...partsOf(installed, 'istiod').map(revisionOf), ...partsOf(installed, 'istiod').flatMap(({ values }) => values.revisionTags ?? []), ...installed.tags.map(({ tag }) => tag)]);
  if (names.size === 0) return [];
  return partsOf(installed, ...GATEWAYS).filter((part) => isGiven(part.values.revision) && !names.has(revisionOf(part))).map((part) => error(
    `${part.title} belongs to the revision ${JSON.stringify(revisionOf(part))}, which is neither a revision nor a tag here. Choose from: ${[...names].sort().join(', ')}.`,
  ));
}

/** Ports of a list replace those of the profile; what the load balancer asks for its health goes with them. */
export function portsAreReplaced(installed: Installed): InvariantFinding[] {
  return partsOf(installed, 'istio-ingress').flatMap(({ title, given }) => {
    const ports = at(given, ['gateways', 'istio-ingressgateway', 'ports']);
    if (!Array.isArray(ports) || ports.some((port) => (port as JsonObject).port === 15021)) return [];
    return [warning(`${title}: its ports replace those of the chart and the profile, and the port of its health, 15021, is not among them. Add { port: 15021, targetPort: 15021, name: "status-port" } where a load balancer asks for it.`)];
  });
}
