import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A field of a Kubernetes type. */
export interface KubernetesField {
  /** Its type: a scalar (`string`, `bool`, `int32`, `quantity`…) or the name of a type; for a list or a map, that of what is in it. */
  readonly type: string;
  /** Whether it holds one value, a list of them, or a map from text. */
  readonly form: 'one' | 'list' | 'map';
  /**
   * By which field the items of a list are told apart when a patch is laid over it; `''` where they are told apart by what they are.
   * Absent for a list that a patch replaces as a whole.
   */
  readonly mergeKey?: string;
  /** Whether a patch replaces it as a whole, though it is a map. */
  readonly atomic?: true;
}

/** The fields of a type by their names. */
export type KubernetesFields = ReadonlyMap<string, KubernetesField>;

/** Written by `conformance/kubernetes-types`, which explains its notation. */
const FILE = path.join(__dirname, '..', '..', 'schema', 'kubernetes.generated.json');

let texts: Readonly<Record<string, string>> | undefined;
const read = new Map<string, KubernetesFields>();

/** The fields of a type such as `PodSpec`; nothing for a scalar, or for a type that nothing patched leads to. */
export function kubernetesFields(type: string): KubernetesFields | undefined {
  const known = read.get(type);
  if (known !== undefined) return known;
  texts ??= JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  if (!Object.hasOwn(texts, type)) return undefined;
  const fields = new Map(texts[type].split(' ').filter((text) => text !== '').map(fieldOf));
  read.set(type, fields);
  return fields;
}

function fieldOf(text: string): [string, KubernetesField] {
  const [, name, type, suffix, mergeKey, atomic] = /^([^:]+):([^@=[{]+)(\[\]|\{\})?(?:@(.*)|(=))?$/.exec(text)!;
  const form = suffix === undefined ? 'one' : suffix === '[]' ? 'list' : 'map';
  return [name, { type, form, ...(mergeKey !== undefined && { mergeKey }), ...(atomic !== undefined && { atomic: true }) }];
}
