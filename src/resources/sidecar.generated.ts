// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { ConnectionPoolSettings } from './destination-rule.generated';
import { ServerTLSSettings } from './gateway.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
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
  }
}

/**
 * The message `IstioEgressListener`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface IstioEgressListener {
  /**
   * `IstioEgressListener.bind`: a string.
   *
   * @default - not set
   */
  readonly bind?: string;

  /**
   * `IstioEgressListener.captureMode`: one of the words of `CaptureMode`.
   *
   * @default - not set
   */
  readonly captureMode?: CaptureMode;

  /**
   * `IstioEgressListener.hosts`: a list, each item a string.
   */
  readonly hosts: string[];

  /**
   * `IstioEgressListener.port`: `SidecarPort`.
   *
   * @default - not set
   */
  readonly port?: SidecarPort;
}

/**
 * The message `IstioIngressListener`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface IstioIngressListener {
  /**
   * `IstioIngressListener.bind`: a string.
   *
   * @default - not set
   */
  readonly bind?: string;

  /**
   * `IstioIngressListener.captureMode`: one of the words of `CaptureMode`.
   *
   * @default - not set
   */
  readonly captureMode?: CaptureMode;

  /**
   * `IstioIngressListener.connectionPool`: `ConnectionPoolSettings`.
   *
   * @default - not set
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * `IstioIngressListener.defaultEndpoint`: a string.
   *
   * @default - not set
   */
  readonly defaultEndpoint?: string;

  /**
   * `IstioIngressListener.port`: `SidecarPort`.
   */
  readonly port: SidecarPort;

  /**
   * `IstioIngressListener.tls`: `ServerTLSSettings`.
   *
   * @default - not set
   */
  readonly tls?: ServerTLSSettings;
}

/**
 * The message `NetworkingWorkloadSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface NetworkingWorkloadSelector {
  /**
   * `NetworkingWorkloadSelector.labels`: a map, each value a string, at most 63 characters, at most 256 entries.
   *
   * @default - not set
   */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * The message `OutboundTrafficPolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface OutboundTrafficPolicy {
  /**
   * `OutboundTrafficPolicy.egressProxy`: `Destination`.
   *
   * @default - not set
   */
  readonly egressProxy?: Destination;

  /**
   * `OutboundTrafficPolicy.mode`: one of the words of `OutboundTrafficPolicyMode`.
   *
   * @default - not set
   */
  readonly mode?: OutboundTrafficPolicyMode;
}

/**
 * The message `SidecarPort`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarPort {
  /**
   * `SidecarPort.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `SidecarPort.number`: a whole number, 0 or more.
   *
   * @default - not set
   */
  readonly number?: PortNumber;

  /**
   * `SidecarPort.protocol`: a string.
   *
   * @default - not set
   */
  readonly protocol?: string;

  /**
   * `SidecarPort.targetPort`: a whole number, 0 or more.
   *
   * @default - not set
   * @deprecated Istio advises against it
   */
  readonly targetPort?: PortNumber;
}

/**
 * The message `SidecarSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarSpec {
  /**
   * `SidecarSpec.egress`: a list, each item `IstioEgressListener`.
   *
   * @default - not set
   */
  readonly egress?: IstioEgressListener[];

  /**
   * `SidecarSpec.inboundConnectionPool`: `ConnectionPoolSettings`.
   *
   * @default - not set
   */
  readonly inboundConnectionPool?: ConnectionPoolSettings;

  /**
   * `SidecarSpec.ingress`: a list, each item `IstioIngressListener`.
   *
   * @default - not set
   */
  readonly ingress?: IstioIngressListener[];

  /**
   * `SidecarSpec.outboundTrafficPolicy`: `OutboundTrafficPolicy`.
   *
   * @default - not set
   */
  readonly outboundTrafficPolicy?: OutboundTrafficPolicy;

  /**
   * `SidecarSpec.workloadSelector`: `NetworkingWorkloadSelector`.
   *
   * @default - not set
   */
  readonly workloadSelector?: NetworkingWorkloadSelector;
}

/**
 * The words of `CaptureMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export enum CaptureMode {
  /**
   * The word `DEFAULT`.
   */
  DEFAULT = 'DEFAULT',

  /**
   * The word `IPTABLES`.
   */
  IPTABLES = 'IPTABLES',

  /**
   * The word `NONE`.
   */
  NONE = 'NONE',
}

/**
 * The words of `OutboundTrafficPolicyMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export enum OutboundTrafficPolicyMode {
  /**
   * The word `REGISTRY_ONLY`.
   */
  REGISTRY_ONLY = 'REGISTRY_ONLY',

  /**
   * The word `ALLOW_ANY`.
   */
  ALLOW_ANY = 'ALLOW_ANY',
}
