import type { ChartName } from './charts';
import { ComponentName } from './component-name';
import { checkPorts } from './overlays/ports';
import { k8sValues } from './overlays/values';
import { INSTALLER_RELEASE, Release } from './release';
import { isGiven } from './values/read';
import { at, isMap, merge, nested } from './values/tree';
import { JsonObject } from '../reference/json';

/** A part of an installation, as a request asks for it. */
interface ComponentFacts {
  readonly name: ComponentName;
  /** Its name below `components` of a request. */
  readonly field: string;
  readonly chart: ChartName;
  /** Where its own values stand among those of all charts. */
  readonly root: readonly string[];
  /** Whether it is installed where a request does not name it. */
  readonly always?: boolean;
  /** Whether there may be several, in a list. */
  readonly many?: boolean;
}

const COMPONENTS: readonly ComponentFacts[] = [
  { name: 'Base', field: 'base', chart: 'base', root: ['global'], always: true },
  { name: 'Pilot', field: 'pilot', chart: 'istiod', root: ['pilot'], always: true },
  { name: 'Cni', field: 'cni', chart: 'cni', root: ['cni'] },
  { name: 'Ztunnel', field: 'ztunnel', chart: 'ztunnel', root: ['ztunnel'] },
  { name: 'IngressGateways', field: 'ingressGateways', chart: 'istio-ingress', root: ['gateways', 'istio-ingressgateway'], many: true },
  { name: 'EgressGateways', field: 'egressGateways', chart: 'istio-egress', root: ['gateways', 'istio-egressgateway'], many: true },
];

/** A chart that an installation brings. */
export interface InstalledChart {
  /** The component that it belongs to; several gateways belong to one. */
  readonly component: ComponentName;
  readonly chart: ChartName;
  readonly release: Release;
  /** Name of the gateway, where it is one. */
  readonly gateway?: string;
  /** Its values, as Helm would be given them. */
  readonly values: JsonObject;
  /** Where its values stand in the request: what its own paths may have before them. */
  readonly prefixes: readonly (readonly string[])[];
  /** What is laid over its objects. */
  readonly k8s?: JsonObject;
}

/**
 * The charts that a request asks for, in the order in which they are applied.
 *
 * @param whole the request over its profile
 * @param values the values of all charts
 * @param namespace where components are that name no namespace
 * @throws if a gateway has no name, or could not open a port
 */
export function installedCharts(whole: JsonObject, values: JsonObject, namespace: string): InstalledChart[] {
  checkPorts(whole, values);
  return COMPONENTS.flatMap((facts) => specsOf(facts, whole, values).map((spec): InstalledChart => ({
    component: facts.name,
    chart: facts.chart,
    release: { name: INSTALLER_RELEASE, namespace: spec.namespace || namespace },
    ...(facts.many && { gateway: spec.name }),
    values: valuesOf(facts, spec, values),
    prefixes: prefixesOf(facts),
    ...(isMap(spec.k8s) && { k8s: spec.k8s }),
  })));
}

/** A chart knows some values without the name of its component; and some have a place outside `values`. */
function prefixesOf({ root }: ComponentFacts): string[][] {
  return [...['unvalidatedValues', 'values'].flatMap((values) => [[values, ...root], [values]]), []];
}

/** Values of istiod as Helm would be given them, also where it is not installed. */
export function istiodGiven(whole: JsonObject, values: JsonObject): JsonObject {
  return valuesOf(COMPONENTS[1], mapAt(whole, ['components', 'pilot']), values);
}

/** What a request says of each component of one kind that is switched on. */
function specsOf({ field, root, always, many }: ComponentFacts, whole: JsonObject, values: JsonObject): JsonObject[] {
  const given: unknown = at(whole, ['components', field]);
  if (!many) return isMap(given) ? (given.enabled ?? true) ? [given] : [] : always ? [{}] : [];
  const byValue = at(values, [...root, 'enabled']) === true;
  return (Array.isArray(given) ? given as JsonObject[] : []).filter((spec, index) => {
    const enabled = byValue || (spec?.enabled ?? true);
    if (enabled && !isGiven(spec?.name)) throw unnamed(field, index);
    return enabled;
  });
}

function unnamed(field: string, index: number): Error {
  const what = field === 'ingressGateways' ? 'ingress' : 'egress';
  return new Error(`The ${what} gateway at components.${field}[${index}] has no name. The list replaces that of the profile as a whole: set components.${field}[${index}].name too, such as "istio-${what}gateway".`);
}

/** The values of all charts with what a component says for itself; ztunnel gets its own without their prefix. */
function valuesOf({ name: component, root, many, chart }: ComponentFacts, spec: JsonObject, values: JsonObject): JsonObject {
  const { hub, tag, name, label, k8s } = spec;
  const own: JsonObject = {
    ...(many && { name, labels: label ?? {} }),
    ...(isGiven(hub) && { hub }),
    ...(isGiven(tag) && { tag }),
  };
  const patched = isMap(k8s) ? k8sValues(component, k8s) : {};
  const whole = withOwn(Object.keys(patched).length === 0 ? values : merge(values, nested(root, patched)), root, own);
  return chart === 'ztunnel' ? withoutPrefix(whole, root[0]) : whole;
}

/** A field of a component replaces the value of the same name as a whole: its labels are not merged with those of the values. */
function withOwn(values: JsonObject, root: readonly string[], own: JsonObject): JsonObject {
  if (Object.keys(own).length === 0) return values;
  const replaced = { ...mapAt(values, root), ...own };
  return merge(merge(values, nested(root, null)), nested(root, replaced));
}

/** A chart that knows no prefix is given its own values, `global`, and what stands beside the values of charts. */
function withoutPrefix(values: JsonObject, prefix: string): JsonObject {
  const own = values[prefix];
  if (!isMap(own)) return values;
  const shared = Object.entries(values).filter(([key, value]) => key === 'global' || !isMap(value));
  return { ...Object.fromEntries(shared), ...own };
}

function mapAt(tree: JsonObject, path: readonly string[]): JsonObject {
  const found: unknown = at(tree, path);
  return isMap(found) ? found : {};
}
