import { fromJson, GoFloat, GoInt, GoMap, GoStruct, goText, GoValue, NO_LIST, textMap } from './value';
import { JsonObject, memberOf } from '../../reference/json';
import { KubernetesField, kubernetesFields } from '../../reference/kubernetes-types';
import { Field, loadedBundle } from '../../resources/bundle';

/*
 * The Go types that Istio's injector gives to templates, over the JSON of what they hold.
 */

/** A struct whose fields are named one by one. */
export class PlainStruct implements GoStruct {
  constructor(public readonly type: string, private readonly fields: Readonly<Record<string, GoValue>>, public readonly json: unknown = {}) {}

  public field(name: string): { readonly value: GoValue } | undefined {
    return Object.hasOwn(this.fields, name) ? { value: this.fields[name] } : undefined;
  }
}

/** Parts of names of Kubernetes' fields that Go writes in capitals. */
const CAPITALS: Readonly<Record<string, string>> = {
  apiVersion: 'APIVersion',
  apiGroup: 'APIGroup',
  httpGet: 'HTTPGet',
  httpHeaders: 'HTTPHeaders',
  tcpSocket: 'TCPSocket',
  grpc: 'GRPC',
  dnsPolicy: 'DNSPolicy',
  dnsConfig: 'DNSConfig',
  tty: 'TTY',
  csi: 'CSI',
  nfs: 'NFS',
  ip: 'IP',
  fsType: 'FSType',
  fsGroup: 'FSGroup',
  fsGroupChangePolicy: 'FSGroupChangePolicy',
  seLinuxOptions: 'SELinuxOptions',
  seLinuxChangePolicy: 'SELinuxChangePolicy',
  uid: 'UID',
  iscsi: 'ISCSI',
  rbd: 'RBD',
  fc: 'FC',
  os: 'OS',
  cephfs: 'CephFS',
  awsElasticBlockStore: 'AWSElasticBlockStore',
  gcePersistentDisk: 'GCEPersistentDisk',
  storageos: 'StorageOS',
  scaleIO: 'ScaleIO',
};

const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

/** What Go calls a field of Kubernetes. */
function goName(json: string): string {
  return memberOf(CAPITALS, json) ?? capital(json);
}

/** Structs that are a part of what holds them, and not only pointed to. */
const EMBEDDED = ['ResourceRequirements', 'ObjectMeta', 'LocalObjectReference', 'PodSpec'];
/** Types whose numbers and truth values are pointers, all or some. */
const POINTERS: Readonly<Record<string, readonly string[]>> = {
  SecurityContext: ['runAsUser', 'runAsGroup', 'runAsNonRoot', 'privileged', 'readOnlyRootFilesystem', 'allowPrivilegeEscalation'],
  PodSecurityContext: ['runAsUser', 'runAsGroup', 'runAsNonRoot', 'fsGroup'],
  PodSpec: [
    'terminationGracePeriodSeconds', 'activeDeadlineSeconds', 'automountServiceAccountToken', 'shareProcessNamespace', 'enableServiceLinks', 'priority',
    'hostUsers', 'setHostnameAsFQDN',
  ],
};

/** A value of a type of Kubernetes. */
export class KubernetesStruct implements GoStruct {
  constructor(private readonly of: string, public readonly json: JsonObject) {}

  public get type(): string {
    return `v1.${this.of}`;
  }

  public field(name: string): { readonly value: GoValue } | undefined {
    for (const [json, field] of kubernetesFields(this.of) ?? []) {
      if (goName(json) === name) return { value: kubernetesValue(this.of, json, field, memberOf(this.json, json)) };
    }
    return undefined;
  }
}

function kubernetesValue(owner: string, name: string, { type, form }: KubernetesField, given: unknown): GoValue {
  const json = given ?? undefined;
  const isKnown = kubernetesFields(type) !== undefined;
  const one = (inner: unknown): GoValue => (isKnown ? new KubernetesStruct(type, inner as JsonObject) : scalar(type, inner));
  if (form === 'list') return json === undefined ? NO_LIST : (json as unknown[]).map(one);
  if (form === 'map') return type === 'string' ? textMap(json as Record<string, string> | undefined) : new GoMap((json ?? {}) as JsonObject, false, json === undefined);
  if (json !== undefined) return one(json);
  if (isKnown) return EMBEDDED.includes(type) ? one({}) : new NilPointer(`*v1.${type}`, 'nil');
  return memberOf(POINTERS, owner)?.includes(name) ? new NilPointer(`*${type}`, '<nil>') : zeroOf(type);
}

