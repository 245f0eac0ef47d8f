import { ApiObject } from 'cdk8s';
import { isWildcard } from '../../reference/host';
import { Manifest } from '../../reference/json';
import { MeshPort } from '../../reference/port';
import { sortedBy } from '../../reference/sorted-children';
import { MutualTLSMode } from '../../resources';
import { ClientRules } from '../../security/client-rules';
import { Decided, EdgeOutcome, edgeOutcome, EdgeServer } from '../../security/edge';
import { renderNamespaceModes } from '../../security/mutual-tls';
import { PeerAuthentications, titleOf } from '../../security/peer-authentications';
import { AllowedPath } from '../access/paths';
import { asksForIdentity } from '../access/permission';
import { objectsAround } from '../app-objects';
import { inboundBypass, outboundBypass, PodProxy, podProxies } from '../data-plane/pod-proxy';
import type { ExternalService } from '../external/external-service';
import type { Mesh } from '../mesh';
import type { MeshService } from '../service/service';
import { workloadPorts } from '../service/workload-ports';

/** How the connections of a declared call to one port are secured. */
export interface EdgeMutualTls {
  /** Number of the port of the called service. */
  readonly port: number;
  /** What the called pods accept (`mode` of PeerAuthentication); DISABLE for what is outside the mesh. */
  readonly mode: MutualTLSMode;
  /** Whether mutual TLS is spoken. Where it is not, plain text or the TLS of the application itself is sent. */
  readonly mutual: boolean;
  /** The object that decides it, such as "PeerAuthentication istio-system/default", or the setting. */
  readonly decidedBy: string;
  /** Why it is so, in words. */
  readonly reason: string;
  /**
   * Why no request would get through. Synthesis fails then.
   *
   * @default - requests get through
   */
  readonly conflict?: string;
}

/** A declared call of a service, with how it is secured. */
export interface MeshEdge extends AllowedPath {
  /**
   * How it is secured, for each port of the called service that may be called, sorted by number; empty for what another program
   * declares, of which nothing is known here.
   */
  readonly mutualTls: EdgeMutualTls[];
}

/** A port of a call between two services, with what both sides make of it. */
export interface EdgePort {
  readonly port: MeshPort;
  readonly mode: Decided<MutualTLSMode>;
  readonly outcome: EdgeOutcome;
}

/** How the calls of a mesh are secured, as all PeerAuthentications and DestinationRules of the app say, whoever wrote them. */
export class MeshEdges {
  /**
   * Reads the objects of an app anew.
   *
   * @param strict whether to take it that all demand mutual TLS that have no PeerAuthentication for their very pods
   */
  public static read(mesh: Mesh, strict = false): MeshEdges {
    const objects = objectsAround(mesh);
    const peers = manifestsOf(objects, 'PeerAuthentication', 'security.istio.io/');
    const narrow = peers.filter(({ spec }) => spec?.selector !== undefined);
    return new MeshEdges(mesh, strict ? [...narrow, strictMesh(mesh.systemNamespace)] : peers, manifestsOf(objects, 'DestinationRule', 'networking.istio.io/'));
  }

  /** What pods accept. */
  public readonly peers: PeerAuthentications;
  private readonly rules: ClientRules;
  private readonly autoMtls: boolean;
  private readonly pods = new Map<MeshService, PodProxy[]>();
  private readonly callees = new Map<MeshService, CalleeFacts>();
  private readonly servers = new WeakMap<PodProxy, Map<string, EdgeServer>>();

  private constructor(mesh: Mesh, peers: readonly Manifest[], rules: readonly Manifest[]) {
    this.peers = new PeerAuthentications(peers, mesh.systemNamespace);
    this.rules = new ClientRules(rules, mesh.systemNamespace, mesh.clusterDomain);
    this.autoMtls = mesh._meshConfig.enableAutoMtls !== false;
  }

  /** How the calls of one service to another are secured, port by port; where pods differ, as the ones that fare worst. */
  public between(caller: MeshService, callee: MeshService): EdgePort[] {
    const ports = this.factsOf(callee).portsByCaller.get(caller) ?? [];
    return [...new Set(ports)].sort((one, other) => one.number - other.number).map((port) => {
      const outcomes = this.podsOf(caller).flatMap((from) => this.podsOf(callee).flatMap((to) => this.outcomes(caller, from, callee, to, port)));
      return outcomes.find(({ outcome }) => outcome.conflict) ?? outcomes.find(({ outcome }) => !outcome.mutual) ?? outcomes[0];
    });
  }

  /** What pods of a service make of the mesh, whoever calls them. */
  public server(callee: MeshService, to: PodProxy, port: MeshPort, number: number): EdgeServer {
    const known = this.servers.get(to) ?? new Map<string, EdgeServer>();
    this.servers.set(to, known);
    const key = `${port.number} ${number}`;
    const found = known.get(key) ?? this.readServer(callee, to, port, number);
    known.set(key, found);
    return found;
  }

  private readServer(callee: MeshService, to: PodProxy, port: MeshPort, number: number): EdgeServer {
    const bypass = inboundBypass(to, number);
    return {
      proxy: to.proxy,
      mode: this.peers.ofPort(callee.namespaceName, to.labels, number),
      namespaceMode: this.peers.ofNamespace(callee.namespaceName),
      asksIdentity: this.factsOf(callee).asksIdentity(port),
      ...(bypass !== undefined && { bypass: `connections to port ${port.number} pass their proxy by (${bypass})` }),
    };
  }

