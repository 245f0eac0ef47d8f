import { ApiObject, App, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { EgressGateway, Enrollment, ExternalServiceOptions, Mesh, MeshPort, MeshProxyConfig, ServiceEntryResolution, TlsOrigination } from '../../../src';
import { deployment, everything, find, meshFor, messageOf, service } from '../harness';

const { NONE, DNS, STATIC, DYNAMIC_DNS } = ServiceEntryResolution;

/** The objects beside the control plane. */
function root(mesh: Mesh): any[] {
  return everything(App.of(mesh))['mesh-1-control-plane'];
}

/** The ServiceEntry of an external service, without where it is seen. */
function entry(options: ExternalServiceOptions): any {
  const { mesh } = meshFor();
  mesh.addExternalService('outside', options);
  const { exportTo, location, ...spec } = root(mesh).find(({ kind }) => kind === 'ServiceEntry').spec;
  return spec;
}

function findings(mesh: Mesh): string[] {
  const message = messageOf(() => Testing.synth(App.of(mesh).charts[0])) ?? '';
  return message.split('\n').slice(1).map((line) => line.trim());
}

function refusal(options: ExternalServiceOptions): string | undefined {
  return messageOf(() => meshFor().mesh.addExternalService('outside', options))?.replace('[mesh-1-control-plane/external/outside] ', '');
}

describe('what is outside', () => {
  test('by a range of addresses goes to the one that was asked for', () => {
    expect(entry({ hosts: ['databases.example'], ports: [MeshPort.tcp(5432)], addresses: ['192.0.2.0/24'] })).toEqual({
      hosts: ['databases.example'], addresses: ['192.0.2.0/24'], ports: [{ number: 5432, name: 'tcp-5432', protocol: 'TCP' }], resolution: 'NONE',
    });
  });

  test('at fixed places is known to TCP clients by their addresses, unless others are given', () => {
    const options = { hosts: ['ledger.example.com'], endpoints: ['192.0.2.10', '192.0.2.11'] };
    expect(entry({ ...options, ports: [MeshPort.tcp(1521)] })).toMatchObject({ addresses: ['192.0.2.10', '192.0.2.11'], resolution: 'STATIC' });
    expect(entry({ ...options, ports: [MeshPort.tcp(1521)], addresses: ['198.51.100.1'] })).toMatchObject({ addresses: ['198.51.100.1'] });
    expect(entry({ ...options, ports: [MeshPort.tls(443)] })).not.toHaveProperty('addresses');
  });

  test('is called on another port than applications call, where a port has a target', () => {
    expect(entry({ hosts: ['api.example.com'], ports: [MeshPort.http(80, { target: 8080 }), MeshPort.tls(443)] }).ports).toEqual([
      { number: 80, name: 'http-80', protocol: 'HTTP', targetPort: 8080 }, { number: 443, name: 'tls-443', protocol: 'TLS' },
    ]);
  });

  test('by a wildcard can be found by the name of each request', () => {
    expect(entry({ hosts: ['*.example.com'], ports: [MeshPort.http(80), MeshPort.tls(443)], resolution: DYNAMIC_DNS }).resolution).toBe('DYNAMIC_DNS');
  });
});

test.each<[string, ExternalServiceOptions, string]>([
  ['a host twice', { hosts: ['a.example', 'a.example'], ports: [MeshPort.tls(443)] }, 'Host "a.example" is given twice. Give each host once.'],
  ['a port twice', { hosts: ['a.example'], ports: [MeshPort.tls(443), MeshPort.http(443)] }, 'Port 443 is given twice. Give each port once.'],
  ['a target with a name', { hosts: ['a.example'], ports: [MeshPort.http(80, { targetName: 'web' })] },
    'Port 80 has the target "web", and what is outside has no container whose port could have a name. Give the target as a number.'],
  ['another port without another address', { hosts: ['*.example'], ports: [MeshPort.http(80, { target: 8080 })] },
    'Port 80 should become 8080, and resolution NONE goes to the very port that the application asked for. '
    + 'Leave the target out and let the application call that port, or use another resolution.'],
  ['several hosts on a TCP port', { hosts: ['a.example', 'b.example'], ports: [MeshPort.tcp(5432)] },
    'TCP port 5432 cannot tell the hosts "a.example", "b.example" apart. Declare an external service for each of them.'],
  ['several hosts behind the same addresses on a TCP port', { hosts: ['a.example', 'b.example'], ports: [MeshPort.tcp(5432)], addresses: ['192.0.2.0/24'] },
    'TCP port 5432 goes by the addresses "192.0.2.0/24", which do not tell the hosts "a.example", "b.example" apart. '
    + 'Declare an external service for each of them. (A22)'],
  ['a TCP port without address for any host (A22)', { hosts: ['*.example'], ports: [MeshPort.tcp(5432)] },
    'TCP port 5432 has no address, so it would take every connection to port 5432, whatever its host. '
    + 'Give addresses, or make the port with MeshPort.tls if clients send a server name. (A22)'],
  ['a host name as an address', { hosts: ['a.example'], ports: [MeshPort.tcp(5432)], addresses: ['b.example'] },
    '"b.example" is neither an IP address nor a range of them. Give an address such as "192.0.2.10", or a range such as "192.0.2.0/24".'],
  ['a range that is none', { hosts: ['a.example'], ports: [MeshPort.tcp(5432)], addresses: ['192.0.2.0/33'] },
    '"192.0.2.0/33" is neither an IP address nor a range of them. Give an address such as "192.0.2.10", or a range such as "192.0.2.0/24".'],
  ['a range whose hosts are looked up', { hosts: ['a.example'], ports: [MeshPort.tcp(5432)], addresses: ['192.0.2.0/24'], resolution: DNS },
    'Resolution DNS leads to hosts, and "192.0.2.0/24" is a range of addresses. Use resolution NONE, which keeps the address that was asked for.'],
  ['fixed places without addresses', { hosts: ['a.example'], ports: [MeshPort.tls(443)], resolution: STATIC, endpoints: ['b.example'] },
    'Endpoint "b.example" is no IP address, which resolution STATIC needs. Give the address, or use resolution DNS.'],
  ['one host as a wildcard', { hosts: ['a.example'], ports: [MeshPort.tls(443)], resolution: DYNAMIC_DNS },
    'Host "a.example" is no wildcard, and resolution DYNAMIC_DNS is for wildcards alone. Use resolution DNS for it, in an external service of its own.'],
  ['bytes whose host nobody knows', { hosts: ['*.example'], ports: [MeshPort.tcp(5432)], resolution: DYNAMIC_DNS },
    'Port 5432 speaks tcp, in which resolution DYNAMIC_DNS finds no host. Make the port with MeshPort.tls, http, http2 or grpc, or use resolution NONE.'],
  ['endpoints of any host', { hosts: ['*.example'], ports: [MeshPort.tls(443)], resolution: DYNAMIC_DNS, endpoints: ['192.0.2.1'] },
    'Resolution DYNAMIC_DNS goes to the host that was asked for, and not to the endpoints "192.0.2.1". Leave the endpoints out, or use resolution STATIC or DNS.'],
  ['addresses of any host', { hosts: ['*.example'], ports: [MeshPort.tls(443)], resolution: DYNAMIC_DNS, addresses: ['192.0.2.1'] },
    'Resolution DYNAMIC_DNS finds hosts by name, and not by the addresses "192.0.2.1". Leave the addresses out.'],
  ['TLS in TLS', { hosts: ['a.example'], ports: [MeshPort.tls(443)], originateTls: TlsOrigination.simple({ ports: [MeshPort.tls(443)] }) },
    'TLS is added on port 443, on which the application speaks TLS itself. Make the port with MeshPort.http or tcp, or leave it out of the ports of the origination.'],
  ['TLS on no port', { hosts: ['a.example'], ports: [MeshPort.tls(443)], originateTls: TlsOrigination.simple() },
    'TLS is added on no port: the application speaks TLS itself on all of them. Leave originateTls out, or make a port with MeshPort.http.'],
  ['TLS on a port that is not there', { hosts: ['a.example'], ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple({ ports: [MeshPort.http(81)] }) },
    'TLS is added on port 81, but its ports are 80. Name ports of the external service.'],
])('what cannot be outside is refused: %s', (_, options, message) => {
  expect(refusal(options)).toBe(message);
});

describe('TLS that sidecars add', () => {
  const HOSTS = ['api.example.com'];

  test('is said once for all callers, and goes to the port of HTTPS', () => {
    const { mesh } = meshFor();
    mesh.addExternalService('api', { hosts: HOSTS, ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple() });
    const objects = root(mesh);
    expect(objects.find(({ kind }) => kind === 'ServiceEntry').spec.ports).toEqual([{ number: 80, name: 'http-80', protocol: 'HTTP', targetPort: 443 }]);
    expect(objects.find(({ kind }) => kind === 'DestinationRule')).toEqual({
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'api', namespace: 'istio-system' },
      spec: { host: 'api.example.com', trafficPolicy: { tls: { mode: 'SIMPLE' } } },
    });
  });

  test('leaves ports alone on which the application speaks TLS, and checks the name where no request tells it', () => {
    const { mesh } = meshFor({ dnsCapture: true });
    mesh.addExternalService('db', {
      hosts: HOSTS, ports: [MeshPort.http(8080), MeshPort.tcp(5432), MeshPort.tls(443)], originateTls: TlsOrigination.simple(),
    });
    const objects = root(mesh);
    expect(objects.find(({ kind }) => kind === 'DestinationRule').spec).toEqual({
      host: 'api.example.com',
      trafficPolicy: {
        portLevelSettings: [
          { port: { number: 5432 }, tls: { mode: 'SIMPLE', sni: 'api.example.com', subjectAltNames: ['api.example.com'] } },
          { port: { number: 8080 }, tls: { mode: 'SIMPLE' } },
        ],
      },
    });
    expect(objects.find(({ kind }) => kind === 'ServiceEntry').spec.ports.map((port: any) => port.targetPort)).toEqual([undefined, undefined, undefined]);
  });

  test('has a rule a host, and a server name and names of the certificate where they are given', () => {
    const { mesh } = meshFor();
    mesh.addExternalService('api', {
      hosts: ['a.example.com', 'b.example.com'],
      ports: [MeshPort.http(80, { target: 8443 })],
      originateTls: TlsOrigination.simple({ sni: 'edge.example.com', subjectAltNames: ['cdn.example.com'] }),
    });
    const tls = { mode: 'SIMPLE', sni: 'edge.example.com', subjectAltNames: ['cdn.example.com'] };
    expect(root(mesh).filter(({ kind }) => kind === 'DestinationRule').map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ['api', { host: 'a.example.com', trafficPolicy: { tls } }],
      ['api-2', { host: 'b.example.com', trafficPolicy: { tls } }],
    ]);
  });

  test('with a credential is said for the pods of each caller, which may then read it', () => {
    const { mesh, shop } = meshFor();
    const credential = new kplus.Secret(shop, 'certificate', { metadata: { name: 'client-certificate' } });
    const api = mesh.addExternalService('api', { hosts: HOSTS, ports: [MeshPort.http(80)], originateTls: TlsOrigination.mutual({ credential }) });
    const web = service(shop, 'web');
    web.calls(api);
    web.calls(api);
    expect(root(mesh).filter(({ kind }) => kind === 'DestinationRule')).toEqual([]);
    expect(find(shop, 'DestinationRule', 'web-to-api').spec).toEqual({
      host: 'api.example.com',
      workloadSelector: { matchLabels: { app: 'web' } },
      trafficPolicy: { tls: { mode: 'MUTUAL', credentialName: 'client-certificate' } },
    });
    const group = 'rbac.authorization.k8s.io';
    expect(find(shop, 'Role', 'web-to-api').rules).toEqual([{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }]);
    expect(find(shop, 'RoleBinding', 'web-to-api')).toEqual({
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'web-to-api', namespace: 'shop' },
      roleRef: { apiGroup: group, kind: 'Role', name: 'web-to-api' },
      subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
    });
    expect(findings(mesh)).toEqual([]);
  });

  test('with a credential needs it beside each caller (A10)', () => {
    const { mesh, shop } = meshFor();
    const credential = new kplus.Secret(shop, 'certificate', { metadata: { name: 'client-certificate' } });
    const api = mesh.addExternalService('api', { hosts: HOSTS, ports: [MeshPort.http(80)], originateTls: TlsOrigination.mutual({ credential }) });
    expect(messageOf(() => service(mesh.addNamespace('back'), 'job').calls(api))).toBe(
      '[mesh-1-control-plane/external/api] "mesh-2-back/services/job" calls it, but secret "client-certificate" is in namespace "shop", and the caller in "back". '
      + 'A proxy can read only the secrets of its own namespace: give credentialName and put a secret into the namespace of each caller, '
      + 'or forward it at an egress gateway. (A10)');
  });

  test('is not added for callers without a sidecar, which is an error', () => {
    const { mesh } = meshFor({ ambient: true });
    const api = mesh.addExternalService('api', { hosts: HOSTS, ports: [MeshPort.http(80)], originateTls: TlsOrigination.simple() });
    service(mesh.addNamespace('calm', { enrollment: Enrollment.AMBIENT }), 'web').calls(api);
    expect(findings(mesh)).toEqual([
      '[mesh-1-control-plane/external/api] "mesh-2-calm/services/web" calls it without a sidecar (enrollment ambient) that could add TLS, '
      + 'so that plain text would leave. Enroll the caller with Enrollment.SIDECAR, or let the application speak TLS itself.',
    ]);
  });

  test('in mutual TLS needs something to show, once', () => {
    expect(messageOf(() => TlsOrigination.mutual({}))).toBe(
      'Mutual TLS to the outside has no credential to show. Give credential, or credentialName for a secret that exists.');
    expect(messageOf(() => TlsOrigination.simple({ ports: [] }))).toBe('The list of ports to which TLS is added is empty. Leave ports out for all of them.');
  });
});

