import { ApiObject, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { deployment, meshFor, messageOf, service } from './harness';
import { ServiceEntryResolution, Mesh, MeshPort, StringMatch } from '../../src';

describe('what is wrong at once', () => {
  test('a service added twice', () => {
    const { shop } = meshFor();
    service(shop, 'web');
    expect(messageOf(() => shop.addService('web'))).toBe(
      '[mesh-2-shop] Service "web" is there already. Give the second one another name, or keep the object that the first addService() returned.');
  });

  test('weights that do not add up to 100', () => {
    const { shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
    const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } }));
    const v2 = web.addVersion('v2', deployment(shop, 'web-v2', { labels: { app: 'web', version: 'v2' } }));
    expect(messageOf(() => web.split(v1.weight(80), v2.weight(10)))).toBe(
      '[mesh-2-shop/services/web] The weights 80, 10 add up to 90, not to 100. Change them so that they add up to 100. (A8)');
  });

  test.each([-1, 33.3, NaN])('the weight %p', (weight) => {
    const { shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
    const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } }));
    expect(messageOf(() => web.split(v1.weight(weight)))).toBe(
      `[mesh-2-shop/services/web] The weight ${weight} of version "v1" is not a whole number from 0 to 100. Give each version its share in percent.`);
  });

  test('a version of another service in the split', () => {
    const { shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
    const api = shop.addService('api', { ports: [MeshPort.http(80, { target: 8080 })] });
    const other = api.addVersion('v1', deployment(shop, 'api-v1', { labels: { app: 'api', version: 'v1' } }));
    expect(messageOf(() => web.split(other.weight(100)))).toBe(
      '[mesh-2-shop/services/web] Version "v1" belongs to api.shop.svc.cluster.local, not to web.shop.svc.cluster.local. Give versions that this service made with addVersion().');
  });

  test('a call from one mesh into another', () => {
    const { app, shop } = meshFor();
    const other = new Mesh(app, 'other', { controlPlane: false });
    const far = service(other.addNamespace('far'), 'far');
    expect(messageOf(() => service(shop, 'web').calls(far))).toBe(
      '[mesh-2-shop/services/web] It cannot call "other-2-far/services/far", which belongs to the mesh "other" and not to "mesh". '
      + 'Declare what is called in this mesh with addExternalService(), or put both into one mesh.');
  });

  test.each([[undefined], [[]]])('expose() with hosts %p', (hosts) => {
    const { mesh, shop } = meshFor();
    const web = service(shop, 'web');
    expect(messageOf(() => mesh.addIngressGateway('public').expose(web, { hosts: hosts as any }))).toBe(
      '[mesh-2-istio-ingress/public] expose() of service "web" has no host. Give the names that clients use, such as hosts: ["shop.example.com"], or ["*"] for any.');
  });

  test('expose() with a URL for a host', () => {
    const { mesh, shop } = meshFor();
    expect(messageOf(() => mesh.addIngressGateway('public').expose(service(shop, 'web'), { hosts: ['https://shop.example.com'] }))).toBe(
      '[mesh-2-istio-ingress/public] "https://shop.example.com" is not a host name. '
      + 'Give a name such as "shop.example.com", "*.example.com" or "*", without a scheme, port or path.');
  });

  test('a comparison with nothing', () => {
    const { shop } = meshFor();
    const web = service(shop, 'web');
    expect(messageOf(() => web.route({ match: [{ headers: { agent: StringMatch.of() } }, { path: StringMatch.prefix('') }] }))).toBe(
      `[${web.node.path}] The prefix match of the path is empty, which Istio refuses. Leave the match out, or give a value.`);
  });

  test('a credential in a namespace that the gateway cannot read', () => {
    const { mesh, shop } = meshFor();
    const secret = new kplus.Secret(shop, 'tls', { metadata: { name: 'tls' } });
    expect(messageOf(() => mesh.addIngressGateway('public').expose(service(shop, 'web'), { hosts: ['shop.example.com'], credential: secret }))).toBe(
      '[mesh-2-istio-ingress/public] Secret "tls" is in namespace "shop", and the gateway runs in "istio-ingress". '
      + 'A gateway can read only the secrets of its own namespace: create the secret there. (A10)');
  });

  test('an external host that is a wildcard with STATIC resolution', () => {
    const { mesh } = meshFor();
    expect(messageOf(() => mesh.addExternalService('cdn', {
      hosts: ['*.example.com'], ports: [MeshPort.tls(443)], resolution: ServiceEntryResolution.STATIC, endpoints: ['192.0.2.1'],
    }))).toBe('[mesh-1-control-plane/external/cdn] Host "*.example.com" is a wildcard, and resolution STATIC needs the address of one host. '
      + 'Use resolution NONE or DYNAMIC_DNS, or list the hosts one by one.');
  });

  test('methods on a port that carries bytes', () => {
    const { shop } = meshFor();
    const redis = shop.addService('redis', { ports: [MeshPort.tcp(6379)], workload: deployment(shop, 'redis', { ports: [{ containerPort: 6379 }] }) });
    expect(messageOf(() => service(shop, 'web').calls(redis, { methods: ['GET'] }))).toBe(
      '[mesh-2-shop/services/redis] "mesh-2-shop/services/web" calls it with methods, but port 6379 speaks tcp, in which there are none. '
      + 'Leave them out, or name the HTTP ports with ports: […]. (A17)');
  });

  test.each([
    [{ methods: ['get'] }, 'the method "get", which no request has. Write methods in capitals, such as GET'],
    [{ paths: ['items'] }, 'the path "items", which no request has. Begin paths with "/", leave the query out, and use "*" at the beginning or the end alone, "{*}" for one part, and "{**}" for all at the end'],
    [{ paths: ['/a/*/b'] }, 'the path "/a/*/b", which no request has. Begin paths with "/", leave the query out, and use "*" at the beginning or the end alone, "{*}" for one part, and "{**}" for all at the end'],
    [{ methods: [] }, 'an empty list of methods, which fits no request. Leave methods out for any of them'],
  ])('a call with %j', (options, message) => {
    const { shop } = meshFor();
    expect(messageOf(() => service(shop, 'web').calls(service(shop, 'api'), options))).toBe(
      `[mesh-2-shop/services/api] "mesh-2-shop/services/web" calls it with ${message}.`);
  });

  test.each(['/a', '/a/*', '*/b', '*', '/a/{*}/b', '/a/{**}'])('the path %p is one that requests can have', (path) => {
    const { shop } = meshFor();
    expect(messageOf(() => service(shop, 'web').calls(service(shop, 'api'), { paths: [path] }))).toBeUndefined();
  });

  test('names that Kubernetes would not take', () => {
    const { mesh } = meshFor();
    expect(messageOf(() => mesh.addExternalService('Up_x', { hosts: ['a.com'], ports: [MeshPort.tls(443)] }))).toBe(
      '[mesh] "Up_x" is not a name for an external service. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.');
    expect(messageOf(() => mesh.addIngressGateway('A_b'))).toBe(
      '[mesh] "A_b" is not a name for a gateway. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.');
    expect(messageOf(() => mesh.addIngressGateway('ok', { serviceType: 'Bogus' }))).toBe(
      '[mesh-2-istio-ingress/ok] "Bogus" is not a type of Service. Use one of LoadBalancer, NodePort, ClusterIP.');
  });

  test('a workload without a pod template', () => {
    const { shop } = meshFor();
    const map = new ApiObject(shop, 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(messageOf(() => shop.addService('web', { workload: map }))).toBe(
      '[mesh-2-shop/services/web] "mesh-2-shop/map" holds 0 objects with a pod template (none). '
      + 'Give one Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod; Workloads.named(include, "Deployment", "…") picks one of several.');
  });

  test.each([0, 65536, 1.5])('the port number %p', (number) => {
    expect(messageOf(() => MeshPort.http(number))).toBe(`${number} is not a port number. Give a whole number from 1 to 65535.`);
  });
});

