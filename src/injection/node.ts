import { OfProxy, PodContext } from './context';
import { constant, Expression, goText, truthy } from './expression';
import { JsonObject } from '../reference/json';
import { reused } from '../reference/reused';

/** A piece of the proxy's model: a tree of fields whose leaves are expressions. */
export type Node =
  | { readonly kind: 'text' | 'raw' | 'tree'; readonly of: Expression }
  | { readonly kind: 'map'; readonly fields: readonly (readonly [Expression, Node])[] }
  | { readonly kind: 'list'; readonly items: readonly (Node | Each)[] }
  | { readonly kind: 'when'; readonly condition: Expression; readonly yes: Node; readonly no?: Node };

/** Nodes for each entry of a map, in the order of its keys, or for each item of a list. */
export interface Each {
  readonly kind: 'each';
  readonly of: Expression;
  readonly item: (key: Expression, value: Expression) => Node;
}

/** What may be written where a node is wanted: text and numbers stand for themselves. */
export type NodeLike = Node | Expression | string | number | boolean | { readonly [key: string]: NodeLike } | readonly (NodeLike | Each)[];

/** A value that is written as it is: a number or a boolean. */
export function raw(of: Expression): Node {
  return { kind: 'raw', of };
}

/** A whole subtree, taken from a value. */
export function tree(of: Expression): Node {
  return { kind: 'tree', of };
}

/** A node that is there under a condition; where it is not, its field or item is left out. */
export function when(condition: Expression, yes: NodeLike, no?: NodeLike): Node {
  return { kind: 'when', condition, yes: node(yes), no: no === undefined ? undefined : node(no) };
}

/** A map whose keys are values too. */
export function mapOf(...fields: (readonly [Expression, NodeLike])[]): Node {
  return { kind: 'map', fields: fields.map(([key, inner]) => [key, node(inner)] as const) };
}

/** Nodes for each entry of a map. */
export function each(of: Expression, item: (key: Expression, value: Expression) => NodeLike): Each {
  return { kind: 'each', of, item: (key, inner) => node(item(key, inner)) };
}

/** Makes a node of what stands for one. */
export function node(like: NodeLike): Node {
  if (typeof like === 'string') return { kind: 'text', of: constant(like) };
  if (typeof like === 'number' || typeof like === 'boolean') return raw(constant(like));
  if (Array.isArray(like)) return { kind: 'list', items: like.map((item) => (isEach(item) ? item : node(item))) };
  if (isNode(like)) return like;
  if (isExpression(like)) return { kind: 'text', of: like };
  return { kind: 'map', fields: Object.entries(like as { [key: string]: NodeLike }).map(([key, inner]) => [constant(key), node(inner)] as const) };
}

const KINDS = ['text', 'raw', 'tree', 'map', 'list', 'when'];

function isNode(like: any): like is Node {
  return KINDS.includes(like.kind) && typeof like.kind === 'string' && ('of' in like || 'fields' in like || 'items' in like || 'condition' in like);
}

function isEach(like: any): like is Each {
  return like?.kind === 'each';
}

function isExpression(like: any): like is Expression {
  return typeof like.go === 'string' && typeof like.evaluate === 'function';
}

/** For which pods a node is the same: those with the same install values, those whose proxies are of one kind, or no others. */
type Scope = 'values' | 'proxy' | 'pod';

const scopes = new WeakMap<Node, Scope>();

function scopeOf(of: Node): Scope {
  let scope = scopes.get(of);
  if (scope === undefined) scopes.set(of, scope = narrowest(scopesIn(of)));
  return scope;
}

function scopesIn(of: Node | Each): Scope[] {
  switch (of.kind) {
    case 'text':
    case 'raw':
    case 'tree': return [scopeOfExpression(of.of)];
    case 'when': return [scopeOfExpression(of.condition), scopeOf(of.yes), ...(of.no === undefined ? [] : [scopeOf(of.no)])];
    case 'list': return of.items.flatMap((item) => (item.kind === 'each' ? scopesIn(item) : scopeOf(item)));
    case 'map': return of.fields.flatMap(([key, inner]) => [scopeOfExpression(key), scopeOf(inner)]);
    case 'each': return [scopeOfExpression(of.of), scopeOf(of.item(constant(''), constant('')))];
  }
}

function scopeOfExpression({ ofValues, ofProxy }: Expression): Scope {
  return ofValues ? 'values' : ofProxy ? 'proxy' : 'pod';
}

function narrowest(all: readonly Scope[]): Scope {
  return all.includes('pod') ? 'pod' : all.includes('proxy') ? 'proxy' : 'values';
}

/** What nodes were for the pods that were asked about last. */
const shared = new WeakMap<Node, { readonly of: unknown; readonly result: any }>();

/**
 * The first printer: what the node is for one pod; undefined where it is left out. Pods share what they have in common, by their install
 * values or as their proxies are of one kind: nobody may change it.
 */