describe('a TCP port without an address (A22)', () => {
  const outside = { hosts: ['db.example.com'], ports: [MeshPort.tcp(5432)] };

  test('would take all that its callers send to the port', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web').calls(mesh.addExternalService('db', outside));
    expect(findings(mesh)).toEqual([
      '[mesh-1-control-plane/external/db] TCP port 5432 has no address, so that all that "mesh-2-shop/services/web" sends to port 5432 would go to "db.example.com". '
      + 'Give addresses, or give the mesh dnsCapture: true, with which each host gets one. (A22)',
    ]);
  });

  test('gets one where proxies answer DNS: in the mesh, or in the pods of the caller', () => {
    const captured = meshFor({ dnsCapture: true });
    service(captured.shop, 'web').calls(captured.mesh.addExternalService('db', outside));
    expect(findings(captured.mesh)).toEqual([]);
    const { mesh, shop } = meshFor();
    const proxy = { config: MeshProxyConfig.of({ proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } }) };
    shop.addService('web', { workload: deployment(shop, 'web'), proxy }).calls(mesh.addExternalService('db', outside));
    expect(findings(mesh)).toEqual([]);
  });

  test('is none to the proxies of nodes, which always answer DNS', () => {
    const { mesh } = meshFor({ ambient: true });
    service(mesh.addNamespace('calm', { enrollment: Enrollment.AMBIENT }), 'web').calls(mesh.addExternalService('db', outside));
    expect(findings(mesh)).toEqual([]);
  });

  test('DNS that proxies answer is a setting of the mesh, beside others', () => {
    const mesh = new Mesh(Testing.app(), 'mesh', { dnsCapture: true, meshConfig: { defaultConfig: { proxyMetadata: { OTHER: 'x' }, concurrency: 2 } } });
    const config = root(mesh).find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'istio').data.mesh;
    expect(config).toContain('  concurrency: 2\n');
    expect(config).toContain('  proxyMetadata:\n    ISTIO_META_DNS_CAPTURE: "true"\n    OTHER: x\n');
  });
});

