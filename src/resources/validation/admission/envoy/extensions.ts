import { EnvoyField, EnvoyTypes } from './types';
import { JsonObject } from '../../../../reference/json';

const GOOGLE = 'google.protobuf.';
/** What can configure an extension: the message itself, or where Envoy is to fetch it. */
const CONFIGURATIONS: ReadonlySet<string> = new Set(['typedConfig', 'configDiscovery']);

/** An extension in a patch, as far as Istio looks: into messages, and not into lists, maps and what is in an Any. */
export interface Extension {
  readonly name: string;
  /** The message that configures it, where there is one. */
  readonly type?: string;
  readonly configured: boolean;
}

/** The extensions in a message that was read without a fault. */
export function extensionsOf(value: JsonObject, message: string, types: EnvoyTypes): Extension[] {
  const fields = types.fields(message) ?? [];
  const set = new Map(fields.filter((field) => isSet(field, value, fields)).map((field) => [field.jsonName, field]));
  const inner = [...set.values()].filter(isPlainMessage).flatMap((field) => extensionsOf(valueOf(field, value), field.type!, types));
  if (!fields.some(({ jsonName }) => jsonName === 'typedConfig')) return inner;
  const config = set.get('typedConfig');
  const type = config?.type === `${GOOGLE}Any` ? valueOf(config, value)['@type'] : undefined;
  return [...inner, { name: String(value.name ?? ''), type, configured: [...set.keys()].some((name) => CONFIGURATIONS.has(name)) }];
}

function isPlainMessage({ kind, type, repeated, keys }: EnvoyField): boolean {
  return kind === 'message' && !repeated && keys === undefined && !type!.startsWith(GOOGLE);
}

function valueOf({ name, jsonName }: EnvoyField, object: JsonObject): any {
  return object[jsonName] === undefined ? object[name] : object[jsonName];
}

/** Whether a field holds something. Of fields that exclude each other, the last holds. */
function isSet(field: EnvoyField, object: JsonObject, fields: readonly EnvoyField[]): boolean {
  const value = valueOf(field, object);
  if (value === undefined || value === null) return false;
  if (field.repeated || field.keys !== undefined) return Object.keys(value).length > 0;
  if (field.choice === undefined) return true;
  return !fields.slice(fields.indexOf(field) + 1).some((other) => other.choice === field.choice && (valueOf(other, object) ?? null) !== null);
}
