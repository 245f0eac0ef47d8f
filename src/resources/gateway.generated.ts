// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { validated } from './validation/at-synthesis';
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
    validated(this);
  }
}

/**
 * Which proxies are meant, and on which ports they listen.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewaySpec {
  /**
   * Labels of the gateway's pods. They are looked for in every namespace, unless istiod runs with
   * `PILOT_SCOPE_GATEWAY_TO_NAMESPACE`.
   *
   * Written as `selector`: a map, each value a string.
   *
   * @default - all workloads, which is seldom meant
   */
  readonly selector?: { readonly [key: string]: string };

  /**
   * The ports on which the proxies listen.
   *
   * Written as `servers`: a list, each item `Server`.
   *
   * @default - none
   */
  readonly servers?: Server[];
}

/**
 * A port on which a gateway listens.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface Port {
  /**
   * A name of your choice, unique among the ports of the Gateway.
   *
   * Written as `name`: a string.
   */
  readonly name: string;

  /**
   * The number of the port, from 1 to 65535; 0 for a Unix socket.
   *
   * Written as `number`: a port, 1 to 65535.
   */
  readonly number: PortNumber;

  /**
   * What is spoken: `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `GRPC-WEB`, `MONGO`, `TCP` or `TLS`.
   *
   * Written as `protocol`: a string.
   */
  readonly protocol: string;

  /**
   * A port of endpoints. It has no effect in a Gateway.
   *
   * Written as `targetPort`: a port, 1 to 65535.
   *
   * @default - nothing
   * @deprecated drop it, for it has no effect
   */
  readonly targetPort?: PortNumber;
}

/**
 * A port, the hosts that are served there, and their certificates.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface Server {
  /**
   * The address on which to listen, or a Unix socket as `unix:///path` or `unix://@name`.
   *
   * Written as `bind`: a string.
   *
   * @default - all addresses of the proxy
   */
  readonly bind?: string;

  /**
   * Where connections go that nothing routes. Istiod does not heed it.
   *
   * Written as `defaultEndpoint`: a string.
   *
   * @default - nothing
   */
  readonly defaultEndpoint?: string;

  /**
   * Hosts that are served, as `host` or `namespace/host`: the namespace says whose VirtualServices may be bound, `.` for the
   * Gateway's own. A `*` may stand for the first part of a name, or for all of it.
   *
   * Written as `hosts`: a list, each item a string.
   */
  readonly hosts: string[];

  /**
   * A name of your choice, unique among all servers, which statistics show.
   *
   * Written as `name`: a string.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The port on which to listen.
   *
   * Written as `port`: `Port`.
   */
  readonly port: Port;

  /**
   * How connections are encrypted; needed for `HTTPS` and `TLS`.
   *
   * Written as `tls`: `ServerTLSSettings`.
   *
   * @default - plain text
   */
  readonly tls?: ServerTLSSettings;
}

