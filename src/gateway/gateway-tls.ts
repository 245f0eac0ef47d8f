import { ServerTLSMode, ServerTLSSettings, TLSProtocol } from '../resources';

/** How TLS is spoken, by whatever a server shows a certificate. */
export interface GatewayTlsOptions {
  /**
   * The oldest version that is spoken (`minProtocolVersion`). One below 1.2 needs ciphers that fit.
   *
   * @default - TLS 1.2, or that of the mesh's `tlsDefaults`
   */
  readonly minProtocolVersion?: TLSProtocol;
  /**
   * The newest version that is spoken (`maxProtocolVersion`).
   *
   * @default - TLS 1.3
   */
  readonly maxProtocolVersion?: TLSProtocol;
  /**
   * Ciphers for versions up to 1.2 (`cipherSuites`), by their names in OpenSSL, such as "ECDHE-RSA-AES256-GCM-SHA384". Those of 1.3 are fixed.
   *
   * @default - Envoy's own choice, or that of the mesh's `tlsDefaults`
   */
  readonly cipherSuites?: string[];
}

/** How TLS is spoken where clients show certificates, too. */
export interface GatewayMutualTlsOptions extends GatewayTlsOptions {
  /**
   * Name of the Secret or ConfigMap with the authorities of the clients' certificates, in the gateway's namespace (`caCertCredentialName`).
   *
   * @default - `ca.crt` of the credential, or the Secret with "-cacert" behind the credential's name
   */
  readonly caCertCredentialName?: string;
  /**
   * Names of which a client's certificate must have one (`subjectAltNames`).
   *
   * @default - any that the authorities have signed
   */
  readonly subjectAltNames?: string[];
}

const ORDER = [TLSProtocol.TLSV1_0, TLSProtocol.TLSV1_1, TLSProtocol.TLSV1_2, TLSProtocol.TLSV1_3];

/**
 * How a gateway meets the TLS of its clients (`tls.mode` of a server). The credential is said beside it.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode
 */
export class GatewayTls {
  /**
   * The gateway shows a certificate and takes the TLS off: the usual HTTPS. Writes a server of the `Gateway` (`spec.servers[].tls.mode`: SIMPLE,
   * `spec.servers[].tls.minProtocolVersion`).
   *
   * @param options versions and ciphers
   * @throws if the oldest version is above the newest
   * @throws if ciphers are given where TLS 1.3 alone is spoken, or are missing where versions below 1.2 are
   * @throws if the list of ciphers is empty
   * @example
   * gateway.expose(web, {
   *   hosts: ['tls.example.com'], credentialName: 'shop-tls', tls: GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_3 }),
   * });
   */
  public static simple(options: GatewayTlsOptions = {}): GatewayTls {
    return new GatewayTls(ServerTLSMode.SIMPLE, options);
  }

  /**
   * As `simple`, and clients must show a certificate that one of the given authorities has signed. Writes a server of the `Gateway`
   * (`spec.servers[].tls.mode`: MUTUAL, `spec.servers[].tls.caCertCredentialName`).
   *
   * @param options versions and ciphers, the authorities, and the names that certificates of clients must have
   * @throws if the oldest version is above the newest
   * @throws if ciphers are given where TLS 1.3 alone is spoken, or are missing where versions below 1.2 are
   * @throws if the list of ciphers is empty
   * @example
   * gateway.expose(web, {
   *   hosts: ['partners.example.com'], credentialName: 'shop-tls', tls: GatewayTls.mutual({ caCertCredentialName: 'partners-ca' }),
   * });
   */
  public static mutual(options: GatewayMutualTlsOptions = {}): GatewayTls {
    return new GatewayTls(ServerTLSMode.MUTUAL, options);
  }