test('a mesh with an image tag that means another image every day', () => {
  expect(messageOf(() => meshFor({ tag: 'latest' }))).toBe(
    '[mesh] The tag "latest" is a different image every day. Give the tag of a release, such as 1.31.4.');
});

describe('what synthesis finds', () => {
  test('is reported together, each under its construct', () => {
    const { app, mesh, shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 9999 })] });
    web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: '1.0' } }), { labels: { version: 'v1' } });
    shop.addService('odd', {
      ports: [MeshPort.http(80, { target: 8080 })],
      workload: deployment(shop, 'odd', { annotations: { 'sidecar.istio.io/proxyCPU': 'much' } }),
    });
    const root = shop.addService('root', {
      ports: [MeshPort.http(80, { target: 8080 })],
      workload: deployment(shop, 'root', { spec: { securityContext: { runAsUser: 1337 } } }),
    });
    shop.addService('host', { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'host', { spec: { hostNetwork: true } }) });
    const gateway = mesh.addIngressGateway('one');
    gateway.expose(web, { hosts: ['shop.example.com'] });
    gateway.expose(root, { hosts: ['shop.example.com'] });
    shop.addService('nothing', { ports: [MeshPort.http(80)] });

    const message = messageOf(() => app.synth());
    expect(message?.split('\n')).toEqual([
      'Validation failed with the following errors:',
      '  [mesh] Gateway "mesh-2-istio-ingress/one" exposes both "mesh-2-shop/services/web" and "mesh-2-shop/services/root" at shop.example.com:80/. '
      + 'Give one of them another host or another path.',
      '  [mesh] Deployment "host" at "mesh-2-shop/host-deployment" is not injected: the pod uses hostNetwork: its traffic cannot be captured. '
      + 'Change the pod, or give it the label sidecar.istio.io/inject: "false" to keep it out of the mesh.',
      '  [mesh] Deployment "odd" at "mesh-2-shop/odd-deployment" cannot be injected. '
      + 'Annotation sidecar.istio.io/proxyCPU is "much". It takes an amount such as 100m or 128Mi.',
      '  [mesh] Deployment "root" at "mesh-2-shop/root-deployment" is not injected: the pod runs as UID 1337, which is the proxy\'s own: its traffic would not be captured. '
      + 'Change the pod, or give it the label sidecar.istio.io/inject: "false" to keep it out of the mesh.',
      '  [mesh-2-shop/services/nothing] The service has no workload. '
      + 'Give addService() a workload, add versions with addVersion(), or give it a selector for pods that this program does not own.',
      '  [mesh-2-shop/services/web] The labels version=v1 of version "v1" match no pod: Deployment "web-v1" has app=web,version=1.0. '
      + 'Change the labels of the version or those of the pods. (A4)',
      '  [mesh-2-shop/services/web] No container of Deployment "web-v1" serves port 9999, the target of service port 80; they declare 8080. '
      + 'Give the port the target of a declared container port, or declare the port on the container.',
    ]);
    expect(() => Testing.synth(shop)).toThrow(message);
  });
});
