// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { NamespacedObjectReference, SecretObjectReference } from './object-reference.generated';
import { LabelSelector } from './types.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';
import { Host } from '../../reference/host-name';
import { PortNumber } from '../../reference/port-number';

/**
 * What a Gateway is made from.
 */
export interface GatewayProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the Gateway says.
   */
  readonly spec: GatewaySpec;
}

/**
 * A way in for traffic, with its addresses, its listeners and who may attach routes to them; Istio runs the proxies for it.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export class Gateway extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: GatewayProps): any {
    return manifestOf(Gateway.GVK, props);
  }

  /**
   * Adds a Gateway to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, Gateway.GVK, manifest, 'gateway-api');
  }

  /**
   * A Gateway that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(Gateway.GVK, name, namespace);
  }

  /**
   * Whether something is a Gateway, of whichever version and class.
   *
   * @param construct anything
   */
  public static isGateway(construct: any): construct is ApiObject {
    return isOfKind(construct, Gateway.GVK);
  }

  /**
   * Adds a Gateway to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id, { ...copyOf(props), ...Gateway.GVK });
    validated(this);
  }
}

/**
 * Whose ListenerSets may add listeners to a Gateway.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface AllowedListeners {
  /**
   * The namespaces whose ListenerSets are taken.
   *
   * Written as `namespaces`: `ListenerNamespaces`.
   *
   * @default - from no namespace
   */
  readonly namespaces?: ListenerNamespaces;
}

/**
 * Which routes may attach to a listener.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface AllowedRoutes {
  /**
   * Kinds of routes that may attach, as far as they fit the protocol of the listener.
   *
   * Written as `kinds`: a list, each item `RouteGroupKind`, at most 8 items.
   *
   * @default - all kinds that fit the protocol
   */
  readonly kinds?: RouteGroupKind[];

  /**
   * The namespaces whose routes may attach.
   *
   * Written as `namespaces`: `RouteNamespaces`.
   *
   * @default - those of the listener's own namespace
   */
  readonly namespaces?: RouteNamespaces;
}

/**
 * How a Gateway checks the certificates of clients on its HTTPS listeners.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface FrontendTLSConfig {
  /**
   * What holds on every port that has no entry under `perPort`.
   *
   * Written as `default`: `TLSConfig`.
   */
  readonly default: TLSConfig;

  /**
   * What holds on single ports in place of the default.
   *
   * Written as `perPort`: a list, each item `TLSPortConfig`, at most 64 items.
   *
   * @default - the default holds on all ports
   */
  readonly perPort?: TLSPortConfig[];
}

/**
 * What client certificates are checked against. With it, TLS is mutual.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface FrontendTLSValidation {
  /**
   * ConfigMaps that hold trusted certificates under `ca.crt`; one of another namespace needs a ReferenceGrant there.
   *
   * Written as `caCertificateRefs`: a list, each item `NamespacedObjectReference`, at least 1 item, at most 16 items.
   */
  readonly caCertificateRefs: NamespacedObjectReference[];

  /**
   * What happens to a client that has no valid certificate.
   *
   * Written as `mode`: one of the words of `FrontendValidationModeType`.
   *
   * @default - AllowValidOnly
   */
  readonly mode?: FrontendValidationModeType;
}

/**
 * How a Gateway presents itself to backends that speak TLS.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface GatewayBackendTLS {
  /**
   * The Secret with the certificate and key that the Gateway shows; one of another namespace needs a ReferenceGrant there.
   *
   * Written as `clientCertificateRef`: `SecretObjectReference`.
   *
   * @default - it shows no certificate
   */
  readonly clientCertificateRef?: SecretObjectReference;
}

/**
 * What is written on the objects that the controller makes for a Gateway, such as its Deployment and its Service.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface GatewayInfrastructure {
  /**
   * Annotations of these objects.
   *
   * Written as `annotations`: a map, each value a string, at least 0 characters, at most 4096 characters, at most 16 entries.
   *
   * @default - those of the controller alone
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * Labels of these objects.
   *
   * Written as `labels`: a map, each value a string, at least 0 characters, at most 63 characters, of the pattern
   * `^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$`, at most 8 entries.
   *
   * @default - those of the controller alone
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * An object of the Gateway's namespace with settings for this Gateway. Istio takes a ConfigMap with changes to the Deployment,
   * Service and other objects.
   *
   * Written as `parametersRef`: `LocalParametersReference`.
   *
   * @default - none besides those of the class
   */
  readonly parametersRef?: LocalParametersReference;
}

