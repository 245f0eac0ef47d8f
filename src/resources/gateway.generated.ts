// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PortNumber } from '../reference/port-number';

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
 * The ports, protocols, hosts and certificates of proxies at the edge of the mesh. Routes are bound to it by VirtualServices.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class Gateway extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'networking.istio.io/v1',
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
    return addManifest(scope, id, Gateway.GVK, manifest, 'istio');
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
  }
}

/**
 * The message `GatewaySpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewaySpec {
  /**
   * `GatewaySpec.selector`: a map, each value a string.
   *
   * @default - not set
   */
  readonly selector?: { readonly [key: string]: string };

  /**
   * `GatewaySpec.servers`: a list, each item `Server`.
   *
   * @default - not set
   */
  readonly servers?: Server[];
}

/**
 * The message `Port`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface Port {
  /**
   * `Port.name`: a string.
   */
  readonly name: string;

  /**
   * `Port.number`: a whole number, 0 or more.
   */
  readonly number: PortNumber;

  /**
   * `Port.protocol`: a string.
   */
  readonly protocol: string;

  /**
   * `Port.targetPort`: a whole number, 0 or more.
   *
   * @default - not set
   * @deprecated Istio advises against it
   */
  readonly targetPort?: PortNumber;
}

/**
 * The message `Server`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface Server {
  /**
   * `Server.bind`: a string.
   *
   * @default - not set
   */
  readonly bind?: string;

  /**
   * `Server.defaultEndpoint`: a string.
   *
   * @default - not set
   */
  readonly defaultEndpoint?: string;

  /**
   * `Server.hosts`: a list, each item a string.
   */
  readonly hosts: string[];

  /**
   * `Server.name`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * `Server.port`: `Port`.
   */
  readonly port: Port;

  /**
   * `Server.tls`: `ServerTLSSettings`.
   *
   * @default - not set
   */
  readonly tls?: ServerTLSSettings;
}

/**
 * The message `ServerTLSSettings`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface ServerTLSSettings {
  /**
   * `ServerTLSSettings.caCertCredentialName`: a string.
   *
   * @default - not set
   */
  readonly caCertCredentialName?: string;

  /**
   * `ServerTLSSettings.caCertificates`: a string.
   *
   * @default - not set
   */
  readonly caCertificates?: string;

  /**
   * `ServerTLSSettings.caCrl`: a string.
   *
   * @default - not set
   */
  readonly caCrl?: string;

  /**
   * `ServerTLSSettings.cipherSuites`: a list, each item a string.
   *
   * @default - not set
   */
  readonly cipherSuites?: string[];

  /**
   * `ServerTLSSettings.credentialName`: a string.
   *
   * @default - not set
   */
  readonly credentialName?: string;

  /**
   * `ServerTLSSettings.credentialNames`: a list, each item a string, at least 1 item, at most 2 items.
   *
   * @default - not set
   */
  readonly credentialNames?: string[];

  /**
   * `ServerTLSSettings.httpsRedirect`: true or false.
   *
   * @default - not set
   */
  readonly httpsRedirect?: boolean;

  /**
   * `ServerTLSSettings.insecureSkipVerify`: true or false.
   *
   * @default - not set
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * `ServerTLSSettings.maxProtocolVersion`: one of the words of `TLSProtocol`.
   *
   * @default - not set
   */
  readonly maxProtocolVersion?: TLSProtocol;

  /**
   * `ServerTLSSettings.minProtocolVersion`: one of the words of `TLSProtocol`.
   *
   * @default - not set
   */
  readonly minProtocolVersion?: TLSProtocol;

  /**
   * `ServerTLSSettings.mode`: one of the words of `ServerTLSMode`.
   *
   * @default - not set
   */
  readonly mode?: ServerTLSMode;

  /**
   * `ServerTLSSettings.privateKey`: a string.
   *
   * @default - not set
   */
  readonly privateKey?: string;

  /**
   * `ServerTLSSettings.serverCertificate`: a string.
   *
   * @default - not set
   */
  readonly serverCertificate?: string;

  /**
   * `ServerTLSSettings.subjectAltNames`: a list, each item a string.
   *
   * @default - not set
   */
  readonly subjectAltNames?: string[];

  /**
   * `ServerTLSSettings.tlsCertificates`: a list, each item `TLSCertificate`, at least 1 item, at most 2 items.
   *
   * @default - not set
   */
  readonly tlsCertificates?: TLSCertificate[];

  /**
   * `ServerTLSSettings.verifyCertificateHash`: a list, each item a string.
   *
   * @default - not set
   */
  readonly verifyCertificateHash?: string[];

  /**
   * `ServerTLSSettings.verifyCertificateSpki`: a list, each item a string.
   *
   * @default - not set
   */
  readonly verifyCertificateSpki?: string[];
}

/**
 * The message `TLSCertificate`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface TLSCertificate {
  /**
   * `TLSCertificate.caCertificates`: a string.
   *
   * @default - not set
   */
  readonly caCertificates?: string;

  /**
   * `TLSCertificate.privateKey`: a string.
   *
   * @default - not set
   */
  readonly privateKey?: string;

  /**
   * `TLSCertificate.serverCertificate`: a string.
   *
   * @default - not set
   */
  readonly serverCertificate?: string;
}

/**
 * The words of `ServerTLSMode`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export enum ServerTLSMode {
  /**
   * The word `PASSTHROUGH`.
   */
  PASSTHROUGH = 'PASSTHROUGH',

  /**
   * The word `SIMPLE`.
   */
  SIMPLE = 'SIMPLE',

  /**
   * The word `MUTUAL`.
   */
  MUTUAL = 'MUTUAL',

  /**
   * The word `AUTO_PASSTHROUGH`.
   */
  AUTO_PASSTHROUGH = 'AUTO_PASSTHROUGH',

  /**
   * The word `ISTIO_MUTUAL`.
   */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',

  /**
   * The word `OPTIONAL_MUTUAL`.
   */
  OPTIONAL_MUTUAL = 'OPTIONAL_MUTUAL',
}

/**
 * The words of `TLSProtocol`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export enum TLSProtocol {
  /**
   * The word `TLS_AUTO`.
   */
  TLS_AUTO = 'TLS_AUTO',

  /**
   * The word `TLSV1_0`.
   */
  TLSV1_0 = 'TLSV1_0',

  /**
   * The word `TLSV1_1`.
   */
  TLSV1_1 = 'TLSV1_1',

  /**
   * The word `TLSV1_2`.
   */
  TLSV1_2 = 'TLSV1_2',

  /**
   * The word `TLSV1_3`.
   */
  TLSV1_3 = 'TLSV1_3',
}
