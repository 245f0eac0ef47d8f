import type { ISecret } from 'cdk8s-plus-28';
import { JsonObject } from '../reference/json';
import { printYaml } from '../yaml/on-demand';

/** Certificates of an authority of your own, which istiod signs with. */
export interface PluggedInAuthorityOptions {
  /**
   * The secret `cacerts` in the namespace of the control plane, if this program makes it: with `ca-cert.pem`, `ca-key.pem`, `root-cert.pem`
   * and `cert-chain.pem`, or with `tls.crt`, `tls.key` and `ca.crt`.
   *
   * @default - one of that name that is made elsewhere
   */
  readonly secret?: ISecret;
}

/** How cert-manager's agent for Istio is reached. */
export interface IstioCsrOptions {
  /**
   * Host and port of its Service (`global.caAddress`).
   *
   * @default "cert-manager-istio-csr.cert-manager.svc:443"
   */
  readonly address?: string;
}

/** How workloads reach the agent of SPIRE. */
export interface SpireOptions {
  /**
   * Name of the CSI driver that brings the agent's socket into pods (`csi.driver`).
   *
   * @default "csi.spiffe.io"
   */
  readonly csiDriver?: string;
  /**
   * Labels of the pods by which SPIRE knows for whom it makes identities.
   *
   * @default - spiffe.io/spire-managed-identity: "true"
   */
  readonly podLabels?: { readonly [name: string]: string };
}

/** Name of the template that SPIRE's socket comes with. */
const SPIRE_TEMPLATE = 'spire';

/**
 * Who signs the certificates of workloads, where istiod does not do it with an authority that it makes itself.
 *
 * @see https://istio.io/latest/docs/tasks/security/cert-management/
 */
export class CertificateAuthority {
  /** Name of the secret in which istiod looks for an authority. */
  public static readonly SECRET_NAME = 'cacerts';

  /**
   * istiod, with an intermediate authority of your own from the secret `cacerts`. All meshes whose authorities have the same root trust
   * each other. It writes nothing: istiod looks for the secret.
   *
   * @param options the secret, to be checked
   * @example new Mesh(app, 'signed', { certificateAuthority: CertificateAuthority.pluggedIn(), controlPlane: false });
   */
  public static pluggedIn(options: PluggedInAuthorityOptions = {}): CertificateAuthority {
    return new CertificateAuthority('pluggedIn', {}, options.secret);
  }

  /**
   * cert-manager, through its agent `istio-csr`, which must be installed before istiod. Proxies ask it for certificates
   * (`values.global.caAddress`), istiod signs none (`ENABLE_CA_SERVER` of `values.pilot.env`) and has its own from the secret `istiod-tls`,
   * which cert-manager writes.
   *
   * @param options where the agent is
   * @throws if the address has no port
   * @see https://cert-manager.io/docs/usage/istio-csr/
   * @example new Mesh(app, 'managed', { certificateAuthority: CertificateAuthority.istioCsr(), controlPlane: false });
   */
  public static istioCsr(options: IstioCsrOptions = {}): CertificateAuthority {
    const { address = 'cert-manager-istio-csr.cert-manager.svc:443' } = options;
    if (!/^[^\s:/]+:\d+$/.test(address)) {
      throw new Error(`"${address}" is not the address of a certificate authority. Give a host and a port, such as "istio-csr.cert-manager.svc:443".`);
    }
    return new CertificateAuthority('istioCsr', { global: { caAddress: address }, pilot: { env: { ENABLE_CA_SERVER: 'false' } } });
  }

  /**
   * SPIRE, whose agents hand identities to proxies through a socket. Pods get the socket and labels from a template of the injector
   * (`values.sidecarInjectorWebhook.templates`), which holds for all of them (`defaultTemplates`) and for injected gateways. The mesh must
   * name SPIRE's trust domain.
   *
   * @param options how pods reach the agent
   * @see https://istio.io/latest/docs/ops/integrations/spire/
   * @example new Mesh(app, 'attested', { certificateAuthority: CertificateAuthority.spire(), trustDomain: 'example.org', controlPlane: false });
   */
  public static spire(options: SpireOptions = {}): CertificateAuthority {
    const { csiDriver = 'csi.spiffe.io', podLabels = { 'spiffe.io/spire-managed-identity': 'true' } } = options;
    const name = 'workload-socket';
    const template = {
      metadata: { labels: { ...podLabels } },
      spec: {
        containers: [{ name: 'istio-proxy', volumeMounts: [{ name, mountPath: '/run/secrets/workload-spiffe-uds', readOnly: true }] }],
        volumes: [{ name, csi: { driver: csiDriver, readOnly: true } }],
      },
    };
    return new CertificateAuthority('spire', {
      sidecarInjectorWebhook: { templates: { [SPIRE_TEMPLATE]: printYaml(template) }, defaultTemplates: ['sidecar', SPIRE_TEMPLATE] },
    });
  }

  /** @internal */
  public readonly _kind: 'pluggedIn' | 'istioCsr' | 'spire';
  /**
   * What the charts are told.
   *
   * @internal
   */
  public readonly _values: JsonObject;
  /** @internal */
  public readonly _secret?: ISecret;

  private constructor(kind: 'pluggedIn' | 'istioCsr' | 'spire', values: JsonObject, secret?: ISecret) {
    this._kind = kind;
    this._values = values;
    this._secret = secret;
  }

  /** @internal */
  public get _gatewayTemplates(): string | undefined {
    return this._kind === 'spire' ? `gateway,${SPIRE_TEMPLATE}` : undefined;
  }
}
