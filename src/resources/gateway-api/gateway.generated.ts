// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { NamespacedObjectReference, SecretObjectReference } from './object-reference.generated';
import { LabelSelector } from './types.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';

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
 * The kind Gateway.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
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
 * The message `AllowedListeners`.
 */
export interface AllowedListeners {
  /**
   * `AllowedListeners.namespaces`: `ListenerNamespaces`.
   *
   * @default - `{"from":"None"}`
   */
  readonly namespaces?: ListenerNamespaces;
}

/**
 * The message `AllowedRoutes`.
 */
export interface AllowedRoutes {
  /**
   * `AllowedRoutes.kinds`: a list, each item `RouteGroupKind`, at most 8 items.
   *
   * @default - not set
   */
  readonly kinds?: RouteGroupKind[];

  /**
   * `AllowedRoutes.namespaces`: `RouteNamespaces`.
   *
   * @default - `{"from":"Same"}`
   */
  readonly namespaces?: RouteNamespaces;
}

/**
 * The message `FrontendTLSConfig`.
 */
export interface FrontendTLSConfig {
  /**
   * `FrontendTLSConfig.default`: `TLSConfig`.
   */
  readonly default: TLSConfig;

  /**
   * `FrontendTLSConfig.perPort`: a list, each item `TLSPortConfig`, at most 64 items.
   *
   * @default - not set
   */
  readonly perPort?: TLSPortConfig[];
}

/**
 * The message `FrontendTLSValidation`.
 */
export interface FrontendTLSValidation {
  /**
   * `FrontendTLSValidation.caCertificateRefs`: a list, each item `NamespacedObjectReference`, at least 1 item, at most 16 items.
   */
  readonly caCertificateRefs: NamespacedObjectReference[];

  /**
   * `FrontendTLSValidation.mode`: one of the words of `FrontendValidationModeType`.
   *
   * @default - AllowValidOnly
   */
  readonly mode?: FrontendValidationModeType;
}

/**
 * The message `GatewayBackendTLS`.
 */
export interface GatewayBackendTLS {
  /**
   * `GatewayBackendTLS.clientCertificateRef`: `SecretObjectReference`.
   *
   * @default - not set
   */
  readonly clientCertificateRef?: SecretObjectReference;
}

/**
 * The message `GatewayInfrastructure`.
 */
export interface GatewayInfrastructure {
  /**
   * `GatewayInfrastructure.annotations`: a map, each value a string, at least 0 characters, at most 4096 characters, at most 16
   * entries.
   *
   * @default - not set
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * `GatewayInfrastructure.labels`: a map, each value a string, at least 0 characters, at most 63 characters, of the pattern
   * `^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$`, at most 8 entries.
   *
   * @default - not set
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * `GatewayInfrastructure.parametersRef`: `LocalParametersReference`.
   *
   * @default - not set
   */
  readonly parametersRef?: LocalParametersReference;
}

/**
 * The message `GatewaySpec`.
 */
export interface GatewaySpec {
  /**
   * `GatewaySpec.addresses`: a list, each item `GatewaySpecAddress`, at most 16 items.
   *
   * @default - not set
   */
  readonly addresses?: GatewaySpecAddress[];

  /**
   * `GatewaySpec.allowedListeners`: `AllowedListeners`.
   *
   * @default - not set
   */
  readonly allowedListeners?: AllowedListeners;

  /**
   * `GatewaySpec.gatewayClassName`: a string, not empty, at most 253 characters.
   */
  readonly gatewayClassName: string;

  /**
   * `GatewaySpec.infrastructure`: `GatewayInfrastructure`.
   *
   * @default - not set
   */
  readonly infrastructure?: GatewayInfrastructure;

  /**
   * `GatewaySpec.listeners`: a list, each item `Listener`, at least 1 item, at most 64 items.
   */
  readonly listeners: Listener[];

  /**
   * `GatewaySpec.tls`: `GatewayTLSConfig`.
   *
   * @default - not set
   */
  readonly tls?: GatewayTLSConfig;
}

/**
 * The message `GatewaySpecAddress`.
 */
export interface GatewaySpecAddress {
  /**
   * `GatewaySpecAddress.type`: a string, not empty, at most 253 characters, of the pattern
   * `^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9\/\-._~%!$&'()*+,;=:]+$`.
   *
   * @default - IPAddress
   */
  readonly type?: string;

  /**
   * `GatewaySpecAddress.value`: a string, at most 253 characters.
   *
   * @default - not set
   */
  readonly value?: string;
}

/**
 * The message `GatewayTLSConfig`.
 */
export interface GatewayTLSConfig {
  /**
   * `GatewayTLSConfig.backend`: `GatewayBackendTLS`.
   *
   * @default - not set
   */
  readonly backend?: GatewayBackendTLS;

