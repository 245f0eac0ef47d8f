import { Draw } from '../draw';
import { MESH_VALUES } from './mesh-values';
import { Place } from './places';
import { Pool, POOLS } from './pools';
import { SchemaDrawer } from '../by-schema';
import { Shape, Shapes } from '../shape';

/** The values that are tried at a place: none is the default, good ones first mean something there, odd ones may be refused. */
export function candidates(shapes: Shapes, place: Place): Required<Pool> {
  const pool = meshPool(place) ?? knownPool(place) ?? byType(shapes, place.shape);
  return {
    good: pool.good.filter((value) => !same(value, place.default)),
    odd: [...(pool.odd ?? []), ...wrongTypes(place.shape)],
  };
}

function meshPool({ path: [root, ...path] }: Place): Pool | undefined {
  const good = root === 'meshConfig' ? MESH_VALUES[path.join('.')] : undefined;
  return good === undefined ? undefined : { good };
}

function knownPool({ path, shape }: Place): Pool | undefined {
  const name = path.join('.');
  // A word of schema/ and a truth value need no table.
  if (shape.is === 'scalar' && shape.type === 'boolean') return undefined;
  const pool = POOLS.find(([pattern]) => pattern.test(name))?.[1];
  return pool === undefined ? undefined : asItems(pool, shape);
}

/** The names in a list, as the objects that some lists have in their place. */
function asItems(pool: Pool, shape: Shape): Pool {
  if (shape.is !== 'list' || shape.item.is !== 'scalar' || shape.item.type !== 'object') return pool;
  const named = (value: unknown) => (Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? { name: item } : item)) : value);
  return { ...pool, good: pool.good.map(named) };
}

function byType(shapes: Shapes, shape: Shape): Pool {
  if (shape.is === 'enum') return { good: shape.words, odd: ['no-such-word'] };
  if (shape.is === 'scalar') {
    switch (shape.type) {
      case 'boolean': return { good: [true, false] };
      case 'integer': case 'number': return numbers(shape);
      case 'any': return { good: ['any', 5] };
      default: return { good: ['other'] };
    }
  }
  const drawer = new SchemaDrawer(shapes, new Draw(1));
  return { good: [1, 2].map((number) => drawer.value(shape, `value${number}`)) };
}

function numbers({ name }: Shape & { is: 'scalar' }): Pool {
  if (/^u/.test(name)) return { good: [1, 7, 0], odd: [-1, 4294967296, 1.5] };
  return name === 'double' || name === 'number' ? { good: [50, 0.5, 0] } : { good: [1, 70, 0], odd: [2147483648, 1.5] };
}

/** Values of another type than the place has. Some of them are taken all the same: a number where text stands, a text that is a number. */
function wrongTypes(shape: Shape): unknown[] {
  switch (shape.is) {
    case 'list': return [{ a: 'b' }, 'text'];
    case 'map': return [['a'], 'text'];
    case 'message': return [['a'], 'text'];
    case 'enum': return [{ a: 'b' }];
    default: break;
  }
  switch (shape.type) {
    case 'boolean': return ['yes', 'true', 1];
    case 'integer': case 'number': return ['5', 'five', true];
    case 'string': return [5, true, { a: 'b' }, ['a']];
    default: return [];
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