/**
 * Encryption on the side of the server, and how clients prove who they are.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface ServerTLSSettings {
  /**
   * A Secret or a ConfigMap with the authorities for client certificates. It goes before those beside the server's certificate.
   *
   * Written as `caCertCredentialName`: a string.
   *
   * @default - those of `credentialName`
   */
  readonly caCertCredentialName?: string;

  /**
   * Path of the file with the authorities for client certificates.
   *
   * Written as `caCertificates`: a string.
   *
   * @default - none from a file
   */
  readonly caCertificates?: string;

  /**
   * Path of the file that lists revoked client certificates.
   *
   * Written as `caCrl`: a string.
   *
   * @default - revocation is not checked
   */
  readonly caCrl?: string;

  /**
   * Ciphers that may be used up to TLS 1.2, by the names that Envoy has for them.
   *
   * Written as `cipherSuites`: a list, each item a string.
   *
   * @default - the mesh's `tlsDefaults`, or Envoy's own choice
   */
  readonly cipherSuites?: string[];

  /**
   * The Secret with the server's certificate and key, in the namespace of the gateway's pods; a second one named `NAME-cacert` may
   * hold the authorities.
   *
   * Written as `credentialName`: a string.
   *
   * @default - no Secret
   */
  readonly credentialName?: string;

  /**
   * Two Secrets at most, for an RSA and an ECDSA certificate.
   *
   * Written as `credentialNames`: a list, each item a string, at least 1 item, at most 2 items.
   *
   * @default - no Secrets
   */
  readonly credentialNames?: string[];

  /**
   * Whether requests in plain text get status 301 to the same address with `https`.
   *
   * Written as `httpsRedirect`: true or false.
   *
   * @default - false
   */
  readonly httpsRedirect?: boolean;

  /**
   * Whether a client goes on with a certificate that proves to be wrong; the service may look at it in `x-forwarded-client-cert`.
   *
   * Written as `insecureSkipVerify`: true or false.
   *
   * @default - false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * The newest TLS version that is spoken.
   *
   * Written as `maxProtocolVersion`: one of the words of `TLSProtocol`.
   *
   * @default - `TLS_AUTO`, which is 1.3
   */
  readonly maxProtocolVersion?: TLSProtocol;

  /**
   * The oldest TLS version that is spoken. Below 1.2, name ciphers that fit.
   *
   * Written as `minProtocolVersion`: one of the words of `TLSProtocol`.
   *
   * @default - `TLS_AUTO`: that of the mesh's `tlsDefaults`, or 1.2
   */
  readonly minProtocolVersion?: TLSProtocol;

  /**
   * Who decrypts, and who shows a certificate.
   *
   * Written as `mode`: one of the words of `ServerTLSMode`.
   *
   * @default - `PASSTHROUGH`
   */
  readonly mode?: ServerTLSMode;

  /**
   * Path of the key that belongs to the server's certificate.
   *
   * Written as `privateKey`: a string.
   *
   * @default - no key from a file
   */
  readonly privateKey?: string;

  /**
   * Path of the server's certificate.
   *
   * Written as `serverCertificate`: a string.
   *
   * @default - no certificate from a file
   */
  readonly serverCertificate?: string;

  /**
   * Names of which a client's certificate must hold one. For `MUTUAL` only.
   *
   * Written as `subjectAltNames`: a list, each item a string.
   *
   * @default - any name
   */
  readonly subjectAltNames?: string[];

  /**
   * Two certificates at most from files, one RSA and one ECDSA.
   *
   * Written as `tlsCertificates`: a list, each item `TLSCertificate`, at least 1 item, at most 2 items.
   *
   * @default - no certificates
   */
  readonly tlsCertificates?: TLSCertificate[];

  /**
   * SHA-256 hashes of the client certificates that may connect, in hexadecimal, with colons or without. One match in either list of
   * hashes suffices.
   *
   * Written as `verifyCertificateHash`: a list, each item a string.
   *
   * @default - any certificate
   */
  readonly verifyCertificateHash?: string[];

  /**
   * SHA-256 hashes of the public keys of clients that may connect, in base64. One match in either list of hashes suffices.
   *
   * Written as `verifyCertificateSpki`: a list, each item a string.
   *
   * @default - any key
   */
  readonly verifyCertificateSpki?: string[];
}

/**
 * A certificate of the server, from files.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface TLSCertificate {
  /**
   * Path of the file with the authorities for client certificates.
   *
   * Written as `caCertificates`: a string.
   *
   * @default - none from a file
   */
  readonly caCertificates?: string;

  /**
   * Path of the key.
   *
   * Written as `privateKey`: a string.
   *
   * @default - none; it is needed
   */
  readonly privateKey?: string;

  /**
   * Path of the certificate.
   *
   * Written as `serverCertificate`: a string.
   *
   * @default - none; it is needed
   */
  readonly serverCertificate?: string;
}

/**
 * Who decrypts a connection, and who shows a certificate.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export enum ServerTLSMode {
  /**
   * Nobody decrypts here: the server name leads to a service, by the `tls` routes of a VirtualService.
   */
  PASSTHROUGH = 'PASSTHROUGH',

  /**
   * The server decrypts, and shows its certificate; clients show none.
   */
  SIMPLE = 'SIMPLE',

  /**
   * The server decrypts; a client must show a valid certificate.
   */
  MUTUAL = 'MUTUAL',

  /**
   * Nobody decrypts here, and no route is needed: the server name holds service, subset and port. For traffic between networks of a
   * mesh.
   */
  AUTO_PASSTHROUGH = 'AUTO_PASSTHROUGH',

  /**
   * Both sides show the certificates that Istio issues; the other fields are left empty.
   */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',

  /**
   * The server decrypts; a client may show a certificate, which must then be valid.
   */
  OPTIONAL_MUTUAL = 'OPTIONAL_MUTUAL',
}

/**
 * Versions of TLS.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export enum TLSProtocol {
  /**
   * The one that Envoy chooses.
   */
  TLS_AUTO = 'TLS_AUTO',

  /**
   * TLS 1.0, which is unsafe.
   */
  TLSV1_0 = 'TLSV1_0',

  /**
   * TLS 1.1, which is unsafe.
   */
  TLSV1_1 = 'TLSV1_1',

  /**
   * TLS 1.2, which nearly all clients know.
   */
  TLSV1_2 = 'TLSV1_2',

  /**
   * TLS 1.3, the newest.
   */
  TLSV1_3 = 'TLSV1_3',
}
