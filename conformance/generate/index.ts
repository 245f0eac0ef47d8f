import { broken } from './breaks';
import { SchemaDrawer } from './by-schema';
import { Draw } from './draw';
import { RECIPES } from './recipes';
import { GATEWAY_API_RECIPES } from './recipes/gateway-api';
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

/** How often a kind's turn comes where it is not once a round: there is more to say about some. */
const TURNS: Readonly<Record<string, number>> = {
  VirtualService: 5,
  DestinationRule: 3,
  AuthorizationPolicy: 3,
  Gateway: 2,
  ServiceEntry: 2,
  Sidecar: 2,
  EnvoyFilter: 2,
  Telemetry: 2,
  HTTPRoute: 3,
  GRPCRoute: 2,
};

/**
 * Objects of all kinds in turn: good ones, ones with odd values, one or more, ones of the right structure and nothing else, and any of them
 * broken in one place. Object number n of a seed is always the same, however many are asked for.
 */
export function* generateObjects(options: GenerateOptions): Generator<Generated> {
  const bundle = options.bundle ?? readBundle();
  const shapes = new Shapes(bundle);
  const kinds = options.kinds ?? Object.keys(bundle.kinds).sort();
  const turns = kinds.flatMap((kind) => Array.from({ length: TURNS[kind] ?? 1 }, () => kind));
  for (let number = 0; number < options.count; number++) {
    yield generateObject(shapes, turns[number % turns.length], number, Draw.nth(options.seed, number));
  }
}

function generateObject(shapes: Shapes, kind: string, number: number, choice: Draw): Generated {
  const way = choice.next();
  const seed = choice.int(0, 0xffffffff);
  const { group, versions } = shapes.bundle.kinds[kind];
  const served: string[] = versions.filter((version: any) => version.served).map((version: any) => version.name);
  const object = (spec: unknown) => pruned({
    apiVersion: `${group}/${choice.chance(0.85) ? versions[0].name : choice.pick(served)}`,
    kind,
    metadata: {
      name: `${kind.toLowerCase()}-${number}`,
      namespace: choice.pick(['default', 'shop']),
      labels: kind === 'ServiceEntry' ? choice.maybe(0.15, () => ({ 'istio.io/use-waypoint': choice.pick(['waypoint', 'none', 'None', '']) })) : undefined,
    },
    spec,
  });
  const recipe = (group.endsWith('.istio.io') ? RECIPES : GATEWAY_API_RECIPES)[kind];
  const spec = (draw: Draw) => recipe ? recipe(draw) : new SchemaDrawer(shapes, draw).value(shapes.spec(kind), 'spec');
  const good = () => object(spec(new Draw(seed)));
  if (way < 0.1) return { object: good(), how: 'good' };
  if (way < 0.4) {
    const counted = new Draw(seed, { only: -1 });
    spec(counted);
    return { object: object(spec(new Draw(seed, { only: choice.int(0, Math.max(0, counted.places - 1)) }))), how: 'odd in one place' };
  }
  if (way < 0.5) return { object: object(spec(new Draw(seed, { share: 0.04 }))), how: 'odd' };
  if (way < 0.6) return { object: object(new SchemaDrawer(shapes, new Draw(seed, { share: 0.03 })).value(shapes.spec(kind), 'spec')), how: 'by schema' };
  const base = way < 0.92 ? good() : object(new SchemaDrawer(shapes, new Draw(seed)).value(shapes.spec(kind), 'spec'));
  return broken(choice, shapes, base) ?? { object: base, how: 'good' };
}
