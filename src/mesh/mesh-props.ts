import { IngressGatewayProps } from '../gateway';
import { MutualTLSMode, PathNormalizationType } from '../resources';
import { MeshScoping } from './data-plane/scoping';
import { AccessPolicy } from '../security/access-policy';
import { CertificateAuthority } from '../security/certificate-authority';
import { Posture } from '../security/posture';
import { TrafficDefaults } from '../traffic/defaults';
import { RouteDialect } from '../traffic/route-dialect';

/** How a mesh is installed and how strict it is. */
export interface MeshProps {
  /**
   * How strictly the workloads are held to what was declared.
   *
   * @default Posture.ZERO_TRUST
   */
  readonly posture?: Posture;
  /**
   * What workloads accept from their callers, where neither their namespace nor they say otherwise (`PeerAuthentication` `spec.mtls.mode`
   * in the root namespace).
   *
   * @default - as the posture says: STRICT in ZERO_TRUST, else PERMISSIVE, which is Istio's own
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  readonly mutualTls?: MutualTLSMode;
  /**
   * Name of the control plane's revision. Two revisions can run side by side.
   *
   * @default "default"
   */
  readonly revision?: string;
  /**
   * Registry and path of Istio's images.
   *
   * @default that of Istio's releases
   */
  readonly hub?: string;
  /**
   * Tag of Istio's images.
   *
   * @default the release of Istio 1.31 that this version of the library was made for
   */
  readonly tag?: string;
  /**
   * Fields of the mesh configuration (`meshConfig`), over those of the posture and of Istio's defaults.
   *
   * @default none
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  readonly meshConfig?: { readonly [field: string]: any };
  /**
   * How services are called that say nothing else themselves, nor their namespace. What the mesh configuration has fields for is written
   * there (`defaultHttpRetryPolicy`, `defaultTrafficPolicy`) and holds for all that proxies call; the rest, and all of it where
   * `controlPlane` is false, is written for each service. `overrides` tells where something else is said.
   *
   * @default - Istio's
   */
  readonly defaults?: TrafficDefaults;
  /**
   * Trust domain of the mesh's identities (`meshConfig.trustDomain`). Meshes that call each other share it, or name each other's as
   * aliases; their authorities have the same root.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
  /**
   * Further trust domains whose identities are let in, and which policies take for the mesh's own (`meshConfig.trustDomainAliases`).
   *
   * @default none
   */
  readonly trustDomainAliases?: string[];
  /**
   * Who signs the certificates of workloads.
   *
   * @default istiod, with an authority that it makes itself
   */
  readonly certificateAuthority?: CertificateAuthority;
  /**
   * Whether proxies answer what their applications ask of DNS (`ISTIO_META_DNS_CAPTURE` in `meshConfig.defaultConfig.proxyMetadata`).
   * External services without addresses then get one each, so that TCP ports of several can be told apart.
   *
   * @default false: as Istio; the proxies of nodes always do
   */
  readonly dnsCapture?: boolean;
  /**
   * Environment variables of istiod (`pilot.env` of the installation), for what it does only where it is told to, such as
   * `PILOT_ENABLE_QUIC_LISTENERS`.
   *
   * @default - those of the profile
   */
  readonly pilotEnv?: { readonly [name: string]: string };
  /**
   * Whether the mesh has ambient mode: the CNI plugin and ztunnel on every node, and an istiod that knows of them. Namespaces and
   * workloads are then enrolled with `Enrollment.AMBIENT`; those with sidecars go on beside them. Where `controlPlane` is false, it
   * says that whoever installs the control plane has it so.
   *
   * @default false
   */
  readonly ambient?: boolean;
  /**
   * Whether the CRDs and the control plane are written. Turn it off where another program installs them.
   *
   * @default true
   */
  readonly controlPlane?: boolean;
  /**
   * What is allowed in the whole mesh, beside the calls that are declared; ports are those of pods. `AccessPolicy.everything()` leaves out the
   * policies of the posture, and the rules of calls with them.
   *
   * @default AccessPolicy.nothing(); in Posture.OPEN, AccessPolicy.everything()
   */
  readonly access?: AccessPolicy;
  /**
   * Whether policies are tried out only (`istio.io/dry-run`): counted and logged, and without effect. A namespace or a service may say otherwise, so
   * that one after another is enforced.
   *
   * @default true in Posture.AUDIT, else false
   */
  readonly dryRun?: boolean;
  /**
   * How paths of requests are written before policies and routes look at them (`meshConfig.pathNormalization.normalization`). What is denied by
   * its path can be had by another spelling of it, such as `//admin` or `/%2Fadmin`, unless the proxies know all spellings that the application
   * takes for the same; `DECODE_AND_MERGE_SLASHES` knows these.
   *
   * @default BASE: `.` and `..` are resolved, `\` becomes `/`
   */
  readonly pathNormalization?: PathNormalizationType;
  /**
   * In which kinds the routes of services are written, save where a service says otherwise.
   *
   * @default RouteDialect.ISTIO
   */
  readonly routeDialect?: RouteDialect;
  /**
   * What else is narrowed to what is declared: who is shown which service, at which namespaces istiod looks, and what gateways know.
   *
   * @default - only sidecars are, as the posture says
   */
  readonly scoping?: MeshScoping;
}

/** How an ingress gateway of the mesh is run. */
export interface MeshIngressGatewayOptions extends IngressGatewayProps {
  /**
   * Name of the namespace in which the gateway runs. All gateways that do not say share one.
   *
   * @default "istio-ingress"
   */
  readonly namespace?: string;
}
