import type { ExternalService } from './external-service';
import { finding } from '../../reference/fail';
import { memberOf } from '../../reference/json';
import { isBytes, Outside } from '../../traffic/egress/service-entry';
import { hasSidecar } from '../data-plane/enrollment';
import { proxyAnnotations } from '../data-plane/proxy-options';
import type { MeshService } from '../service/service';

/** TLS is added by sidecars and by gateways; nobody else does. */
export function checkOriginators(external: ExternalService, { origination }: Outside): string[] {
  if (origination === undefined || external._leavesThroughGateway) return [];
  return external._callers.filter(({ enrollment }) => !hasSidecar(enrollment)).map((caller) => finding(
    `"${caller.node.path}" calls it without a sidecar (enrollment ${caller.enrollment}) that could add TLS, so that plain text would leave`,
    'Enroll the caller with Enrollment.SIDECAR, or let the application speak TLS itself',
  ));
}

/** Sidecars tell TCP connections apart by addresses alone: without one, a host takes all that its callers send to the port. */
export function checkAddressless(external: ExternalService, { ports, addresses }: Outside): string[] {
  const bytes = addresses.length > 0 ? undefined : ports.find(isBytes);
  if (bytes === undefined) return [];
  return external._callers.filter((caller) => hasSidecar(caller.enrollment) && !capturesDns(caller)).slice(0, 1).map((caller) => finding(
    `TCP port ${bytes.number} has no address, so that all that "${caller.node.path}" sends to port ${bytes.number} would go to "${external.hosts[0]}"`,
    'Give addresses, or give the mesh dnsCapture: true, with which each host gets one', 'A22',
  ));
}

/** Whether the proxies of a service answer its questions to DNS: hosts without an address then get one. */
function capturesDns(caller: MeshService): boolean {
  const { mesh } = caller;
  const namespace = mesh._namespace(caller.namespaceName);
  const own = caller._workloads.map(({ object, template }) => (
    memberOf({ ...proxyAnnotations(namespace?._dataPlane.proxy, mesh._workloads.proxyOf(object)), ...template.metadata?.annotations }, 'proxy.istio.io/config')));
  return mesh._meshConfig.defaultConfig?.proxyMetadata?.ISTIO_META_DNS_CAPTURE === 'true'
    || (own.length > 0 && own.every((config) => /ISTIO_META_DNS_CAPTURE["']?\s*:\s*["']true["']/.test(config ?? '')));
}

/** Of two entries for a host that somebody sees, one holds, and which one is left to chance. */
export function checkUniqueHosts(external: ExternalService): string[] {
  return external.mesh._registry.others(external).map(({ host, title }) => finding(
    `Host "${host}" is declared by ${title}, too, and whoever sees both finds one of them`,
    'Declare each host once, with all its ports', 'A21',
  ));
}