describe('a host that is declared twice (A21)', () => {
  const outside = { hosts: ['api.example.com'], ports: [MeshPort.tls(443)] };

  test('is an error where somebody sees both', () => {
    const { mesh, shop } = meshFor();
    const [one, two] = ['one', 'two'].map((name) => mesh.addExternalService(name, outside));
    service(shop, 'web').calls(one);
    service(mesh.addNamespace('back'), 'job').calls(two);
    expect(findings(mesh)).toEqual([]);
    service(shop, 'cart').calls(two);
    expect(findings(mesh)).toEqual([
      '[mesh-1-control-plane/external/two] Host "api.example.com" is declared by external service "one", too, and whoever sees both finds one of them. '
      + 'Declare each host once, with all its ports. (A21)',
    ]);
  });

  test('is found whoever declared it, and also where it is a service of the mesh', () => {
    const { mesh, shop } = meshFor();
    const web = service(shop, 'web');
    web.calls(mesh.addExternalService('api', outside));
    const theirs = (name: string, exportTo?: string[]): ApiObject => new ApiObject(shop, name, {
      apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name }, spec: { hosts: ['api.example.com'], ports: [{ number: 443, name: 'tls', protocol: 'TLS' }], exportTo },
    });
    theirs('elsewhere', ['back']);
    expect(findings(mesh)).toEqual([]);
    theirs('theirs', ['shop']);
    web.calls(mesh.addExternalService('self', { hosts: ['web.shop.svc.cluster.local'], ports: [MeshPort.http(80)] }));
    expect(findings(mesh)).toEqual([
      '[mesh-1-control-plane/external/api] Host "api.example.com" is declared by ServiceEntry shop/theirs, too, and whoever sees both finds one of them. '
      + 'Declare each host once, with all its ports. (A21)',
      '[mesh-1-control-plane/external/self] Host "web.shop.svc.cluster.local" is declared by service "mesh-2-shop/services/web", too, and whoever sees both finds one of them. '
      + 'Declare each host once, with all its ports. (A21)',
    ]);
  });
});