export function evaluate(of: Node, pod: PodContext): any {
  const scope = of.kind === 'map' || of.kind === 'list' ? scopeOf(of) : 'pod';
  if (scope === 'pod') return evaluated(of, pod);
  const key = scope === 'values' ? pod.values : kindOfProxy(pod);
  const known = shared.get(of);
  if (known?.of === key) return known.result;
  const result = reused(evaluated(of, pod));
  shared.set(of, { of: key, result });
  return result;
}

const kinds = new WeakMap<PodContext, object>();
let last: { readonly facts: readonly unknown[]; readonly kind: object } | undefined;

/** What stands for all that `proxyData` and annotations may tell of a pod: the same as that of the pod before it, where all of that is. */
function kindOfProxy(pod: PodContext): object {
  const known = kinds.get(pod);
  if (known !== undefined) return known;
  const facts = factsOf(pod);
  if (last === undefined || facts.some((fact, at) => fact !== last?.facts[at])) last = { facts, kind: {} };
  kinds.set(pod, last.kind);
  return last.kind;
}

function factsOf(pod: OfProxy): unknown[] {
  return [
    pod.values, pod.meshConfig, pod.proxyConfig, JSON.stringify(pod.annotations), pod.proxyIds.uid, pod.proxyIds.gid, pod.compliancePolicy,
    pod.revision, pod.nativeSidecars, pod.proxyImage, pod.proxyInitImage,
  ];
}

function evaluated(of: Node, pod: PodContext): any {
  switch (of.kind) {
    case 'text': return goText(of.of.evaluate(pod));
    case 'raw':
    case 'tree': return of.of.evaluate(pod);
    case 'when': {
      const branch = truthy(of.condition.evaluate(pod)) ? of.yes : of.no;
      return branch && evaluate(branch, pod);
    }
    case 'list': return evaluatedItems(of.items, pod);
    case 'map': {
      const result: JsonObject = {};
      for (const [key, inner] of of.fields) {
        const found = evaluate(inner, pod);
        if (found !== undefined) result[goText(key.evaluate(pod))] = found;
      }
      return result;
    }
  }
}

function evaluatedItems(items: readonly (Node | Each)[], pod: PodContext): any[] {
  const result: any[] = [];
  for (const item of items) {
    for (const one of item.kind === 'each' ? nodesOf(item, pod) : [item]) {
      const found = evaluate(one, pod);
      if (found !== undefined) result.push(found);
    }
  }
  return result;
}

function nodesOf({ of: given, item }: Each, pod: PodContext): Node[] {
  const of = (given.evaluate(pod) ?? {}) as JsonObject;
  const entries = Array.isArray(of) ? Object.entries(of) : Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => item(constant(key), constant(inner)));
}

/** The second printer: the node in the language of istiod's templates, as YAML in flow style, where a comma may end a list. */
export function print(of: Node): string {
  switch (of.kind) {
    case 'text': return isConstant(of.of) ? of.of.go : `{{ printf "%v" ${of.of.go} | toJson }}`;
    case 'raw': return isConstant(of.of) ? of.of.go : `{{ ${of.of.go} }}`;
    case 'tree': return `{{ ${of.of.go} | toJson }}`;
    case 'when': return `{{ if ${of.condition.go} }}${print(of.yes)}${of.no ? `{{ else }}${print(of.no)}` : ''}{{ end }}`;
    case 'list': return `[\n${of.items.map((item) => printItem(item)).join('')}]`;
    case 'map': return `{\n${of.fields.map(([key, inner]) => printField(isConstant(key) ? key.go : `{{ printf "%v" ${key.go} | toJson }}`, inner)).join('')}}`;
  }
}

function printField(key: string, inner: Node): string {
  if (inner.kind !== 'when') return `${key}: ${print(inner)},\n`;
  const otherwise = inner.no ? `{{- else }}\n${printField(key, inner.no)}` : '';
  return `{{- if ${inner.condition.go} }}\n${printField(key, inner.yes)}${otherwise}{{- end }}\n`;
}

function printItem(item: Node | Each): string {
  if (item.kind === 'each') {
    const [key, inner] = [{ go: '$key', evaluate: () => undefined }, { go: '$value', evaluate: () => undefined }];
    // The dot becomes the entry: what stands inside asks for the data of the whole template.
    return `{{- range $key, $value := ${item.of.go} }}{{ with $ }}\n${printItem(item.item(key, inner))}{{- end }}{{ end }}\n`;
  }
  if (item.kind !== 'when') return `${print(item)},\n`;
  const otherwise = item.no ? `{{- else }}\n${printItem(item.no)}` : '';
  return `{{- if ${item.condition.go} }}\n${printItem(item.yes)}${otherwise}{{- end }}\n`;
}

function isConstant(of: Expression): boolean {
  return /^("([^"\\]|\\.)*"|true|false|-?\d+)$/.test(of.go);
}
