import type { ISecret } from 'cdk8s-plus-28';
import { Host } from '../../reference/host-name';
import { Labels } from '../../reference/labels';
import { MeshPort } from '../../reference/port';
import { ClientTLSMode, ClientTLSSettings, DestinationRuleSpec, PortSelector } from '../../resources';

/** How a proxy adds TLS to what an application sends in plain text. */
export interface TlsOriginationOptions {
  /**
   * The ports that it is added to.
   *
   * @default - all on which the application speaks no TLS itself
   */
  readonly ports?: MeshPort[];
  /**
   * The secret with `ca.crt`, and for mutual TLS with `tls.crt` and `tls.key`. It must be where the proxies that add the TLS are: in
   * the namespace of each caller, or in that of the egress gateway.
   *
   * @default - see credentialName; without both, the server is checked with the certificates of the proxy's own image
   */
  readonly credential?: ISecret;
  /**
   * Name of a secret that this program does not make (`tls.credentialName`).
   *
   * @default - the name of `credential`
   */
  readonly credentialName?: string;
  /**
   * The server name that is asked for (`tls.sni`).
   *
   * @default - the host of the request; on ports that carry no requests, the host of the external service
   */
  readonly sni?: string;
  /**
   * Names of which the server's certificate must have one (`tls.subjectAltNames`).
   *
   * @default - the server name that is asked for
   */
  readonly subjectAltNames?: string[];
}

/**
 * TLS that proxies add to what leaves the mesh: the application speaks plain text, so that its requests can be routed, measured and
 * allowed one by one, and the outside sees TLS.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/
 */
export class TlsOrigination {
  /**
   * TLS in which the server alone shows a certificate. Writes a `DestinationRule` a host of the external service (`spec.trafficPolicy.tls.mode`:
   * SIMPLE), by which sidecars, or the egress gateway, add it, and port 443 as that of plain HTTP outside (`ServiceEntry`
   * `spec.ports[].targetPort`).
   *
   * @param options to which ports, and how the server is checked
   * @throws if credentialName is not the name of the credential
   * @throws if the list of ports is empty
   * @example
   * const search = mesh.addExternalService('search', {
   *   hosts: ['search.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple(),
   * });
   * web.calls(search);
   */
  public static simple(options: TlsOriginationOptions = {}): TlsOrigination {
    return new TlsOrigination(ClientTLSMode.SIMPLE, options);
  }

  /**
   * TLS in which both sides show a certificate. Writes a `DestinationRule` a host and caller (`spec.workloadSelector`,
   * `spec.trafficPolicy.tls.credentialName`, `spec.trafficPolicy.tls.mode`: MUTUAL), with a `Role` and a `RoleBinding` by which the caller's
   * proxies may read the secret; at an egress gateway, one rule a host.
   *
   * @param options to which ports, and with which credential
   * @throws if there is neither a credential nor its name
   * @throws if credentialName is not the name of the credential
   * @throws if the list of ports is empty
   * @example
   * const bank = mesh.addExternalService('bank', {
   *   hosts: ['bank.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.mutual({ credentialName: 'bank-client' }),
   * });
   * web.calls(bank);
   */
  public static mutual(options: TlsOriginationOptions): TlsOrigination {
    if (options.credential === undefined && options.credentialName === undefined) {
      throw new Error('Mutual TLS to the outside has no credential to show. Give credential, or credentialName for a secret that exists.');
    }
    return new TlsOrigination(ClientTLSMode.MUTUAL, options);
  }

  /** Name of the secret with the certificates; undefined where the proxy's own ones are used. */
  public readonly credentialName?: string;

  /** @internal */
  public readonly _mode: ClientTLSMode;

  private constructor(mode: ClientTLSMode, private readonly options: TlsOriginationOptions) {
    this._mode = mode;
    const { credential, credentialName, ports } = options;
    if (credential !== undefined && credentialName !== undefined && credential.name !== credentialName) {
      throw new Error(`credentialName "${credentialName}" is not the name of credential "${credential.name}". Give one of them.`);
    }
    if (ports?.length === 0) throw new Error('The list of ports to which TLS is added is empty. Leave ports out for all of them.');
    this.credentialName = credential?.name ?? credentialName;
  }

  /** @internal */
  public get _credential(): ISecret | undefined {
    return this.options.credential;
  }

  /** @internal */
  public get _ports(): readonly MeshPort[] | undefined {
    return this.options.ports;
  }

  /**
   * Whether TLS is added on a port.
   *
   * @param port a port of the external service
   * @example
   * const search = mesh.addExternalService('search', {
   *   hosts: ['search.example.com'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple(),
   * });
   * const inPlainText = search.ports.filter((port) => !port.isTls && !search.originateTls?.adds(port));
   */
  public adds(port: MeshPort): boolean {
    return this.options.ports === undefined ? !port.isTls : this.options.ports.some(({ number }) => number === port.number);
  }

  /**
   * What a client does on a port of a host, in the form of `tls` of a DestinationRule.
   *
   * @internal
   */
  public _settings(host: string, port: MeshPort): ClientTLSSettings {
    const { sni = port.isHttp ? undefined : host, subjectAltNames } = this.options;
    // A proxy that is told a server name checks no name of the certificate unless it is told which.
    const names = subjectAltNames ?? (sni === undefined ? undefined : [sni]);
    return {
      mode: this._mode,
      ...(this.credentialName !== undefined && { credentialName: this.credentialName }),
      ...(sni !== undefined && { sni }),
      ...(names !== undefined && { subjectAltNames: [...names] }),
    };
  }
}

/** The rule by which proxies add TLS to what they send to a host; those of pods with some labels alone, where they are given. */
export function renderOrigination(host: string, ports: readonly MeshPort[], origination: TlsOrigination, selector?: Labels): DestinationRuleSpec {
  const settings = ports.filter((port) => origination.adds(port)).map((port) => ({ number: port.number, tls: origination._settings(host, port) }));
  const [first] = settings;
  const alike = settings.length === ports.length && settings.every(({ tls }) => JSON.stringify(tls) === JSON.stringify(first.tls));
  return {
    host: Host.of(host),
    ...(selector && { workloadSelector: { matchLabels: { ...selector } } }),
    trafficPolicy: alike ? { tls: first.tls } : {
      portLevelSettings: settings.sort((one, other) => one.number - other.number).map(({ number, tls }) => ({ port: PortSelector.of(number), tls })),
    },
  };
}
