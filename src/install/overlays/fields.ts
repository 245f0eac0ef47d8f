import { Installed, isGateway, Target, targetOf } from './component';
import { Warn } from './warn';
import { JsonObject, JsonValue, Manifest } from '../../reference/json';
import { strategicMerge } from '../../reference/strategic-merge';
import { isGiven } from '../values/read';

/** What of `k8s` goes into the pods of the component, by the field there. */
const POD_FIELDS = ['affinity', 'nodeSelector', 'priorityClassName', 'tolerations', 'securityContext'];
/** What goes into its container. */
const CONTAINER_FIELDS = ['env', 'imagePullPolicy', 'readinessProbe', 'resources'];

/** A patch, and what it is laid over. */
interface Patch {
  readonly field: string;
  readonly kind: string | undefined;
  readonly patch: JsonObject;
  readonly finish?: (object: Manifest) => Manifest;
}

/** What has fields there too, and Istio's installer does not apply. */
const IGNORED = ['volumes', 'volumeMounts'];

/** The objects with the fields of `k8s` laid over them. */
export function withFields(installed: Installed, k8s: JsonObject, objects: readonly Manifest[], warn: Warn): Manifest[] {
  const target = targetOf(installed);
  const fits = ({ kind }: Patch, object: Manifest): boolean => kind === object.kind && object.metadata.name === target.name;
  const patches = patchesOf(isGateway(installed.component) ? withoutPorts(k8s) : k8s, target);
  for (const patch of patches) {
    if (isGiven(k8s[patch.field]) && !objects.some((object) => fits(patch, object))) warn(idle(installed, patch, target.name));
  }
  for (const field of IGNORED.filter((name) => isGiven(k8s[name]))) {
    warn(`The field k8s.${field} of ${installed.component} has no effect, as with Istio's installer. Use an overlay, or a value of its chart.`);
  }
  return objects.map((object) => patches.filter((patch) => fits(patch, object)).reduce((result, { patch, finish }) => {
    const merged = strategicMerge(result, patch, object.kind) as Manifest;
    return finish?.(merged) ?? merged;
  }, object));
}

function idle({ component }: Installed, { field, kind }: Patch, name: string | undefined): string {
  const lacks = kind === undefined || name === undefined ? 'such fields' : `${kind} "${name}"`;
  return `The field k8s.${field} of ${component} is laid over nothing: it has no ${lacks}.`;
}

/** The ports of a gateway are values of its chart: its Service has them already, and a patch could not replace the list. */
function withoutPorts(k8s: JsonObject): JsonObject {
  if (k8s.service === null) return k8s;
  return { ...k8s, service: { ...k8s.service, ports: [] } };
}

function patchesOf(k8s: JsonObject, { kind, container }: Target): Patch[] {
  const patches: Patch[] = [];
  const add = (field: string, to: string | undefined, wrap: (value: JsonValue) => JsonObject, finish?: Patch['finish']): void => {
    if (Object.hasOwn(k8s, field) && k8s[field] !== undefined) patches.push({ field, kind: to, patch: wrap(k8s[field]), finish });
  };
  const inSpec = (value: JsonValue): JsonObject => ({ spec: value });
  const inPod = (spec: JsonObject): JsonObject => ({ spec: { template: { spec } } });
  for (const field of POD_FIELDS) add(field, kind, (value) => inPod({ [field]: value }));
  for (const field of CONTAINER_FIELDS) add(field, kind, (value) => inPod({ containers: [{ name: container, [field]: value }] }));
  add('podAnnotations', kind, (annotations) => ({ spec: { template: { metadata: { annotations } } } }));
  add('replicaCount', kind, (replicas) => ({ spec: { replicas } }));
  add('strategy', kind, (strategy) => ({ spec: { strategy } }));
  add('hpaSpec', 'HorizontalPodAutoscaler', inSpec);
  add('podDisruptionBudget', 'PodDisruptionBudget', inSpec, withOneLimit);
  add('serviceAnnotations', 'Service', (annotations) => ({ metadata: { annotations } }));
  add('service', 'Service', inSpec);
  return patches;
}

/** A disruption budget has one limit. As the charts write the lower one, the upper one can only be meant by whoever gave it. */
function withOneLimit(budget: Manifest): Manifest {
  const both = budget.spec?.maxUnavailable !== undefined && budget.spec?.minAvailable !== undefined;
  return both ? { ...budget, spec: { ...budget.spec, minAvailable: null } } : budget;
}