  /**
   * As `simple`, and clients may show a certificate, which must hold then. Writes a server of the `Gateway` (`spec.servers[].tls.mode`:
   * OPTIONAL_MUTUAL).
   *
   * @param options as for `mutual`
   * @throws if the oldest version is above the newest
   * @throws if ciphers are given where TLS 1.3 alone is spoken, or are missing where versions below 1.2 are
   * @throws if the list of ciphers is empty
   * @example gateway.expose(web, { hosts: ['maybe.example.com'], credentialName: 'shop-tls', tls: GatewayTls.optionalMutual() });
   */
  public static optionalMutual(options: GatewayMutualTlsOptions = {}): GatewayTls {
    return new GatewayTls(ServerTLSMode.OPTIONAL_MUTUAL, options);
  }

  /**
   * The service itself shows the certificate; the gateway reads the server name alone. Writes a server of the `Gateway` (`spec.servers[].tls.mode`:
   * PASSTHROUGH), and routes by server name into the `VirtualService` of the host (`spec.tls[].match[].sniHosts`).
   *
   * @example
   * const vault = shop.addService('vault', { ports: [MeshPort.tls(8443, { target: 8080 })], workload: pods('vault') });
   * gateway.expose(vault, { hosts: ['vault.example.com'], tls: GatewayTls.passthrough() });
   */
  public static passthrough(): GatewayTls {
    return new GatewayTls(ServerTLSMode.PASSTHROUGH, {});
  }

  /**
   * Clients are workloads of the mesh, and both sides show the certificates that the mesh gave them. Writes a server of the `Gateway`
   * (`spec.servers[].tls.mode`: ISTIO_MUTUAL).
   *
   * @example gateway.expose(web, { hosts: ['web.internal.example.com'], tls: GatewayTls.istioMutual(), gatewayPort: 15443 });
   */
  public static istioMutual(): GatewayTls {
    return new GatewayTls(ServerTLSMode.ISTIO_MUTUAL, {});
  }

  private readonly options: GatewayMutualTlsOptions;

  private constructor(
    /** Who decrypts, and who shows a certificate. */
    public readonly mode: ServerTLSMode,
    options: GatewayMutualTlsOptions,
  ) {
    const { minProtocolVersion: min, maxProtocolVersion: max, cipherSuites } = options;
    if (min !== undefined && max !== undefined && ORDER.indexOf(max) !== -1 && ORDER.indexOf(min) > ORDER.indexOf(max)) {
      throw new Error(`TLS versions from ${min} to ${max} are none. Give a minProtocolVersion that is not above maxProtocolVersion.`);
    }
    if (min === TLSProtocol.TLSV1_3 && cipherSuites !== undefined) {
      throw new Error('Ciphers are given, and TLS 1.3 alone is spoken, whose ciphers are fixed. Leave cipherSuites out, or let minProtocolVersion be TLSV1_2.');
    }
    if ((min === TLSProtocol.TLSV1_0 || min === TLSProtocol.TLSV1_1) && cipherSuites === undefined) {
      throw new Error(`TLS from ${min} on has no cipher among Envoy's own. Give cipherSuites that old clients speak, such as "ECDHE-RSA-AES128-SHA", or a later version.`);
    }
    if (cipherSuites?.length === 0) {
      throw new Error('The list of ciphers is empty. Leave cipherSuites out for Envoy\'s own choice.');
    }
    this.options = { ...options, ...(cipherSuites && { cipherSuites: [...cipherSuites] }) };
  }

  /** Whether a credential of the gateway's namespace is shown. */
  public get needsCredential(): boolean {
    return this.mode !== ServerTLSMode.PASSTHROUGH && this.mode !== ServerTLSMode.ISTIO_MUTUAL;
  }

  /**
   * As a server of a Gateway spells it.
   *
   * @internal
   */
  public _render(credentialName: string | undefined): ServerTLSSettings {
    const { subjectAltNames, ...others } = this.options;
    return {
      mode: this.mode,
      ...(credentialName !== undefined && { credentialName }),
      ...others,
      ...(subjectAltNames && { subjectAltNames: [...subjectAltNames].sort() }),
    };
  }
}
