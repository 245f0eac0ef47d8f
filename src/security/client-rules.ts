import { Decided } from './edge';
import { titleOf } from './peer-authentications';
import { JsonObject, Manifest } from '../reference/json';
import { Labels, matches } from '../reference/labels';
import { ClientTLSMode } from '../resources';

/** Who calls which port of which service. */
export interface ClientCall {
  /** Namespace of the calling pods. */
  readonly namespace: string;
  /** Labels of the calling pods. */
  readonly labels: Labels;
  /** Full host name of the service. */
  readonly host: string;
  /** Namespace of the service. */
  readonly serviceNamespace: string;
  /** The port of the service. */
  readonly port: number;
}

/** What callers do, as the DestinationRules of a mesh say, whoever wrote them. */
export class ClientRules {
  private readonly byNamespace = new Map<string, Map<string, Manifest[]>>();

  /**
   * @param manifests DestinationRules with their namespaces
   * @param rootNamespace where they hold for the whole mesh
   * @param clusterDomain domain of the cluster's Services, by which short host names become full
   */
  constructor(manifests: readonly Manifest[], private readonly rootNamespace: string, clusterDomain: string) {
    for (const one of manifests) {
      const namespace = one.metadata.namespace ?? 'default';
      const host = fullHost(String(one.spec?.host ?? ''), namespace, clusterDomain);
      const hosts = this.byNamespace.get(namespace) ?? new Map<string, Manifest[]>();
      this.byNamespace.set(namespace, hosts.set(host, [...hosts.get(host) ?? [], one]));
    }
  }

  /** What the rules say of TLS for a call; undefined where they leave it to the proxies. */
  public tlsOf(call: ClientCall): Decided<ClientTLSMode> | undefined {
    const rule = this.ruleOf(call);
    if (rule === undefined) return undefined;
    const whole = tlsModeAt(rule.spec?.trafficPolicy, call.port);
    // Routes may lead to any of the subsets: the one that is unlike the others is the one to know of.
    const subsets: JsonObject[] = rule.spec?.subsets ?? [];
    const other = subsets.find(({ trafficPolicy }) => ![undefined, whole].includes(tlsModeAt(trafficPolicy, call.port)));
    const mode = other === undefined ? whole : tlsModeAt(other.trafficPolicy, call.port);
    return mode === undefined ? undefined : { value: mode, by: other === undefined ? titleOf(rule) : `${titleOf(rule)} (subset "${other.name}")` };
  }

  /** The rule that holds: that of the caller's namespace, or else of the service's, or else of the root namespace. */
  private ruleOf(call: ClientCall): Manifest | undefined {
    const own = call.namespace === this.rootNamespace ? undefined : this.mostSpecific(call.namespace, call, () => true);
    return own ?? [call.serviceNamespace, this.rootNamespace]
      .map((namespace) => this.mostSpecific(namespace, call, (rule) => isExported(rule, namespace, call.namespace)))
      .find((rule) => rule !== undefined);
  }

  private mostSpecific(namespace: string, { host, labels }: ClientCall, visible: (rule: Manifest) => boolean): Manifest | undefined {
    const hosts = this.byNamespace.get(namespace);
    if (hosts === undefined) return undefined;
    const names = [host, ...wildcardsOf(host)];
    for (const name of names) {
      const found = (hosts.get(name) ?? []).filter((rule) => visible(rule) && picks(rule, labels));
      // A rule for some pods wins over one for all.
      if (found.length > 0) return found.find(({ spec }) => spec?.workloadSelector !== undefined) ?? found[0];
    }
    return undefined;
  }
}

/** `web.shop.svc.cluster.local` is one of `*.shop.svc.cluster.local`, `*.svc.cluster.local` and so on, the most specific first. */
function wildcardsOf(host: string): string[] {
  const labels = host.split('.');
  return [...labels.map((_, at) => ['*', ...labels.slice(at + 1)].join('.')).slice(0, -1), '*'];
}

function fullHost(host: string, namespace: string, clusterDomain: string): string {
  return host.includes('.') || host.startsWith('*') ? host : `${host}.${namespace}.svc.${clusterDomain}`;
}

function isExported({ spec }: Manifest, own: string, to: string): boolean {
  const names: string[] = spec?.exportTo ?? ['*'];
  return names.length === 0 || names.some((name) => name === '*' || name === to || (name === '.' && own === to));
}

function picks({ spec }: Manifest, labels: Labels): boolean {
  const selected: Labels = spec?.workloadSelector?.matchLabels ?? {};
  return matches(selected, labels);
}

function tlsModeAt(policy: JsonObject | undefined, port: number): ClientTLSMode | undefined {
  const settings: JsonObject[] = policy?.portLevelSettings ?? [];
  return settings.find((one) => one.port?.number === port)?.tls?.mode ?? policy?.tls?.mode;
}