  /** The pods of a service. */
  public podsOf(service: MeshService): PodProxy[] {
    const known = this.pods.get(service);
    if (known !== undefined) return known;
    const found = podProxies(service);
    this.pods.set(service, found);
    return found;
  }

  /** What is said of the callers of a service, in the order in which it is looked up: many may call one. */
  private factsOf(callee: MeshService): CalleeFacts {
    const known = this.callees.get(callee);
    if (known !== undefined) return known;
    const found = calleeFacts(callee);
    this.callees.set(callee, found);
    return found;
  }

  private outcomes(caller: MeshService, from: PodProxy, callee: MeshService, to: PodProxy, port: MeshPort): EdgePort[] {
    const bypass = outboundBypass(from, port.number);
    const client = {
      proxy: bypass === undefined ? from.proxy : { value: 'none' as const, by: bypass },
      tls: this.rules.tlsOf({
        namespace: caller.namespaceName, labels: from.labels, host: callee.host, serviceNamespace: callee.namespaceName, port: port.number,
      }),
      autoMtls: this.autoMtls,
    };
    return numbersOf(callee, port).map((number) => {
      const server = this.server(callee, to, port, number);
      return { port, mode: server.mode, outcome: edgeOutcome(client, server) };
    });
  }
}

/** What is said of the callers of a service. */
interface CalleeFacts {
  /** The ports that each service may call. */
  readonly portsByCaller: ReadonlyMap<MeshService, readonly MeshPort[]>;
  /** Whether callers of a port are let in by who they are alone. */
  readonly asksIdentity: (port: MeshPort) => boolean;
}

function calleeFacts(callee: MeshService): CalleeFacts {
  const permissions = callee._permissions;
  const portsByCaller = new Map<MeshService, MeshPort[]>();
  for (const { caller, ports } of permissions) {
    if (caller) portsByCaller.set(caller, [...portsByCaller.get(caller) ?? [], ...ports]);
  }
  const anybody = permissions.filter((one) => !asksForIdentity(one));
  return {
    portsByCaller,
    asksIdentity: (port) => callee._isHeld && anybody.every(({ ports }) => ports.length > 0 && !ports.includes(port)),
  };
}

/** Numbers that a port has in the pods; that of the service where they are not known. */
function numbersOf(callee: MeshService, port: MeshPort): number[] {
  // Only a name has to be looked up in the pods.
  const numbers = port.target === undefined ? workloadPorts(callee, [port]) : [port.target];
  return numbers.length === 0 ? [port.number] : numbers;
}

function manifestsOf(objects: readonly ApiObject[], kind: string, group: string): Manifest[] {
  const manifests = objects.filter((one) => one.kind === kind && one.apiVersion.startsWith(group)).map((one) => one.toJson() as Manifest);
  return sortedBy(manifests, titleOf);
}

function strictMesh(namespace: string): Manifest {
  return {
    apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace }, spec: renderNamespaceModes(MutualTLSMode.STRICT),
  };
}

/** The declared calls of a mesh, each with how it is secured. */
export function edgesOf(mesh: Mesh): MeshEdge[] {
  return [...internalEdges(mesh), ...externalEdges(mesh)];
}

function externalEdges(mesh: Mesh): MeshEdge[] {
  const externals = new Map(mesh.externalServices.map((one) => [one.node.id, one]));
  return mesh.paths.external.map((path) => {
    const external = externals.get(path.to);
    return { ...path, mutualTls: external === undefined ? [] : sortedPorts(external).map((port) => leaving(external, port)) };
  });
}

function sortedPorts({ ports }: ExternalService): MeshPort[] {
  return ports.sort((one, other) => one.number - other.number);
}

/** How what a service sends to the outside leaves the pod. */
function leaving(external: ExternalService, port: MeshPort): EdgeMutualTls {
  const plain = { port: port.number, mode: MutualTLSMode.DISABLE };
  const { _gatewayHost: gateway, originateTls, namespaceName, node: { id } } = external;
  if (gateway !== undefined && !external.hosts.some(isWildcard)) {
    const reason = 'it goes to the egress gateway in mutual TLS, and out from there';
    return { ...plain, mutual: true, decidedBy: `DestinationRule of "${gateway}"`, reason };
  }
  if (gateway !== undefined) {
    return { ...plain, mutual: false, decidedBy: `VirtualService of "${gateway}"`, reason: 'the TLS of the application passes through the egress gateway' };
  }
  if (originateTls?.adds(port)) {
    return { ...plain, mutual: false, decidedBy: 'DestinationRule', reason: `the proxy adds TLS (${originateTls._mode})` };
  }
  const reason = 'it is outside the mesh: what the application sends leaves as it is';
  return { ...plain, mutual: false, decidedBy: `ServiceEntry ${namespaceName}/${id}`, reason };
}

function internalEdges(mesh: Mesh): MeshEdge[] {
  const edges = MeshEdges.read(mesh);
  const services = new Map(mesh.namespaces.flatMap((one) => one.services).map((one) => [`${one.namespaceName}/${one.serviceName}`, one]));
  return mesh.paths.allowed.map((path) => ({
    ...path,
    mutualTls: edges.between(services.get(path.from)!, services.get(path.to)!).map(({ port, mode, outcome }) => ({
      port: port.number,
      mode: mode.value,
      mutual: outcome.mutual,
      decidedBy: outcome.decidedBy,
      reason: outcome.reason,
      ...(outcome.conflict && { conflict: outcome.conflict.why }),
    })),
  }));
}
