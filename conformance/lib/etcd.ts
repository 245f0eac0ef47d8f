import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { freePorts, Lifetime, waitFor } from './process';

/** Starts an etcd of its own, with its data in the lifetime's folder, and gives its address. */
export async function startEtcd(lifetime: Lifetime, name: string): Promise<string> {
  const [client, peer] = await freePorts(2);
  const clientUrl = `http://127.0.0.1:${client}`;
  const peerUrl = `http://127.0.0.1:${peer}`;
  const binary = ['/usr/bin/etcd', '/usr/local/bin/etcd'].find(existsSync) ?? 'etcd';
  const daemon = lifetime.start(`${name}-etcd`, binary, [
    '--name', 'conformance',
    '--data-dir', path.join(lifetime.folder, `${name}-etcd`),
    '--listen-client-urls', clientUrl, '--advertise-client-urls', clientUrl,
    '--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl, '--initial-cluster', `conformance=${peerUrl}`,
    // Nothing here outlives the run, so nothing needs to reach the disk.
    '--unsafe-no-fsync',
  ]);
  await waitFor('etcd to be healthy', 30_000, async () => {
    const answer = await fetch(`${clientUrl}/health`);
    return answer.ok ? true : undefined;
  }, daemon);
  return clientUrl;
}
