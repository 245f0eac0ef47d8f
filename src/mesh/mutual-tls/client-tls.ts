import { ClientTLSMode, MutualTLSMode } from '../../resources';
import { TrafficPolicyOptions } from '../../traffic/traffic-policy';
import { hasSidecar } from '../data-plane/enrollment';
import type { MeshService } from '../service/service';

/**
 * A policy with what callers must be told of mutual TLS. Proxies find out by themselves who can speak it; where the mesh configuration
 * turns that off (`enableAutoMtls`), they send plain text unless the rule of the host says otherwise.
 */
export function withClientTls(service: MeshService, policy: TrafficPolicyOptions): TrafficPolicyOptions {
  const { mesh: { _meshConfig: meshConfig }, enrollment, ports, _mutualTls: mutualTls } = service;
  if (meshConfig.enableAutoMtls !== false || policy.tls !== undefined || !hasSidecar(enrollment)) return policy;
  const plain = ports.filter((port) => mutualTls.modeOf(port) === MutualTLSMode.DISABLE).map(({ number }) => number);
  if (plain.length === ports.length) return policy;
  const settings = policy.portLevelSettings ?? [];
  const unsaid = plain.filter((number) => !settings.some(({ port }) => port === number)).map((port) => ({ port }));
  return {
    ...policy,
    tls: { mode: ClientTLSMode.ISTIO_MUTUAL },
    ...(settings.length + plain.length > 0 && {
      portLevelSettings: [...settings, ...unsaid].map((one) => (
        plain.includes(one.port) ? { tls: { mode: ClientTLSMode.DISABLE }, ...one } : one)),
    }),
  };
}
