import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { gatewayTraffic } from './gateway-traffic';
import { answers, refused } from './proxy-traffic';
import { gatewayApiDefinitions } from '../lib/definitions';
import { Envoy, identityOf } from '../lib/envoy';
import { yamlFiles } from '../lib/istio-module';
import { spareAddress } from '../lib/pods';
import { Outcome } from '../lib/process';
import { Report } from '../lib/report';
import { RunningMesh } from '../lib/running-mesh';
import { Suite, SuiteContext } from '../lib/suite';
import { synthesizeGateways } from '../programs/gateways';
import { CREDENTIALS, HOSTS, PORTS, synthesizeIngress } from '../programs/ingress';

/** Sends traffic in through an injected gateway and one of the Gateway API, which expose the same, and out through one of the Gateway API. */
export const ingress: Suite = {
  name: 'ingress',
  title: 'istiod and stock Envoy at the edge: TLS in its modes, paths of several services, bytes, the addresses of clients, and the way out by the Gateway API',
  async run({ lifetime, report }: SuiteContext): Promise<void> {
    const folder = path.join(lifetime.folder, 'ingress');
    const definitions = path.join(lifetime.folder, 'gateway-api.yaml');
    writeFileSync(definitions, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: await gatewayApiDefinitions() }));
    synthesizeIngress(folder);
    await sendTraffic(report, await RunningMesh.start(lifetime, 'ingress', [definitions, ...yamlFiles(folder)], ['edge/modern-istio'], true));
    const ways = path.join(lifetime.folder, 'ways');
    synthesizeGateways(ways, 'gateway-api', spareAddress(0), spareAddress(1));
    await gatewayTraffic(report, await RunningMesh.start(lifetime, 'ways', [definitions, ...yamlFiles(ways)], ['edge/out-istio']), 'gateways of the Gateway API', 'out-istio');
  },
};

async function sendTraffic(report: Report, mesh: RunningMesh): Promise<void> {
  await mesh.cluster.kubectl.applyObjects(await credentials(mesh));
  const client = await mesh.stranger();
  const [web, api, admin] = [await mesh.connect('shop', 'web'), await mesh.connect('team', 'api'), await mesh.connect('team', 'admin')];
  const [vault, db] = [await mesh.connect('shop', 'vault'), await mesh.connect('shop', 'db')];
  for (const envoy of [web, api, admin]) await mesh.serve(envoy, 'http', 3000);
  await mesh.serve(vault, 'tcp', 8443, identityOf(vault.pod));
  await mesh.serve(db, 'tcp', 5432);
  for (const deployment of ['in', 'modern-istio']) {
    const gateway = await mesh.connect('edge', deployment);
    report.check(`ingress/${deployment}: Envoy takes everything that istiod sends`, await gateway.refusals());
    await checkGateway(report, mesh, gateway, { client, somebody: identityOf(web.pod) });
  }
}

/** Where calls come from, and an identity that the authority of the mesh has signed. */
interface Caller {
  readonly client: string;
  readonly somebody: string;
}

/** What of a request is not usual. */
interface Request {
  readonly header?: string;
  readonly identity?: string;
  readonly port?: number;
}

async function checkGateway(report: Report, mesh: RunningMesh, { pod }: Envoy, { client, somebody }: Caller): Promise<void> {
  const check = (what: string, complaints: string[]): void => report.check(`ingress/${pod.name}: ${what}`, complaints);
  const https = (host: string, where: string, { header, identity, port = 443 }: Request = {}): Promise<Outcome> => {
    const url = `https://${pod.ip}:${port}${where}`;
    return mesh.call(client, ['http-call', '--url', url, '--host', host, '--server-name', host, ...(header ? ['--header', header] : [])], identity);
  };
  const bytes = (port: number, ...more: string[]): Promise<Outcome> => mesh.call(client, ['tcp-call', '--address', `${pod.ip}:${port}`, ...more]);
  const from = (address: string) => ({ header: `x-forwarded-for=${address}` });
  const denied = '403 RBAC: access denied';

  check('a host over HTTPS', answers(await https(HOSTS.shop, '/'), '200 web-0'));
  check('a path of the host leads to another service, of another namespace', answers(await https(HOSTS.shop, '/api/items'), '200 api-0'));
  check('and a path that only begins alike does not', answers(await https(HOSTS.shop, '/apis'), '200 web-0'));
  check('plain HTTP is sent to HTTPS', answers(await mesh.call(client, ['http-call', '--url', `http://${pod.ip}:80/`, '--host', HOSTS.shop]), '301'));
  check('a client comes in whose address is allowed', answers(await https(HOSTS.shop, '/admin', from('192.0.2.7')), '200 admin-0'));
  check('and no other', answers(await https(HOSTS.shop, '/admin', from('198.51.100.7')), denied));
  check('also where it says an allowed one before its own', answers(await https(HOSTS.shop, '/admin/x', from('192.0.2.7, 198.51.100.7')), denied));
  check('other paths are open to all', answers(await https(HOSTS.shop, '/', from('198.51.100.7')), '200 web-0'));
  check('a client with a certificate comes in where one is asked for', answers(await https(HOSTS.partners, '/', { identity: somebody }), '200 web-0'));
  check('and none without', refused(await https(HOSTS.partners, '/')));
  if (pod.name === 'in-0') {
    check('both come in where it is optional', [
      ...answers(await https(HOSTS.maybe, '/'), '200 web-0'), ...answers(await https(HOSTS.maybe, '/', { identity: somebody }), '200 web-0'),
    ]);
  }
  check('a workload of the mesh comes in with its own certificate', answers(await https(HOSTS.inside, '/', { identity: somebody, port: PORTS.inside }), '200 web-0'));
  check('and nobody without one', refused(await https(HOSTS.inside, '/', { port: PORTS.inside })));
  check('TLS is passed through by its server name', answers(await bytes(443, '--server-name', HOSTS.vault), 'vault-0: PING'));
  check('and not for another name', refused(await bytes(443, '--server-name', 'other.example.com')));
  check('bytes come in at a port of their own', answers(await bytes(PORTS.bytes), 'db-0: PING'));
}

/** Credentials of the gateways; whom the authority of the mesh signs for may come in where clients show certificates. */
async function credentials(mesh: RunningMesh): Promise<object[]> {
  const { cert, key, authority } = await mesh.certificate('spiffe://cluster.local/ns/edge/sa/outside');
  return CREDENTIALS.map((name) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: 'edge' },
    stringData: { 'tls.crt': cert, 'tls.key': key, 'ca.crt': authority },
  }));
}