/**
 * A Gateway as it is wanted.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface GatewaySpec {
  /**
   * Addresses that the Gateway asks for; all its listeners are reachable at each of them.
   *
   * Written as `addresses`: a list, each item `GatewaySpecAddress`, at most 16 items.
   *
   * @default - the controller finds addresses
   */
  readonly addresses?: GatewaySpecAddress[];

  /**
   * Whose ListenerSets may add listeners.
   *
   * Written as `allowedListeners`: `AllowedListeners`.
   *
   * @default - no ListenerSet may
   */
  readonly allowedListeners?: AllowedListeners;

  /**
   * The GatewayClass, and with it who runs the Gateway: `istio` for a gateway, `istio-waypoint` for a waypoint.
   *
   * Written as `gatewayClassName`: a string, not empty, at most 253 characters.
   */
  readonly gatewayClassName: string;

  /**
   * What is written on the objects that the controller makes.
   *
   * Written as `infrastructure`: `GatewayInfrastructure`.
   *
   * @default - nothing of this kind
   */
  readonly infrastructure?: GatewayInfrastructure;

  /**
   * The ports that are open, each with its protocol and host. No two may have the same port, protocol and host.
   *
   * Written as `listeners`: a list, each item `Listener`, at least 1 item, at most 64 items.
   */
  readonly listeners: Listener[];

  /**
   * TLS for the whole Gateway: certificates of clients, and the Gateway's own towards backends.
   *
   * Written as `tls`: `GatewayTLSConfig`.
   *
   * @default - clients need no certificate
   */
  readonly tls?: GatewayTLSConfig;
}

/**
 * An address that a Gateway asks for.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface GatewaySpecAddress {
  /**
   * What the value is: `IPAddress`, `Hostname`, or a name with a domain that the controller knows.
   *
   * Written as `type`: a string, not empty, at most 253 characters, of the pattern
   * `^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9\/\-._~%!$&'()*+,;=:]+$`.
   *
   * @default - IPAddress
   */
  readonly type?: string;

  /**
   * The address, such as `192.0.2.7` or `gateway.example.com`.
   *
   * Written as `value`: a string, at most 253 characters.
   *
   * @default - the controller finds one of this type
   */
  readonly value?: string;
}

/**
 * TLS of a Gateway towards clients and towards backends.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface GatewayTLSConfig {
  /**
   * How the Gateway presents itself to backends; whether it speaks TLS to them is said by a BackendTLSPolicy.
   *
   * Written as `backend`: `GatewayBackendTLS`.
   *
   * @default - it shows no certificate
   */
  readonly backend?: GatewayBackendTLS;

  /**
   * How certificates of clients are checked on HTTPS listeners.
   *
   * Written as `frontend`: `FrontendTLSConfig`.
   *
   * @default - clients need no certificate
   */
  readonly frontend?: FrontendTLSConfig;
}

/**
 * A port of a Gateway.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface Listener {
  /**
   * Which routes may attach, by kind and by namespace.
   *
   * Written as `allowedRoutes`: `AllowedRoutes`.
   *
   * @default - those of the Gateway's namespace whose kind fits the protocol
   */
  readonly allowedRoutes?: AllowedRoutes;

  /**
   * The host that the listener serves, which may begin with the wildcard `*.`: compared with the server name of TLS and the host of
   * HTTP, and with the hosts of routes.
   *
   * Written as `hostname`: a host, such as `www.example.com`.
   *
   * @default - every host
   */
  readonly hostname?: Host;

  /**
   * Name of the listener within its Gateway; routes attach to it by `sectionName`.
   *
   * Written as `name`: a DNS name in lower case.
   */
  readonly name: string;

  /**
   * Port at which the Gateway listens.
   *
   * Written as `port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;

  /**
   * What is spoken: `HTTP`, `HTTPS`, `TLS` or `TCP`; Istio does not serve `UDP`.
   *
   * Written as `protocol`: a string, not empty, at most 255 characters, of the pattern
   * `^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9]+$`.
   */
  readonly protocol: string;

  /**
   * Certificates, and who ends TLS. Needed with `TLS`, usual with `HTTPS`, forbidden with others.
   *
   * Written as `tls`: `ListenerTLSConfig`.
   *
   * @default - none
   */
  readonly tls?: ListenerTLSConfig;
}

