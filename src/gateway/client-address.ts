import { Construct } from 'constructs';
import { Exposure, ExposureProtocol } from './exposure';
import { failure } from '../reference/fail';
import { GatewayTopology, Source } from '../resources';
import { ExternalTrafficPolicy } from '../resources/install-values';

/** How a gateway comes to know the address of a client. */
export interface ClientAddressProps {
  /**
   * Which nodes take traffic for the gateway's Service (`spec.externalTrafficPolicy`). With `Local` no node changes the address that
   * packets come from, and only nodes with a pod of the gateway take any.
   *
   * @default - Kubernetes' own, which is Cluster
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;
  /**
   * What stands before the gateway (`gatewayTopology` of its pods' proxy configuration): how many proxies whose `X-Forwarded-For` is
   * trusted, and whether a load balancer says the address in the PROXY protocol.
   *
   * @default - that of the mesh configuration, or nothing
   */
  readonly gatewayTopology?: GatewayTopology;
}

/** The annotation in which pods have their proxy configuration. */
const PROXY_CONFIG = 'proxy.istio.io/config';

/** The annotations of the pods by which their proxies know what stands before them; an error where that is said in two places. */
export function topologyAnnotations(
  scope: Construct, { gatewayTopology }: ClientAddressProps, given: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  if (gatewayTopology === undefined) return {};
  const { numTrustedProxies } = gatewayTopology;
  if (numTrustedProxies !== undefined && !(Number.isInteger(numTrustedProxies) && numTrustedProxies >= 0)) {
    throw failure(scope, `${numTrustedProxies} is not a number of trusted proxies`, 'Give a whole number; 0 trusts none');
  }
  if (Object.hasOwn(given, PROXY_CONFIG)) {
    throw failure(scope, `The gateway has a gatewayTopology, and the annotation ${PROXY_CONFIG} of its own`, 'Put the topology into the annotation, or leave the annotation out');
  }
  return { [PROXY_CONFIG]: JSON.stringify({ gatewayTopology }) };
}

/** Which field of a policy's source holds the addresses of clients. */
type AddressField = 'ipBlocks' | 'remoteIpBlocks';

/**
 * The field that means the client: `remoteIpBlocks`, where a trusted proxy says the address, and else `ipBlocks`, the address that the
 * packets come from. Bytes have no header, so of the two ways only the PROXY protocol counts for them.
 */
function addressField({ gatewayTopology }: ClientAddressProps, { protocol }: Pick<Exposure, 'protocol'>): AddressField {
  const said = gatewayTopology?.proxyProtocol !== undefined
    || (protocol === ExposureProtocol.HTTP && (gatewayTopology?.numTrustedProxies ?? 0) > 0);
  return said ? 'remoteIpBlocks' : 'ipBlocks';
}

/** Who may come to an exposure, as a policy says it; nothing where everybody may. */
export function sourceOf(props: ClientAddressProps, exposure: Exposure): Source {
  const { clientIpBlocks, notClientIpBlocks } = exposure;
  const field = addressField(props, exposure);
  return {
    ...(clientIpBlocks && { [field]: [...clientIpBlocks] }),
    ...(notClientIpBlocks && { [field === 'ipBlocks' ? 'notIpBlocks' : 'notRemoteIpBlocks']: [...notClientIpBlocks] }),
  };
}

/** Whether something keeps, or says, the addresses of clients. */
export function knowsClients({ externalTrafficPolicy, gatewayTopology }: ClientAddressProps): boolean {
  return externalTrafficPolicy === ExternalTrafficPolicy.LOCAL
    || gatewayTopology?.proxyProtocol !== undefined
    || (gatewayTopology?.numTrustedProxies ?? 0) > 0;
}
