// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { ConnectionPoolSettings } from './destination-rule.generated';
import { ServerTLSSettings } from './gateway.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { validated } from './validation/at-synthesis';
import { Destination } from './virtual-service.generated';
import { PortNumber } from '../reference/port-number';

/**
 * What a Sidecar is made from.
 */
export interface SidecarProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the Sidecar says.
   */
  readonly spec: SidecarSpec;
}

/**
 * What the proxies of a namespace or a workload take in, and which hosts they know. It keeps their configuration small.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export class Sidecar extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: SidecarProps): any {
    return manifestOf(Sidecar.GVK, props);
  }

  /**
   * Adds a Sidecar to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, Sidecar.GVK, manifest, 'istio');
  }

  /**
   * A Sidecar that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(Sidecar.GVK, name, namespace);
  }

  /**
   * Whether something is a Sidecar, of whichever version and class.
   *
   * @param construct anything
   */
  public static isSidecar(construct: any): construct is ApiObject {
    return isOfKind(construct, Sidecar.GVK);
  }

  /**
   * Adds a Sidecar to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: SidecarProps) {
    super(scope, id, { ...copyOf(props), ...Sidecar.GVK });
    validated(this);
  }
}

/**
 * Hosts that a workload can call, all of them or those behind one port.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface IstioEgressListener {
  /**
   * The address on which the proxy listens, or a Unix socket; it goes with `port`.
   *
   * Written as `bind`: a string.
   *
   * @default - found from the hosts; 127.0.0.1 with the capture mode `NONE`
   */
  readonly bind?: string;

  /**
   * How calls reach the listener.
   *
   * Written as `captureMode`: one of the words of `CaptureMode`.
   *
   * @default - `DEFAULT`
   */
  readonly captureMode?: CaptureMode;

  /**
   * Hosts that the proxy knows, as `namespace/host`: `.` for its own namespace, a star for any; `~` before the namespace takes hosts
   * out again. A host may be a star, or begin with one.
   *
   * Written as `hosts`: a list, each item a string.
   */
  readonly hosts: string[];

  /**
   * The port on which the proxy listens. Hosts stand behind the listener that names their port most precisely.
   *
   * Written as `port`: `SidecarPort`.
   *
   * @default - the ports of the hosts
   */
  readonly port?: SidecarPort;
}

/**
 * A port on which a workload is called.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface IstioIngressListener {
  /**
   * The address on which the proxy listens; no Unix socket.
   *
   * Written as `bind`: a string.
   *
   * @default - found from the workload's services
   */
  readonly bind?: string;

  /**
   * How calls reach the listener.
   *
   * Written as `captureMode`: one of the words of `CaptureMode`.
   *
   * @default - `DEFAULT`
   */
  readonly captureMode?: CaptureMode;

  /**
   * How many connections and requests the port takes.
   *
   * Written as `connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - `inboundConnectionPool` of the Sidecar
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * Where the application listens: `127.0.0.1:PORT`, `[::1]:PORT`, `0.0.0.0:PORT` or `[::]:PORT` for the address of the pod, or
   * `unix:///path`.
   *
   * Written as `defaultEndpoint`: a string.
   *
   * @default - the same port at the address of the pod
   */
  readonly defaultEndpoint?: string;

  /**
   * The port on which the proxy listens.
   *
   * Written as `port`: `SidecarPort`.
   */
  readonly port: SidecarPort;

  /**
   * TLS that the proxy takes from callers outside the mesh, as `SIMPLE` or `MUTUAL`.
   *
   * Written as `tls`: `ServerTLSSettings`.
   *
   * @default - only the mutual TLS of the mesh
   */
  readonly tls?: ServerTLSSettings;
}

/**
 * Workloads, chosen by their labels.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface NetworkingWorkloadSelector {
  /**
   * Labels that a pod must have, all of them, in the namespace of the object.
   *
   * Written as `labels`: a map, each value a string, at most 63 characters, at most 256 entries.
   *
   * @default - all workloads of the namespace
   */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * What happens to calls of hosts that the proxy does not know.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface OutboundTrafficPolicy {
  /**
   * A service that unknown traffic is sent to. It goes with `ALLOW_ANY`, and needs its host among the `egress` hosts.
   *
   * Written as `egressProxy`: `Destination`.
   *
   * @default - straight to the address that was called
   */
  readonly egressProxy?: Destination;

  /**
   * Whether such calls go out.
   *
   * Written as `mode`: one of the words of `OutboundTrafficPolicyMode`.
   *
   * @default - `REGISTRY_ONLY` within this object
   */
  readonly mode?: OutboundTrafficPolicyMode;
}

/**
 * A port on which a sidecar listens.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarPort {
  /**
   * A name of your choice.
   *
   * Written as `name`: a string.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The number of the port; 0 for a Unix socket.
   *
   * Written as `number`: a port, 1 to 65535.
   *
   * @default - 0
   */
  readonly number?: PortNumber;

  /**
   * What is spoken: `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `MONGO`, `TCP` or `TLS`.
   *
   * Written as `protocol`: a string.
   *
   * @default - found from the traffic
   */
  readonly protocol?: string;

  /**
   * A port of endpoints. It has no effect in a Sidecar.
   *
   * Written as `targetPort`: a port, 1 to 65535.
   *
   * @default - nothing
   * @deprecated drop it, for it has no effect
   */
  readonly targetPort?: PortNumber;
}

/**
 * What comes in and goes out through the proxies of some workloads.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarSpec {
  /**
   * Hosts that the workloads can call, which keeps the configuration of their proxies small.
   *
   * Written as `egress`: a list, each item `IstioEgressListener`.
   *
   * @default - as the Sidecar of the namespace or of the mesh says; without one, every host that is exported to them
   */
  readonly egress?: IstioEgressListener[];

  /**
   * How many connections and requests the workloads take, in place of what DestinationRules of their services say.
   *
   * Written as `inboundConnectionPool`: `ConnectionPoolSettings`.
   *
   * @default - the DestinationRule of the service
   */
  readonly inboundConnectionPool?: ConnectionPoolSettings;

  /**
   * Ports on which the workloads are called, in place of those that their services have.
   *
   * Written as `ingress`: a list, each item `IstioIngressListener`.
   *
   * @default - the ports of their services
   */
  readonly ingress?: IstioIngressListener[];

  /**
   * What happens to calls of unknown hosts.
   *
   * Written as `outboundTrafficPolicy`: `OutboundTrafficPolicy`.
   *
   * @default - as the mesh says, which is `ALLOW_ANY`
   */
  readonly outboundTrafficPolicy?: OutboundTrafficPolicy;

  /**
   * The workloads whose proxies are meant, by labels.
   *
   * Written as `workloadSelector`: `NetworkingWorkloadSelector`.
   *
   * @default - all of the namespace
   */
  readonly workloadSelector?: NetworkingWorkloadSelector;
}

/**
 * How traffic reaches a listener of the proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export enum CaptureMode {
  /**
   * As the proxy is set up, which is mostly `IPTABLES`.
   */
  DEFAULT = 'DEFAULT',

  /**
   * The kernel hands connections over.
   */
  IPTABLES = 'IPTABLES',

  /**
   * The application connects to the proxy's port itself.
   */
  NONE = 'NONE',
}

/**
 * Whether calls of unknown hosts go out.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export enum OutboundTrafficPolicyMode {
  /**
   * They are dropped. This finds hosts that nobody declared; it is no firewall.
   */
  REGISTRY_ONLY = 'REGISTRY_ONLY',

  /**
   * They go out as they are, with little to be seen of them.
   */
  ALLOW_ANY = 'ALLOW_ANY',
}
