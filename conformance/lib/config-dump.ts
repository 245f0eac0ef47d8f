/** What an Envoy says it runs with. */
export class ConfigDump {
  /** What istiod says that it sent: the same, with the names of fields as Go's JSON has them. */
  public static ofIstiod(dump: { configs: any[] }): ConfigDump {
    return new ConfigDump(withFieldNames(dump));
  }

  private readonly sections: any[];

  constructor(dump: { configs: any[] }) {
    this.sections = dump.configs;
  }

  /** Names of the clusters that istiod sent. */
  public get clusters(): string[] {
    return this.section('ClustersConfigDump').flatMap((section) => section.dynamic_active_clusters ?? []).map(({ cluster }) => cluster.name).sort();
  }

  /** The hosts of the mesh that it can call: of each outbound cluster the last part of the name. */
  public get outboundHosts(): string[] {
    return [...new Set(this.clusters.filter((name) => name.startsWith('outbound|')).map((name) => name.split('|')[3]))].sort();
  }

  /** The listeners that istiod sent. */
  public get listeners(): any[] {
    return this.section('ListenersConfigDump').flatMap((section) => section.dynamic_listeners ?? [])
      .map((listener) => listener.active_state?.listener).filter((listener) => listener !== undefined);
  }

  /** The route tables that istiod sent. */
  public get routeTables(): any[] {
    return this.section('RoutesConfigDump').flatMap((section) => section.dynamic_route_configs ?? []).map((route) => route.route_config);
  }

  /** Everything that is warming or was refused. */
  public get unsettled(): string[] {
    const parts = this.sections.flatMap((section) => [
      ...(section.dynamic_warming_clusters ?? []).map(({ cluster }: any) => `cluster ${cluster?.name} is warming`),
      ...(section.dynamic_listeners ?? []).flatMap((listener: any) => [
        ...(listener.warming_state ? [`listener ${listener.name} is warming`] : []),
        ...(listener.error_state ? [`listener ${listener.name} was refused: ${listener.error_state.details}`] : []),
      ]),
      ...(section.dynamic_warming_secrets ?? []).map(({ name }: any) => `secret ${name} is warming`),
      ...Object.entries(section).filter(([, items]) => Array.isArray(items)).flatMap(([, items]) => items as any[])
        .filter((item) => item.error_state).map((item) => `${item.name ?? item.cluster?.name ?? 'a resource'} was refused: ${item.error_state.details}`),
    ]);
    return [...new Set(parts)];
  }

  /** The routes of the virtual hosts that answer to a host. */
  public routesOf(host: string): any[] {
    return this.routeTables.flatMap((table) => table.virtual_hosts ?? [])
      .filter((virtualHost: any) => virtualHost.domains.some((domain: string) => domain === host || domain.startsWith(`${host}:`)))
      .flatMap((virtualHost: any) => virtualHost.routes ?? []);
  }

  /** The filter chains through which connections to a port of the pod come in. */
  public inboundChains(port: number): any[] {
    return this.listeners.filter(({ name }) => name === 'virtualInbound').flatMap((listener) => listener.filter_chains ?? [])
      .filter((chain: any) => chain.filter_chain_match?.destination_port === port);
  }

  private section(type: string): any[] {
    return this.sections.filter((section) => String(section['@type']).endsWith(`.${type}`));
  }
}

/** The value with fields named as Envoy has them. Keys of maps, which are names themselves, have other signs in them. */
function withFieldNames(value: any): any {
  if (Array.isArray(value)) return value.map(withFieldNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => (
    [/^[a-z][A-Za-z0-9]*$/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key, withFieldNames(inner)]
  )));
}

/** All values under a key, however deep. */
export function deepValues(value: unknown, key: string): any[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [...(name === key ? [item] : []), ...deepValues(item, key)]);
}

/** The RBAC filters of a filter chain, network or HTTP. */
export function rbacFilters(chain: unknown): any[] {
  return deepValues(chain, 'typed_config').filter((config) => /\.rbac\.v3\.RBAC$/.test(config['@type'] ?? ''));
}

/** A route in one line: what must match, how long, how often, what is broken on purpose, and where it goes. */
export function routeText(route: any): string {
  const headers = (route.match.headers ?? []).map((header: any) => `${header.name}=${header.string_match?.exact ?? header.string_match?.safe_regex?.regex ?? '…'}`);
  const where = route.match.prefix ?? route.match.path ?? route.match.path_separated_prefix ?? '…';
  const action = route.route ?? {};
  const to = action.weighted_clusters?.clusters.map(({ name, weight }: any) => `${weight} ${target(name)}`) ?? [target(action.cluster ?? '…')];
  const { num_retries: retries, per_try_timeout: perTry, retry_on: retryOn } = action.retry_policy ?? {};
  const delay = deepValues(route.typed_per_filter_config, 'fixed_delay')[0];
  return [
    [where, ...headers].join(' '),
    ...(action.timeout && action.timeout !== '0s' ? [`timeout ${action.timeout}`] : []),
    ...(perTry ? [`${retries} retries of ${perTry} on ${retryOn}`] : []),
    ...(delay ? [`delay ${delay}`] : []),
    to.join(', '),
  ].join(' | ');
}

function target(cluster: string): string {
  const [, , subset, host] = cluster.split('|');
  return host === undefined ? cluster : [host.split('.')[0], ...(subset ? [subset] : [])].join(' ');
}
