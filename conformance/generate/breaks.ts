import { Draw } from './draw';
import { isMap, replaced, Shapes, Site, sitesOf } from './shape';
import { POOLS } from './values';

/** A way to break an object in one place. Undefined where the place does not allow it. */
type Break = (draw: Draw, site: Site, root: any) => any;

const at = (root: any, site: Site, value: unknown) => replaced(root, site.steps, value);
const inside = (root: any, site: Site, key: string, value: unknown) => replaced(root, [...site.steps, key], value);

/** Strings that have surprised a reader of some field. */
const ANY_STRING = [...new Set(Object.values(POOLS).flatMap(({ good, odd }) => [...good, ...odd]))];

/** Numbers at the ends of some range. */
const NUMBERS = [-1, 0, 1, 65535, 65536, 4294967295, 4294967296, 2147483648, -2147483649, 1.5, 1e20, 100.5, 101, 599, 600, 5e-324];

export const BREAKS: Readonly<Record<string, Break>> = {
  'a value of another type': (draw, site, root) => at(root, site, draw.pick<unknown>([1, 'text', true, [], {}, ['a'], { a: 1 }, 1.5, '1', 'true'].filter((other) => typeof other !== typeof site.value || Array.isArray(other) !== Array.isArray(site.value)))),
  'a null': (_draw, site, root) => at(root, site, null),
  'a field that nobody knows': (draw, site, root) => site.shape.is === 'message' && isMap(site.value)
    ? inside(root, site, draw.pick(['unknownField', 'Hosts', 'name_', '', draw.pick(Object.keys(site.shape.message.fields)).toUpperCase()]), 'x') : undefined,
  'a word that the enum lacks': (draw, site, root) => site.shape.is === 'enum' ? at(root, site, draw.pick<unknown>(['NO_SUCH_WORD', '', String(site.value).toLowerCase(), `${String(site.value)} `, 0, 1, 99, '1'])) : undefined,
  'a missing field': (draw, site, root) => site.shape.is === 'message' && isMap(site.value) && Object.keys(site.value).length > 0
    ? inside(root, site, draw.pick(Object.keys(site.value)), undefined) : undefined,
  'two of a choice': (draw, site, root) => {
    if (site.shape.is !== 'message' || !isMap(site.value)) return undefined;
    const { value } = site;
    const groups: string[][] = site.shape.message.atMostOne ?? [];
    const group = groups.find((names) => names.some((name) => value[name] !== undefined));
    const other = group?.find((name) => value[name] === undefined);
    return other === undefined ? undefined : inside(root, site, other, draw.pick<unknown>(['x', {}, true, 1]));
  },
  'a number out of range': (draw, site, root) => typeof site.value === 'number'
    ? at(root, site, draw.pick(NUMBERS)) : undefined,
  'another string': (draw, site, root) => typeof site.value === 'string' ? at(root, site, draw.pick(ANY_STRING)) : undefined,
  'an empty value': (_draw, site, root) => at(root, site, typeof site.value === 'string' ? '' : typeof site.value === 'number' ? 0 : Array.isArray(site.value) ? [] : isMap(site.value) ? {} : false),
  'a string too long': (draw, site, root) => typeof site.value === 'string' ? at(root, site, draw.pick(['a', 'é', '😀', '1', '/']).repeat(draw.pick([63, 64, 253, 254, 256, 257, 320, 321, 2048, 2049]))) : undefined,
  'a string with a stranger in it': (draw, site, root) => {
    if (typeof site.value !== 'string') return undefined;
    const place = draw.int(0, site.value.length);
    return at(root, site, `${site.value.slice(0, place)}${draw.pick(['*', ' ', '/', '.', '%', 'é', '_', ':', '-', '\u0000', '\n', '@', '"', '{', '(', 'A', '😀'])}${site.value.slice(place)}`);
  },
  'an item twice': (draw, site, root) => Array.isArray(site.value) && site.value.length > 0 ? at(root, site, [...site.value, draw.pick(site.value)]) : undefined,
  'items in reverse': (_draw, site, root) => Array.isArray(site.value) && site.value.length > 1 ? at(root, site, [...site.value].reverse()) : undefined,
  'a null item': (draw, site, root) => Array.isArray(site.value) ? at(root, site, draw.chance(0.5) ? [...site.value, null] : [null, ...site.value]) : undefined,
  'a key that is odd': (draw, site, root) => site.shape.is === 'map' && isMap(site.value)
    ? inside(root, site, draw.pick(['', '*', 'a*', 'a'.repeat(64), 'é', '0', '65536', 'a b', '-1', 'x:y']), Object.values(site.value)[0] ?? 'x') : undefined,
  'an old spelling': (draw, site, root) => {
    if (site.shape.is !== 'message' || !isMap(site.value)) return undefined;
    const name = draw.pick(Object.keys(site.value).filter((key) => /[A-Z]/.test(key)));
    if (name === undefined) return undefined;
    const old = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return inside(draw.chance(0.7) ? inside(root, site, name, undefined) : root, site, old, site.value[name]);
  },
  'a name in metadata': (draw, _site, root) => ({ ...root, metadata: { ...root.metadata, ...draw.pick([{ name: '' }, { name: 'a'.repeat(260) }, { name: 'Bad_Name' }, { name: 'sidecar.global' }, { namespace: '' }, { namespace: 'istio-system' }, { namespace: 'shop' }]) } }),
  'an annotation': (draw, _site, root) => ({
    ...root,
    metadata: {
      ...root.metadata,
      annotations: draw.pick([{ 'istio.io/dry-run': 'true' }, { 'istio.io/dry-run': 'yes' }, { 'istio.io/dry-run': 'T' }, { 'internal.istio.io/webhook-always-reject': '' }, { 'internal.istio.io/parents': 'a' },
        { 'internal.istio.io/parent-namespace': 'a' }, { 'a/b': 'c' }, { 'gateway.istio.io/x': 'y' }, { 'networking.istio.io/exportTo': '*' }, { 'internal.istio.io/service-account-name': 'a' }]),
    },
  }),
  'a stranger beside spec': (draw, _site, root) => ({ ...root, [draw.pick(['data', 'Spec', 'specs', 'kind2', 'status'])]: {} }),
  'no spec': (draw, _site, root) => {
    const { spec: _, ...others } = root;
    return draw.pick<any>([others, { ...others, spec: null }, { ...others, spec: {} }, { ...others, spec: [] }, { ...others, spec: 'x' }]);
  },
};

/** Ways that are about the object, and so are taken less often than those about its values. */
const RARE = new Set(['a name in metadata', 'an annotation', 'a stranger beside spec', 'no spec']);

/** The object broken in one place, and how. */
export function broken(draw: Draw, shapes: Shapes, object: any): { object: any; how: string } | undefined {
  const sites = [...sitesOf(shapes, shapes.spec(object.kind), object.spec)];
  const names = Object.keys(BREAKS).filter((name) => !RARE.has(name) || draw.chance(0.25));
  for (let attempt = 0; attempt < 12; attempt++) {
    const site = draw.pick(sites);
    const how = draw.pick(names);
    const result = BREAKS[how](draw, site, object);
    if (result !== undefined) return { object: result, how: RARE.has(how) ? how : `${how} at ${site.steps.join('.')}` };
  }
  return undefined;
}
