import { drawShares } from './draw-shares';
import { PlannedConnectionMatch, PlannedConnectionRoute, PlannedService, PlannedShare } from './plan';
import { SUBNETS } from './words';
import { Draw } from '../generate/draw';

/** A service whose routes are not drawn yet. */
type Bare = Omit<PlannedService, 'routes' | 'connections'>;

/**
 * Routes of the connections of a service.
 *
 * @param services where else they may lead
 * @param bothSay whether they are to be such as both dialects can say: all connections to a port go the same way
 */
export function drawConnections(draw: Draw, service: Bare, services: readonly Bare[], bothSay: boolean): PlannedConnectionRoute[] {
  return (['tcp', 'tls'] as const).flatMap((kind) => {
    const ports = service.ports.filter((port) => port.kind === kind);
    if (ports.length === 0 || draw.chance(0.25)) return [];
    const others = services.filter((one) => one !== service && takesFrom(one, service, kind));
    const route = (match: readonly PlannedConnectionMatch[]): PlannedConnectionRoute => (
      { kind, match, to: drawDestinations(draw, service, others) });
    if (bothSay) return [route([])];
    const matches = new Map(draw.list(0, 3, () => drawMatch(draw, service, services, kind)).map((match) => [askedFor(match), match]));
    const rest = matches.size === 0 || draw.chance(0.4);
    return draw.shuffled([...[...matches.values()].map((match) => route([match])), ...(rest ? [route([])] : [])]);
  });
}

/** Whether connections to the ports of one service can go on to another: to its only port, or to those of the same numbers. */
function takesFrom({ ports }: Bare, from: Bare, kind: 'tcp' | 'tls'): boolean {
  const fitting = ports.filter((port) => port.kind === kind).map(({ number }) => number);
  return ports.length === 1 ? fitting.length === 1 : from.ports.filter((port) => port.kind === kind).every(({ number }) => fitting.includes(number));
}

function drawDestinations(draw: Draw, { versions }: Bare, others: readonly Bare[]): readonly PlannedShare[] {
  const away = others.length > 0 ? draw.maybe(0.4, () => draw.pick(others).name) : undefined;
  if (away !== undefined) return draw.pick([[{ service: away, percent: 100 }], [{ service: away, percent: 30 }, { percent: 70 }]]);
  return versions.length > 0 ? drawShares(draw, versions) : [{ percent: 100 }];
}

function drawMatch(draw: Draw, service: Bare, services: readonly Bare[], kind: 'tcp' | 'tls'): PlannedConnectionMatch {
  const ports = service.ports.filter((port) => port.kind === kind);
  const sources = draw.maybe(kind === 'tls' ? 1 : 0.5, () => draw.some(services).map(({ name }) => name));
  return {
    ...(ports.length > 1 && draw.chance(0.3) && { port: draw.pick(ports).number }),
    ...(sources && { sources }),
    ...(kind === 'tcp' && (draw.chance(0.4) || !sources) && { subnet: draw.pick(SUBNETS) }),
  };
}

/** What a match looks at: two that ask for the same of the same callers would be one, and Envoy takes no two rules for the same addresses. */
function askedFor({ subnet, sources }: PlannedConnectionMatch): string {
  return subnet ?? JSON.stringify(sources !== undefined);
}
