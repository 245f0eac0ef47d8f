import { JsonObject } from '../reference/json';
import { canonicalQuantity } from '../reference/quantity';

/** Fields of a container in the order of the API's definition. */
const FIELDS = [
  'name', 'image', 'command', 'args', 'workingDir', 'hostPort', 'containerPort', 'protocol', 'hostIP', 'ports', 'envFrom', 'env',
  'exec', 'httpGet', 'tcpSocket', 'grpc', 'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold',
  'terminationGracePeriodSeconds', 'resources', 'resizePolicy', 'restartPolicy', 'readOnly', 'mountPath', 'subPath', 'volumeMounts', 'volumeDevices',
  'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'postStart', 'preStop', 'terminationMessagePath', 'terminationMessagePolicy',
  'imagePullPolicy', 'securityContext', 'stdin', 'stdinOnce', 'tty', 'capabilities', 'add', 'drop', 'privileged', 'seLinuxOptions', 'windowsOptions',
  'runAsUser', 'runAsGroup', 'runAsNonRoot', 'readOnlyRootFilesystem', 'allowPrivilegeEscalation', 'procMount', 'seccompProfile', 'value', 'valueFrom',
  'path', 'port', 'host', 'scheme', 'httpHeaders',
];

/** Numbers and truth values whose zero Go leaves out; of all others a zero says something. */
const ZERO_IS_NOTHING = [
  'hostPort', 'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold', 'readOnly', 'stdin', 'stdinOnce', 'tty',
];

/**
 * A container as istiod writes it: fields in the order of the API's definition and without those that say nothing, amounts in their
 * shortest form, `resources` always.
 */
export function containerInGo(container: JsonObject): JsonObject {
  const { resources, ...others } = written(container, '');
  const amounts = Object.entries((resources ?? {}) as JsonObject)
    .map(([kind, of]) => [kind, kind === 'claims' ? of : canonicalAmounts(of)] as const).sort(byKey);
  return ordered({ ...others, resources: Object.fromEntries(amounts) });
}

/** A container without the fields that say nothing to Go: laid over another, they change nothing there. */
export function withoutZeros(container: JsonObject): JsonObject {
  return pruned(container, '', (map) => map);
}

function written(container: JsonObject, parent: string): JsonObject {
  return pruned(container, parent, (map, at) => ordered(at === 'grpc' && map.service === undefined ? { ...map, service: null } : map));
}

/** @param parent the field that holds the value, through lists */
function pruned(value: any, parent: string, finish: (map: JsonObject, parent: string) => JsonObject): any {
  if (Array.isArray(value)) return value.map((item) => pruned(item, parent, finish));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value as JsonObject).filter(([field, inner]) => !saysNothing(field, inner, parent));
  return finish(Object.fromEntries(kept.map(([field, inner]) => [field, pruned(inner, field, finish)])), parent);
}

function saysNothing(field: string, value: any, parent: string): boolean {
  if (value === null || value === undefined) return true;
  if (value === '') return !(field === 'name' || (field === 'value' && parent === 'httpHeaders') || (field === 'service' && parent === 'grpc'));
  if (value === 0 || value === false) return ZERO_IS_NOTHING.includes(field);
  return Array.isArray(value) ? value.length === 0 : (field === 'limits' || field === 'requests') && Object.keys(value).length === 0;
}

function ordered(map: JsonObject): JsonObject {
  const place = (field: string): number => (FIELDS.includes(field) ? FIELDS.indexOf(field) : FIELDS.length);
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => place(a) - place(b) || byKey([a, 0], [b, 0])));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function canonicalAmounts(amounts: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(amounts).sort(byKey).map(([name, of]) => [name, canonicalQuantity(String(of)) ?? of]));
}
