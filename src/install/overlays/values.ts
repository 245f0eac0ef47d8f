import { isGateway, isScaled } from './component';
import { isMap, JsonObject, JsonValue } from '../../reference/json';
import { canonicalQuantity } from '../../reference/quantity';
import type { ComponentName } from '../component-name';
import { merge, nested } from '../values/tree';

/**
 * The values of a component that its `k8s` stands for: what its chart must know, because more follows from it than one field.
 *
 * @param k8s as it was given, and already checked
 */
export function k8sValues(component: ComponentName, k8s: JsonObject): JsonObject {
  const values: [string[], JsonValue][] = [
    ...(isGateway(component) ? portValues(k8s.service) : []),
    ...(isScaled(component) ? scaleValues(k8s) : []),
    ...cpuValues(k8s.resources),
  ];
  return values.reduce((tree, [path, value]) => merge(tree, nested(path, value)), {});
}

/** A gateway's container listens at the ports of its Service. */
function portValues(service: unknown): [string[], JsonValue][] {
  const ports = isMap(service) ? service.ports : undefined;
  return Array.isArray(ports) && ports.length > 0 ? [[['ports'], ports.map(portValue)]] : [];
}

/** What of a port counts as not given. */
const NONE: Readonly<Record<string, unknown>> = { name: '', protocol: '', nodePort: 0 };

/** A port as its chart gets it. One that names no target has the target 0, which the chart writes then. */
function portValue(port: JsonObject | null): JsonObject {
  const given = Object.entries(port ?? {}).filter(([name, value]) => value !== null && value !== undefined && value !== NONE[name]);
  return { port: 0, targetPort: 0, ...Object.fromEntries(given) };
}

/** Whether a disruption budget is written follows from the number of pods. */
function scaleValues({ hpaSpec, replicaCount }: JsonObject): [string[], JsonValue][] {
  const { minReplicas, maxReplicas } = isMap(hpaSpec) ? hpaSpec : ({} as JsonObject);
  return [
    ...(typeof minReplicas === 'number' ? [entry('autoscaleMin', minReplicas)] : []),
    ...(maxReplicas > 0 ? [entry('autoscaleMax', maxReplicas)] : []),
    ...(replicaCount > 0 ? [entry('replicaCount', replicaCount)] : []),
  ];
}

/** How many threads a proxy starts follows from its share of processors. */
function cpuValues(resources: unknown): [string[], JsonValue][] {
  return ['limits', 'requests'].flatMap((kind): [string[], JsonValue][] => {
    const amounts = isMap(resources) ? resources[kind] : undefined;
    const cpu = isMap(amounts) && Object.hasOwn(amounts, 'cpu') ? canonicalQuantity(String(amounts.cpu)) : undefined;
    return cpu === undefined || cpu === '0' ? [] : [[['resources', kind, 'cpu'], cpu]];
  });
}

function entry(name: string, value: JsonValue): [string[], JsonValue] {
  return [[name], value];
}
