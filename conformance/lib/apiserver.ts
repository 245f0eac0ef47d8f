import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { startEtcd } from './etcd';
import { Kubectl } from './kubectl';
import { freePorts, Lifetime, waitFor } from './process';
import { builtProgram } from './programs';

/** Services of the fake cluster get their addresses from here. Nothing routes them. */
export const SERVICE_RANGE = '10.96.0.0/16';

/** A real API server with an etcd of its own: no controllers, no nodes, nothing that would act on what it is told. */
export interface Cluster {
  readonly name: string;
  readonly kubectl: Kubectl;
  readonly kubeconfig: string;
  /** Its address, `https://…`. */
  readonly server: string;
  /** What admits an administrator. */
  readonly token: string;
}

/** Starts one. */
export async function startCluster(lifetime: Lifetime, name: string): Promise<Cluster> {
  const etcd = await startEtcd(lifetime, name);
  const binary = await builtProgram('kube-apiserver');
  const [port] = await freePorts(1);
  const file = (suffix: string) => path.join(lifetime.folder, `${name}-${suffix}`);
  const server = `https://127.0.0.1:${port}`;
  const token = randomBytes(16).toString('hex');
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs1', format: 'pem' } });
  writeFileSync(file('tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 });
  writeFileSync(file('sa.key'), keys.privateKey, { mode: 0o600 });
  writeFileSync(file('sa.pub'), keys.publicKey);
  const daemon = lifetime.start(`${name}-apiserver`, binary, [
    `--etcd-servers=${etcd}`,
    '--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${port}`, '--endpoint-reconciler-type=none',
    `--cert-dir=${file('certs')}`,
    `--token-auth-file=${file('tokens.csv')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${file('sa.pub')}`, `--service-account-signing-key-file=${file('sa.key')}`,
    // Without controllers no namespace gets its default account, and no pod would be admitted.
    '--disable-admission-plugins=ServiceAccount',
    '--authorization-mode=RBAC',
    `--service-cluster-ip-range=${SERVICE_RANGE}`,
  ]);
  const kubeconfig = file('kubeconfig.json');
  writeFileSync(kubeconfig, JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name, cluster: { server, 'insecure-skip-tls-verify': true } }],
    'users': [{ name, user: { token } }],
    'contexts': [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  }), { mode: 0o600 });
  const kubectl = new Kubectl(kubeconfig, lifetime.folder);
  await waitFor('the API server to be ready', 60_000, async () => {
    const answer = await kubectl.run(['get', '--raw', '/readyz']);
    return answer.code === 0 ? true : undefined;
  }, daemon);
  return { name, kubectl, kubeconfig, server, token };
}