/** A pointer to nothing. */
class NilPointer implements GoStruct {
  public readonly isNil = true;
  public readonly json = null;

  constructor(public readonly type: string, public readonly text: string) {}

  public field(name: string): { readonly value: GoValue } | undefined {
    throw new Error(`".${name}" is asked of a ${this.type} that is not there. Ask first whether it is, with "if" or "with".`);
  }
}

function zeroOf(type: string): GoValue {
  if (/^u?int/.test(type)) return scalar(type, 0);
  return type === 'bool' || type === 'boolean' ? false : '';
}

/** A message of the mesh configuration. Its fields may also be asked with "Get" before their names, of nothing too. */
export class MessageStruct implements GoStruct {
  constructor(public readonly of: string, public readonly json: JsonObject) {}

  public get type(): string {
    return `v1alpha1.${this.of}`;
  }

  public field(name: string): { readonly value: GoValue } | undefined {
    const fields = loadedBundle('install').messages[this.of].fields as { readonly [name: string]: Field };
    for (const [json, field] of Object.entries(fields)) {
      if (name === capital(json) || name === `Get${capital(json)}`) {
        return { value: messageValue(typeof field === 'string' ? field : field.is, memberOf(this.json, json)) };
      }
    }
    return undefined;
  }
}

function messageValue(notation: string, given: unknown): GoValue {
  const json = given ?? undefined;
  const [, type, form] = /^([\w.]+)(\[\]|\{\}|\?)?/.exec(notation) as unknown as [string, string, string | undefined];
  const { messages, enums } = loadedBundle('install');
  const isMessage = Object.hasOwn(messages, type);
  const one = (inner: unknown): GoValue => (isMessage ? new MessageStruct(type, inner as JsonObject) : scalar(type, inner));
  if (form === '[]') return json === undefined ? NO_LIST : (json as unknown[]).map(one);
  if (form === '{}' && type === 'string') return textMap(json as Record<string, string> | undefined);
  if (form === '{}') return new GoMap(Object.fromEntries(Object.entries(json ?? {}).map(([key, inner]) => [key, one(inner)])), false, json === undefined);
  if (form === '?') return json === undefined ? new Wrapper(zeroOf(type), true) : new Wrapper(scalar(type, json));
  if (isMessage) return json === undefined ? new Absent(type) : one(json);
  if (Object.hasOwn(enums, type)) return new EnumValue(String(json ?? enums[type][0]));
  return json === undefined ? zeroOf(type) : scalar(type, json);
}

const INTEGER = /^u?int(32|64)$/;

function scalar(type: string, json: unknown): GoValue {
  if (typeof json === 'number' && INTEGER.test(type)) return new GoInt(json, type as GoInt['type']);
  if (typeof json === 'number' && /^(double|float)/.test(type)) return new GoFloat(json);
  return typeof json === 'object' ? fromJson(json) : json as GoValue;
}

/** A word of an enum, which prints as itself. */
export class EnumValue implements GoStruct {
  public readonly type = 'enum';

  constructor(public readonly json: string) {}

  public get text(): string {
    return this.json;
  }

  public field(name: string): { readonly value: GoValue } | undefined {
    return name === 'String' ? { value: this.json } : undefined;
  }
}

/** A value that may be missing. */
export class Wrapper implements GoStruct {
  public readonly type = 'wrapper';

  constructor(public readonly json: GoValue, public readonly isNil = false) {}

  public get text(): string {
    return `value:${goText(this.json)}`;
  }

  public field(name: string): { readonly value: GoValue } | undefined {
    return name === 'GetValue' || name === 'Value' ? { value: this.json } : undefined;
  }
}

/** A message that is not there, and can be asked by getters all the same. */
export class Absent implements GoStruct {
  public readonly json = null;
  public readonly isNil = true;

  constructor(private readonly of: string) {}

  public get type(): string {
    return this.of;
  }

  public field(name: string): { readonly value: GoValue } | undefined {
    if (!name.startsWith('Get')) throw new Error(`".${name}" is asked of a ${this.of} that is not there. Ask first whether it is, with "if" or "with".`);
    return new MessageStruct(this.of, {}).field(name);
  }
}
