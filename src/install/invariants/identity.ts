import { error, Installed, InstalledPart, InvariantFinding, partsOf } from './part';
import { isGiven } from '../values/read';
import { at } from '../values/tree';

/*
 * What all components of a cluster must say alike: where they are. A proxy, an istiod and a node's ztunnel that do not agree on it
 * trust other certificates, or take a workload of their own cluster for a far one.
 */

interface Place {
  readonly name: string;
  /** Where each chart has it. */
  readonly of: (part: InstalledPart) => unknown;
  /** What holds where nothing was said. */
  readonly byDefault: string;
}

const global = (...path: readonly string[]) => ({ values }: InstalledPart): unknown => at(values, ['global', ...path]);

const PLACES: readonly Place[] = [
  { name: 'cluster name', of: (part) => firstGiven(global('multiCluster', 'clusterName')(part), at(part.values, ['multiCluster', 'clusterName'])), byDefault: 'Kubernetes' },
  { name: 'network', of: (part) => firstGiven(global('network')(part), part.values.network), byDefault: '' },
  { name: 'mesh ID', of: (part) => firstGiven(global('meshID')(part), part.values.meshID), byDefault: '' },
  {
    name: 'cluster domain',
    of: (part) => firstGiven(global('proxy', 'clusterDomain')(part), at(part.values, ['meshConfig', 'defaultConfig', 'proxyMetadata', 'ISTIO_META_DNS_DOMAIN'])),
    byDefault: 'cluster.local',
  },
];

/** All istiods and the ztunnel of a cluster are in the same cluster, network and mesh. */
export function onePlace(installed: Installed): InvariantFinding[] {
  const parts = partsOf(installed, 'istiod', 'ztunnel');
  return PLACES.flatMap(({ name, of, byDefault }) => {
    // A ztunnel has no cluster domain of its own.
    const said = parts.filter(({ chart }) => chart === 'istiod' || name !== 'cluster domain')
      .map((part) => ({ title: part.title, value: String(firstGiven(of(part), byDefault) ?? '') }));
    const [first] = said;
    const other = said.find(({ value }) => value !== first.value);
    return other === undefined ? [] : [error(
      `The ${name} is ${JSON.stringify(first.value)} for ${first.title} and ${JSON.stringify(other.value)} for ${other.title}. Components of one cluster need the same: set it for all of them.`,
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

function firstGiven(...values: readonly unknown[]): unknown {
  return values.find((value) => isGiven(value));
}