test('a wildcard that keeps the addresses that were asked for is seen by callers alone', () => {
  const { mesh, shop } = meshFor();
  service(shop, 'web').calls(mesh.addExternalService('cdn', { hosts: ['*.example.com'], ports: [MeshPort.tls(443)], resolution: NONE }));
  expect(find(shop, 'Sidecar', 'web').spec.egress).toEqual([{ hosts: ['istio-system/*.example.com'] }]);
});

test('calls that leave the mesh are edges, too, and tell what leaves', () => {
  const { mesh, shop } = meshFor({ dnsCapture: true });
  const web = service(shop, 'web');
  const api = mesh.addExternalService('api', {
    hosts: ['api.example.com'], ports: [MeshPort.tls(443), MeshPort.http(80)], originateTls: TlsOrigination.simple(),
  });
  const bank = mesh.addExternalService('bank', { hosts: ['bank.example.com'], ports: [MeshPort.tls(443)] });
  const wiki = mesh.addExternalService('wiki', { hosts: ['*.example.org'], ports: [MeshPort.tls(443)] });
  const out = new EgressGateway(mesh.addNamespace('edge'), 'out');
  out.forward(bank);
  out.forward(wiki, { wildcardServer: 'www.example.org' });
  for (const one of [api, bank, wiki]) web.calls(one);
  const host = 'out.edge.svc.cluster.local';
  const said = mesh.edges.map(({ to, mutualTls }) => [to, mutualTls.map(({ port, mutual, decidedBy, reason }) => [port, mutual, decidedBy, reason])]);
  expect(said).toEqual([
    ['api', [
      [80, false, 'DestinationRule', 'the proxy adds TLS (SIMPLE)'],
      [443, false, 'ServiceEntry istio-system/api', 'it is outside the mesh: what the application sends leaves as it is'],
    ]],
    ['bank', [[443, true, `DestinationRule of "${host}"`, 'it goes to the egress gateway in mutual TLS, and out from there']]],
    ['wiki', [[443, false, `VirtualService of "${host}"`, 'the TLS of the application passes through the egress gateway']]],
  ]);
});
