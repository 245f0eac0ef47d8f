import type { MeshEdges } from './edges';
import { checkTrustedCallers } from './trust';
import { finding } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { MutualTLSMode } from '../../resources';
import { titleOf } from '../../security/peer-authentications';
import { asksForIdentity } from '../access/permission';
import type { MeshService } from '../service/service';
import { workloadPorts } from '../service/workload-ports';

/** What the two sides of calls say of mutual TLS, and do not agree on. */
export function checkMutualTls(service: MeshService): string[] {
  const edges = service.mesh._edgeFacts;
  return [...checkCalls(edges, service), ...checkIdentities(edges, service), ...checkPolicies(edges, service), ...checkTrustedCallers(service)];
}

function checkCalls(edges: MeshEdges, caller: MeshService): string[] {
  return caller._callees.filter((callee) => callee !== caller).flatMap((callee) => edges.between(caller, callee).flatMap(({ port, outcome }) => {
    const { conflict } = outcome;
    return conflict === undefined ? []
      : [finding(`It calls "${callee.node.path}" on port ${port.number}, but ${conflict.why}`, conflict.fix, 'A13')];
  }));
}

/** Callers that this program does not own, such as gateways, are let in by their identity, too. */
function checkIdentities(edges: MeshEdges, service: MeshService): string[] {
  return service._permissions.filter((one) => one.caller === undefined && asksForIdentity(one)).flatMap(({ who, ports }) => ports.flatMap((port) => {
    const by = plainTextAlone(edges, service, port);
    return by === undefined ? [] : [finding(
      `${who} on port ${port.number} by an identity that mutual TLS alone shows, but ${by} takes plain text alone (DISABLE)`,
      `Let ${by} say PERMISSIVE, which takes both`, 'A13',
    )];
  }));
}

/** Who says that pods whose proxies ask for identities take plain text alone on a port; undefined where nobody does. */
function plainTextAlone(edges: MeshEdges, service: MeshService, port: MeshPort): string | undefined {
  for (const pods of edges.podsOf(service)) {
    for (const number of workloadPorts(service, [port])) {
      const { mode, proxy, asksIdentity } = edges.server(service, pods, port, number);
      if (asksIdentity && proxy.value !== 'none' && mode.value === MutualTLSMode.DISABLE) return mode.by;
    }
  }
  return undefined;
}

/** Several PeerAuthentications for the same pods: the oldest in the cluster holds, and the others do nothing. */
function checkPolicies(edges: MeshEdges, service: MeshService): string[] {
  const twice = edges.podsOf(service).map(({ labels }) => edges.peers.ofPods(service.namespaceName, labels)).find((found) => found.length > 1);
  return twice === undefined ? [] : [finding(
    `Its pods are picked by several PeerAuthentications (${twice.map(titleOf).join(', ')}), of which the oldest holds alone`,
    'Say the mode with useMutualTls() of one service',
  )];
}
