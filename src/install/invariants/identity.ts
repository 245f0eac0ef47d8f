import { error, Installed, InvariantFinding, partsOf, warning } from './part';
import type { ChartName } from '../charts';
import { isGiven } from '../values/read';
import { at } from '../values/tree';

/*
 * What all components of a cluster must say alike: where they are. A proxy, an istiod and a node's ztunnel that do not agree on it
 * trust other certificates, or take a workload of their own cluster for a far one.
 */

interface Place {
  readonly name: string;
  /** Which components say it. */
  readonly charts: readonly ChartName[];
  /** Where they have it, of which the first that is given holds. */
  readonly paths: readonly (readonly string[])[];
  /** What holds where nothing was said. */
  readonly byDefault: string;
}

const BOTH: readonly ChartName[] = ['istiod', 'ztunnel'];

const PLACES: readonly Place[] = [
  { name: 'cluster name', charts: BOTH, paths: [['global', 'multiCluster', 'clusterName'], ['multiCluster', 'clusterName']], byDefault: 'Kubernetes' },
  { name: 'network', charts: BOTH, paths: [['global', 'network'], ['network']], byDefault: '' },
  { name: 'mesh ID', charts: BOTH, paths: [['global', 'meshID'], ['meshID']], byDefault: '' },
  { name: 'cluster domain', charts: ['istiod'], paths: [['global', 'proxy', 'clusterDomain']], byDefault: 'cluster.local' },
];

/** All istiods and the ztunnel of a cluster are in the same cluster, network and mesh. */
export function onePlace(installed: Installed): InvariantFinding[] {
  return PLACES.flatMap(({ name, charts, paths, byDefault }) => {
    const said = partsOf(installed, ...charts).map(({ title, values }) => ({
      title, value: String(paths.map((path) => at(values, path)).find((value) => isGiven(value)) ?? byDefault),
    }));
    const other = said.find(({ value }) => value !== said[0].value);
    return other === undefined ? [] : [error(
      `The ${name} is ${JSON.stringify(said[0].value)} for ${said[0].title} and ${JSON.stringify(other.value)} for ${other.title}. Components of one cluster need the same: set it for all of them.`,
    )];
  });
}

/** What moves the packets of a pod is chosen by istiod for its proxy and by the CNI plugin for its node. */
export function oneWayOfPackets(installed: Installed): InvariantFinding[] {
  const plugins = partsOf(installed, 'cni');
  return partsOf(installed, 'istiod').flatMap((istiod) => plugins.flatMap((plugin) => {
    const [its, theirs] = [istiod, plugin].map(({ values }) => at(values, ['global', 'nativeNftables']) === true);
    return its === theirs ? [] : [error(
      `global.nativeNftables is ${its} for ${istiod.title} and ${theirs} for ${plugin.title}. The rules of a pod are written by one and read by the other: set it alike.`,
    )];
  }));
}

/** Istiods of different trust domains know each other's identities where one is an alias of the other. */
export function oneTrust(installed: Installed): InvariantFinding[] {
  const said = partsOf(installed, 'istiod').map(({ title, values }) => ({
    title,
    domain: String(at(values, ['meshConfig', 'trustDomain']) ?? 'cluster.local'),
    aliases: (at(values, ['meshConfig', 'trustDomainAliases']) ?? []) as readonly string[],
  }));
  const [first] = said;
  const other = said.find(({ domain, aliases }) => domain !== first.domain && !aliases.includes(first.domain) && !first.aliases.includes(domain));
  return other === undefined ? [] : [warning(
    `The trust domain is ${JSON.stringify(first.domain)} for ${first.title} and ${JSON.stringify(other.domain)} for ${other.title}, whose policies do not know each other's workloads. `
    + 'Give both the same, or make one an alias of the other (meshConfig.trustDomainAliases).',
  )];
}
