import { ledTo, PlannedExposure, PlannedGateway, PlannedService, speaksHttp } from './plan';
import { Draw } from '../generate/draw';

/** The first port of a gateway for bytes. */
const BYTES = 7000;

/**
 * The gateway of a mesh, which exposes services whose routes lead nowhere else.
 *
 * @param bothSay whether routes are such as the Gateway API can say, which its gateways need
 */
export function drawGateway(draw: Draw, id: string, services: readonly PlannedService[], bothSay: boolean): PlannedGateway | undefined {
  const isKubernetes = bothSay && draw.chance(0.5);
  const exposable = services.filter((service) => ledTo(service, services).length === 0 && service.ports.some(({ kind }) => kind !== 'grpc'));
  const exposures = draw.shuffled(exposable).slice(0, 2).map((service, index) => drawExposure(draw, id, service, { isKubernetes, index }));
  // A Gateway finds its pods by its name in all namespaces, also in those of other meshes that are up.
  return exposures.length === 0 ? undefined : { isKubernetes, name: `edge-${id}`, namespace: `${id}-edge`, exposures };
}

function drawExposure(
  draw: Draw, id: string, service: PlannedService, { isKubernetes, index }: { readonly isKubernetes: boolean; readonly index: number },
): PlannedExposure {
  const port = draw.pick(service.ports.filter(({ kind }) => kind !== 'grpc'));
  const what = { service, port: port.number, hosts: [`${service.name}.${id}.example.com`] };
  if (port.kind === 'tcp') return { ...what, hosts: [], gatewayPort: BYTES + index };
  return { ...what, ...(speaksHttp(port) && drawRequests(draw, service, isKubernetes)) };
}

function drawRequests(draw: Draw, { routes }: PlannedService, isKubernetes: boolean): Pick<PlannedExposure, 'tls' | 'paths'> {
  const tls = draw.pick<PlannedExposure['tls']>([undefined, undefined, 'simple', 'mutual']);
  // A gateway of the Gateway API cannot ask for an expression and for a prefix at once.
  const hasExpression = routes.some(({ match }) => match.some(({ path }) => path?.how === 'regex'));
  const paths = draw.chance(0.4) && !(isKubernetes && hasExpression) ? [draw.pick(['/a', '/items'])] : undefined;
  return { ...(tls && { tls }), ...(paths && { paths }) };
}