/**
 * Namespaces whose ListenerSets a Gateway takes.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface ListenerNamespaces {
  /**
   * Which namespaces these are.
   *
   * Written as `from`: one of the words of `FromNamespaces`.
   *
   * @default - None
   */
  readonly from?: FromNamespaces;

  /**
   * Labels of the namespaces, where `from` is `Selector`.
   *
   * Written as `selector`: `LabelSelector`.
   *
   * @default - labels are not asked for
   */
  readonly selector?: LabelSelector;
}

/**
 * TLS of a listener.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface ListenerTLSConfig {
  /**
   * Secrets with a certificate and its key; needed with `Terminate` where `options` says nothing. One of another namespace needs a
   * ReferenceGrant there.
   *
   * Written as `certificateRefs`: a list, each item `SecretObjectReference`, at most 64 items.
   *
   * @default - none
   */
  readonly certificateRefs?: SecretObjectReference[];

  /**
   * Whether the Gateway ends TLS or hands it on unread.
   *
   * Written as `mode`: one of the words of `TLSModeType`.
   *
   * @default - Terminate
   */
  readonly mode?: TLSModeType;

  /**
   * Settings of the implementation. Istio reads `gateway.istio.io/tls-terminate-mode` for mutual TLS, among others.
   *
   * Written as `options`: a map, each value a string, at least 0 characters, at most 4096 characters, at most 16 entries.
   *
   * @default - none
   */
  readonly options?: { readonly [key: string]: string };
}

/**
 * An object of the Gateway's namespace that holds settings of its controller.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface LocalParametersReference {
  /**
   * API group of the object, empty for the core group.
   *
   * Written as `group`: the group of an API, empty for the core group.
   */
  readonly group: string;

  /**
   * Kind of the object, such as `ConfigMap`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * Written as `name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;
}

/**
 * A kind of route.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface RouteGroupKind {
  /**
   * API group of the kind.
   *
   * Written as `group`: the group of an API, empty for the core group.
   *
   * @default - gateway.networking.k8s.io
   */
  readonly group?: string;

  /**
   * The kind, such as `HTTPRoute`.
   *
   * Written as `kind`: a kind, such as `Service`.
   */
  readonly kind: string;
}

/**
 * Namespaces whose routes may attach.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface RouteNamespaces {
  /**
   * Which namespaces these are.
   *
   * Written as `from`: one of the words of `FromNamespaces`.
   *
   * @default - Same
   */
  readonly from?: FromNamespaces;

  /**
   * Labels of the namespaces, where `from` is `Selector`.
   *
   * Written as `selector`: `LabelSelector`.
   *
   * @default - labels are not asked for
   */
  readonly selector?: LabelSelector;
}

/**
 * What holds for TLS with clients.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface TLSConfig {
  /**
   * How client certificates are checked, which makes TLS mutual.
   *
   * Written as `validation`: `FrontendTLSValidation`.
   *
   * @default - clients need no certificate
   */
  readonly validation?: FrontendTLSValidation;
}

/**
 * What holds for TLS with clients on one port.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export interface TLSPortConfig {
  /**
   * The port; all HTTPS listeners on it are meant.
   *
   * Written as `port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;

  /**
   * What holds there.
   *
   * Written as `tls`: `TLSConfig`.
   */
  readonly tls: TLSConfig;
}

/**
 * Namespaces from which something is taken.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export enum FromNamespaces {
  /**
   * Every namespace.
   */
  ALL = 'All',

  /**
   * Namespaces with certain labels.
   */
  SELECTOR = 'Selector',

  /**
   * The namespace of the Gateway or ListenerSet itself.
   */
  SAME = 'Same',

  /**
   * No namespace.
   */
  NONE = 'None',
}

/**
 * What happens to a client that has no valid certificate.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export enum FrontendValidationModeType {
  /**
   * Its connection is refused.
   */
  ALLOW_VALID_ONLY = 'AllowValidOnly',

  /**
   * Its connection is taken all the same, and the backend must decide; for trials and migrations.
   */
  ALLOW_INSECURE_FALLBACK = 'AllowInsecureFallback',
}

/**
 * Who ends TLS.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#gateway
 */
export enum TLSModeType {
  /**
   * The Gateway ends it, with its own certificate.
   */
  TERMINATE = 'Terminate',

  /**
   * The Gateway hands it on unread, and chooses by the server name alone.
   */
  PASSTHROUGH = 'Passthrough',
}
