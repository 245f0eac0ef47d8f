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

/** How istiod knows the root of what an authority behind the API of Kubernetes signs. */
export interface KubernetesCsrOptions {
  /**
   * A secret in the namespace of the control plane with the root in `root-cert.pem`, if this program makes it.
   *
   * @default - one with the name "external-ca-cert" that is made elsewhere; for signers of Kubernetes itself, the root of the cluster
   */
  readonly secret?: ISecret;
}

/** Domain and path, as the API of Kubernetes takes them. */
const SIGNER_NAME = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z0-9]([-a-z0-9]*[a-z0-9])?\/[a-z0-9]([-./a-z0-9]*[a-z0-9])?$/;

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
   * each other. Writes nothing: istiod looks for the secret.
   *
   * @param options the secret, to be checked
   * @example new Mesh(app, 'signed', { certificateAuthority: CertificateAuthority.pluggedIn(), controlPlane: false });
   */
  public static pluggedIn(options: PluggedInAuthorityOptions = {}): CertificateAuthority {
    return new CertificateAuthority('pluggedIn', {}, options.secret);
  }

  /**
   * cert-manager, through its agent `istio-csr`, which must be installed before istiod. istiod signs no certificates then and has its own from
   * the secret `istiod-tls`, which cert-manager writes. Writes the address into istiod's `ConfigMap` of values (`data.values`:
   * `global.caAddress`), and `ENABLE_CA_SERVER` into the environment of its `Deployment` (`spec.template.spec.containers[].env[]`).
   *
   * @param options where the agent is
   * @throws if the address has no port
   * @see https://cert-manager.io/docs/usage/istio-csr/
   * @example new Mesh(app, 'managed', { certificateAuthority: CertificateAuthority.istioCsr() });
   */
  public static istioCsr(options: IstioCsrOptions = {}): CertificateAuthority {
    const { address = 'cert-manager-istio-csr.cert-manager.svc:443' } = options;
    if (!/^[^\s:/]+:\d+$/.test(address)) {
      throw new Error(`"${address}" is not the address of a certificate authority. Give a host and a port, such as "istio-csr.cert-manager.svc:443".`);
    }
    return new CertificateAuthority('istioCsr', { global: { caAddress: address }, pilot: { env: { ENABLE_CA_SERVER: 'false' } } });
  }

  /**
   * SPIRE, whose agents hand identities to proxies through a socket. Pods get the socket and labels from a template of the injector, which
   * holds for all of them and for injected gateways. The mesh must name SPIRE's trust domain. Writes the template into the `ConfigMap` of the
   * injector (`data.config`), and what it says into pods that are injected at synthesis, such as a `Deployment`
   * (`spec.template.spec.volumes[].csi.driver`).
   *
   * @param options how pods reach the agent
   * @see https://istio.io/latest/docs/ops/integrations/spire/
   * @example
   * const attested = new Mesh(app, 'attested', { certificateAuthority: CertificateAuthority.spire(), trustDomain: 'example.org' });
   * const vault = attested.addNamespace('vault');
   * new kplus.Deployment(vault, 'keys', { containers: [{ image: 'example.com/keys:1' }] });
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

  /**
   * An authority behind the API of Kubernetes: istiod hands on what proxies ask for as CertificateSigningRequests to a signer, which it may
   * approve. Writes `EXTERNAL_CA` and `K8S_SIGNER` into the environment of istiod's `Deployment` (`spec.template.spec.containers[].env[]`), the
   * secret with the root into its volumes (`spec.template.spec.volumes[]`), without which it does not start, and the approval into its `ClusterRole`
   * (`rules[].resourceNames`).
   *
   * @param signerName the signer, such as `example.com/mesh`; whoever signs for it must be in the cluster
   * @param options the secret with the root
   * @throws if the name has no domain or no path
   * @see https://istio.io/latest/docs/tasks/security/cert-management/custom-ca-k8s/
   * @example new Mesh(app, 'custom', { certificateAuthority: CertificateAuthority.kubernetesCsr('example.com/mesh') });
   */
  public static kubernetesCsr(signerName: string, options: KubernetesCsrOptions = {}): CertificateAuthority {
    if (!SIGNER_NAME.test(signerName)) {
      throw new Error(`"${signerName}" is not the name of a signer. Give a domain and a path, such as "example.com/mesh".`);
    }
    const name = 'external-ca-cert';
    const known = options.secret === undefined && signerName.startsWith('kubernetes.io/');
    return new CertificateAuthority('kubernetesCsr', {
      global: { certSigners: [signerName] },
      pilot: {
        env: { EXTERNAL_CA: 'ISTIOD_RA_KUBERNETES_API', K8S_SIGNER: signerName },
        ...(!known && {
          volumes: [{ name, secret: { secretName: options.secret?.name ?? name } }],
          volumeMounts: [{ name, mountPath: `/etc/${name}`, readOnly: true }],
        }),
      },
    }, options.secret);
  }

  /** @internal */
  public readonly _kind: 'pluggedIn' | 'istioCsr' | 'spire' | 'kubernetesCsr';
  /**
   * What the charts are told.
   *
   * @internal
   */
  public readonly _values: JsonObject;
  /** @internal */
  public readonly _secret?: ISecret;

  private constructor(kind: CertificateAuthority['_kind'], values: JsonObject, secret?: ISecret) {
    this._kind = kind;
    this._values = values;
    this._secret = secret;
  }

  /** @internal */
  public get _gatewayTemplates(): string | undefined {
    return this._kind === 'spire' ? `gateway,${SPIRE_TEMPLATE}` : undefined;
  }
}
