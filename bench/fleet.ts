import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { inOrder, renderControlPlane, resolveInstall } from '../src/install';
import { printDocuments } from '../src/yaml';

/**
 * How much processor time it takes to write the control planes of so many clusters, one after the other, in milliseconds. What is not
 * compared with another program must not depend on what else the machine does.
 */
export function timeFleet(clusters: number): number {
  const began = process.cpuUsage();
  for (let cluster = 0; cluster < clusters; cluster++) {
    const global = { meshID: 'fleet', network: `network-${cluster}`, multiCluster: { clusterName: `cluster-${cluster}` } };
    const components = renderControlPlane(resolveInstall({ values: { global } }));
    printDocuments(inOrder(components.flatMap(({ objects }) => objects)));
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Bytes in use once everything is gone that nobody needs any more. */
export function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
