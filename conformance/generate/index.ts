import { broken } from './breaks';
import { SchemaDrawer } from './by-schema';
import { Draw } from './draw';
import { RECIPES } from './recipes';
import { Shapes } from './shape';
import { pruned } from './values';
import { Bundle, readBundle } from '../../src/resources/bundle';

/** An object, and how it came to be. */
export interface Generated {
  readonly object: any;
  /** For people: `good`, `odd`, `by schema`, or what was broken and where. */
  readonly how: string;
}

export interface GenerateOptions {
  readonly seed: number;
  readonly count: number;
  /** @default - that of the Istio kinds */
  readonly bundle?: Bundle;
  /** @default - all that the bundle has */
  readonly kinds?: readonly string[];
}

/**
 * Objects of all kinds in turn: good ones, ones with odd values, ones of the right structure and nothing else, and any of them
 * broken in one place. Object number n of a seed is always the same, however many are asked for.
 */
export function* generateObjects(options: GenerateOptions): Generator<Generated> {
  const bundle = options.bundle ?? readBundle();
  const shapes = new Shapes(bundle);
  const kinds = options.kinds ?? Object.keys(bundle.kinds).sort();
  for (let number = 0; number < options.count; number++) {
    yield generateObject(shapes, kinds[number % kinds.length], number, new Draw(Math.imul(options.seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)));
  }
}

function generateObject(shapes: Shapes, kind: string, number: number, choice: Draw): Generated {
  const way = choice.next();
  const seed = choice.int(0, 0xffffffff);
  const { group, versions } = shapes.bundle.kinds[kind];
  const object = (spec: unknown) => pruned({
    apiVersion: `${group}/${versions[0].name}`,
    kind,
    metadata: { name: `${kind.toLowerCase()}-${number}`, namespace: choice.value(['default', 'shop']) },
    spec,
  });
  const recipe = RECIPES[kind];
  const good = (oddness: number) => object(recipe ? recipe(new Draw(seed, oddness)) : new SchemaDrawer(shapes, new Draw(seed, oddness)).value(shapes.spec(kind), 'spec'));
  if (way < 0.15) return { object: good(0), how: 'good' };
  if (way < 0.5) return { object: good(0.04), how: 'odd' };
  if (way < 0.6) return { object: object(new SchemaDrawer(shapes, new Draw(seed, 0.03)).value(shapes.spec(kind), 'spec')), how: 'by schema' };
  const base = way < 0.92 ? good(0) : object(new SchemaDrawer(shapes, new Draw(seed, 0)).value(shapes.spec(kind), 'spec'));
  return broken(choice, shapes, base) ?? { object: base, how: 'good' };
}