  /**
   * `GatewayTLSConfig.frontend`: `FrontendTLSConfig`.
   *
   * @default - not set
   */
  readonly frontend?: FrontendTLSConfig;
}

/**
 * The message `Listener`.
 */
export interface Listener {
  /**
   * `Listener.allowedRoutes`: `AllowedRoutes`.
   *
   * @default - `{"namespaces":{"from":"Same"}}`
   */
  readonly allowedRoutes?: AllowedRoutes;

  /**
   * `Listener.hostname`: `route-host`.
   *
   * @default - not set
   */
  readonly hostname?: string;

  /**
   * `Listener.name`: `dns-name`.
   */
  readonly name: string;

  /**
   * `Listener.port`: `port-number`.
   */
  readonly port: number;

  /**
   * `Listener.protocol`: a string, not empty, at most 255 characters, of the pattern
   * `^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9]+$`.
   */
  readonly protocol: string;

  /**
   * `Listener.tls`: `ListenerTLSConfig`.
   *
   * @default - not set
   */
  readonly tls?: ListenerTLSConfig;
}

/**
 * The message `ListenerNamespaces`.
 */
export interface ListenerNamespaces {
  /**
   * `ListenerNamespaces.from`: one of the words of `FromNamespaces`.
   *
   * @default - None
   */
  readonly from?: FromNamespaces;

  /**
   * `ListenerNamespaces.selector`: `LabelSelector`.
   *
   * @default - not set
   */
  readonly selector?: LabelSelector;
}

/**
 * The message `ListenerTLSConfig`.
 */
export interface ListenerTLSConfig {
  /**
   * `ListenerTLSConfig.certificateRefs`: a list, each item `SecretObjectReference`, at most 64 items.
   *
   * @default - not set
   */
  readonly certificateRefs?: SecretObjectReference[];

  /**
   * `ListenerTLSConfig.mode`: one of the words of `TLSModeType`.
   *
   * @default - Terminate
   */
  readonly mode?: TLSModeType;

  /**
   * `ListenerTLSConfig.options`: a map, each value a string, at least 0 characters, at most 4096 characters, at most 16 entries.
   *
   * @default - not set
   */
  readonly options?: { readonly [key: string]: string };
}

/**
 * The message `LocalParametersReference`.
 */
export interface LocalParametersReference {
  /**
   * `LocalParametersReference.group`: `group-name`.
   */
  readonly group: string;

  /**
   * `LocalParametersReference.kind`: `kind-name`.
   */
  readonly kind: string;

  /**
   * `LocalParametersReference.name`: a string, not empty, at most 253 characters.
   */
  readonly name: string;
}

/**
 * The message `RouteGroupKind`.
 */
export interface RouteGroupKind {
  /**
   * `RouteGroupKind.group`: `group-name`.
   *
   * @default - gateway.networking.k8s.io
   */
  readonly group?: string;

  /**
   * `RouteGroupKind.kind`: `kind-name`.
   */
  readonly kind: string;
}

/**
 * The message `RouteNamespaces`.
 */
export interface RouteNamespaces {
  /**
   * `RouteNamespaces.from`: one of the words of `FromNamespaces`.
   *
   * @default - Same
   */
  readonly from?: FromNamespaces;

  /**
   * `RouteNamespaces.selector`: `LabelSelector`.
   *
   * @default - not set
   */
  readonly selector?: LabelSelector;
}

/**
 * The message `TLSConfig`.
 */
export interface TLSConfig {
  /**
   * `TLSConfig.validation`: `FrontendTLSValidation`.
   *
   * @default - not set
   */
  readonly validation?: FrontendTLSValidation;
}

/**
 * The message `TLSPortConfig`.
 */
export interface TLSPortConfig {
  /**
   * `TLSPortConfig.port`: `port-number`.
   */
  readonly port: number;

  /**
   * `TLSPortConfig.tls`: `TLSConfig`.
   */
  readonly tls: TLSConfig;
}

/**
 * The words of `FromNamespaces`.
 */
export enum FromNamespaces {
  /**
   * The word `All`.
   */
  ALL = 'All',

  /**
   * The word `Selector`.
   */
  SELECTOR = 'Selector',

  /**
   * The word `Same`.
   */
  SAME = 'Same',

  /**
   * The word `None`.
   */
  NONE = 'None',
}

/**
 * The words of `FrontendValidationModeType`.
 */
export enum FrontendValidationModeType {
  /**
   * The word `AllowValidOnly`.
   */
  ALLOW_VALID_ONLY = 'AllowValidOnly',

  /**
   * The word `AllowInsecureFallback`.
   */
  ALLOW_INSECURE_FALLBACK = 'AllowInsecureFallback',
}

/**
 * The words of `TLSModeType`.
 */
export enum TLSModeType {
  /**
   * The word `Terminate`.
   */
  TERMINATE = 'Terminate',

  /**
   * The word `Passthrough`.
   */
  PASSTHROUGH = 'Passthrough',
}
