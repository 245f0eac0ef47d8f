import { Size, SizeRoundingBehavior } from 'cdk8s';
import { finding } from '../../reference/fail';
import { warnOnce } from '../../reference/warn';
import { gatewaysOf } from '../gateway-checks';
import type { Mesh } from '../mesh';

/** How much of the mesh a proxy knows. */
export interface ProxyScope {
  /** Whose proxy it is, as namespace/name of the service or the gateway. */
  readonly proxy: string;
  /** How many hosts it knows: what it may call, or every service of the mesh where nothing limits that. */
  readonly hosts: number;
  /** About how large its configuration is. */
  readonly configuration: Size;
}

/*
 * Measured with istiod 1.31 and Envoy: a proxy that knows 1,000 services of one port each has 11.3 MB of configuration, one that knows
 * five has 0.17 MB.
 */
const KILOBYTES_OF_ALL = 115;
const KILOBYTES_A_HOST = 11.2;
/** From here on a proxy takes about 100 MB of memory for its configuration alone. */
const LARGE_KILOBYTES = 5_000;

/** How much each proxy of a mesh knows, those of gateways too. Ambient workloads have none. */
export function proxyScopes(mesh: Mesh): ProxyScope[] {
  const services = mesh.namespaces.flatMap((namespace) => namespace.services).filter(({ ports }) => ports.length > 0);
  const proxies = mesh.namespaces.flatMap((namespace) => namespace.services).filter(({ enrollment }) => enrollment._mode !== 'ambient' && enrollment._mode !== 'none');
  const all = services.length;
  return [
    ...proxies.map((service) => scopeOf(`${service.namespaceName}/${service.serviceName}`, mesh._posture.scopes ? service._knownHosts.length : all)),
    ...gatewaysOf(mesh).exposing.map((gateway) => {
      const exposed = new Set(gateway._exposures.map(({ service }) => service)).size;
      return scopeOf(`${gateway.namespaceName}/${gateway.gatewayName}`, mesh._scoping.gatewayClusters || mesh._scoping.exportTo ? exposed : all);
    }),
  ].sort((a, b) => (a.proxy < b.proxy ? -1 : 1));
}

function scopeOf(proxy: string, hosts: number): ProxyScope {
  return { proxy, hosts, configuration: Size.kibibytes(Math.round(KILOBYTES_OF_ALL + KILOBYTES_A_HOST * hosts)) };
}

/** What is likely a mistake about scopes: proxies that know a large mesh whole, and scopes that are taken for a wall. */
export function warnOfScopes(mesh: Mesh): void {
  const large = proxyScopes(mesh).filter(({ configuration }) => configuration.toKibibytes() > LARGE_KILOBYTES);
  if (large.length > 0) {
    const [{ proxy, hosts, configuration }] = large;
    warnOnce(mesh, finding(
      `${large.length} proxies know a large part of the mesh, such as "${proxy}", which knows ${hosts} hosts: about ${configuration.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR })} MiB of configuration`,
      'For gateways, give the mesh scoping: { gatewayClusters: true }; for sidecars, use Posture.ZERO_TRUST'), 'A23');
  }
  const { mode } = mesh._meshConfig.outboundTrafficPolicy ?? {};
  if (mesh._posture.scopes && (mode === 'ALLOW_ANY' || mode === 'ALLOW_ANY_DYNAMIC_DNS')) {
    warnOnce(mesh, finding(
      `Sidecars have scopes, and outboundTrafficPolicy.mode ${mode} lets requests to hosts that no scope names pass all the same`,
      'Leave the mode out, which is REGISTRY_ONLY in ZERO_TRUST, or do not count on scopes to block anything'), 'A24');
  }
}
