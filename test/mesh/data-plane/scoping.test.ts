import { Testing } from 'cdk8s';
import { Identity, Mesh, MeshPort, MeshService, Posture, Suppressions } from '../../../src';
import { printedBy } from '../../printed';
import { deployment, find, meshFor, messageOf, service } from '../harness';

const GATEWAY = { hosts: ['shop.example.com'] };

/** A mesh in which a gateway exposes one of two services. */
function exposing(props: object): ReturnType<typeof meshFor> & { web: MeshService; cart: MeshService } {
  const made = meshFor(props);
  const web = service(made.shop, 'web');
  const cart = service(made.shop, 'cart');
  web.calls(cart);
  made.mesh.addIngressGateway('public').expose(web, GATEWAY);
  return { ...made, web, cart };
}

function systemObjects(mesh: Mesh): any[] {
  const chart = mesh.node.scope!.node.children.find(({ node }) => node.id === 'mesh-1-control-plane');
  return Testing.synth(chart as any);
}

describe('exportTo', () => {
  test('hides a service from the gateways that do not expose it, and is not written where it hides nothing', () => {
    const { shop } = exposing({ scoping: { exportTo: true } });
    expect(find(shop, 'Service', 'cart').metadata.annotations).toEqual({ 'networking.istio.io/exportTo': '.' });
    expect(find(shop, 'Service', 'web').metadata.annotations).toBeUndefined();
  });

  test('names the namespaces of callers, also of those that are known by their identity alone', () => {
    const { cart, shop, mesh } = exposing({ scoping: { exportTo: true } });
    service(mesh.addNamespace('batch'), 'report').calls(cart);
    cart.allowFrom(Identity.of('monitoring', 'prometheus'));
    cart.route({ timeout: undefined });
    expect(find(shop, 'Service', 'cart').metadata.annotations).toEqual({ 'networking.istio.io/exportTo': '.,batch,monitoring' });
    expect(find(shop, 'VirtualService', 'cart').spec.exportTo).toEqual(['.', 'batch', 'monitoring']);
  });

  test('is refused where calls that nobody declared must find their way', () => {
    expect(messageOf(() => meshFor({ posture: Posture.OPEN, scoping: { exportTo: true } }))).toBe(
      '[mesh] Services are shown to declared callers alone (scoping.exportTo), and under posture open others may call them. '
      + 'Use Posture.ZERO_TRUST, or leave exportTo out.');
  });

  test('is not written unless asked for', () => {
    const { shop } = exposing({});
    expect(find(shop, 'Service', 'cart').metadata.annotations).toBeUndefined();
  });
});

describe('discovery selectors', () => {
  test('name the namespaces of the mesh, of its gateways, of callers and of the control plane', () => {
    const { cart, mesh } = exposing({ controlPlane: true, scoping: { discoverySelectors: true } });
    cart.allowFrom(Identity.of('monitoring', 'prometheus'));
    const config = systemObjects(mesh).find(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name === 'istio').data.mesh;
    expect(config).toContain([
      'discoverySelectors:',
      '- matchExpressions:',
      '  - key: kubernetes.io/metadata.name',
      '    operator: In',
      '    values:',
      '    - istio-ingress',
      '    - istio-system',
      '    - monitoring',
      '    - shop',
    ].join('\n'));
  });

  test('are refused where the program does not write istiod, and beside those of the mesh configuration', () => {
    expect(messageOf(() => meshFor({ scoping: { discoverySelectors: true } }))).toBe(
      '[mesh] scoping.discoverySelectors is a setting of istiod, which this program does not write (controlPlane: false). '
      + 'Say it where the control plane is installed, and leave it out here.');
    expect(messageOf(() => meshFor({ controlPlane: true, scoping: { discoverySelectors: true }, meshConfig: { discoverySelectors: [] } }))).toBe(
      '[mesh] Both meshConfig and scoping say discoverySelectors. Leave one of them out.');
  });
});

test('gateways get the clusters that they route to when istiod is told to filter them', () => {
  const { mesh } = exposing({ controlPlane: true, scoping: { gatewayClusters: true } });
  const istiod = systemObjects(mesh).find(({ kind, metadata: { name } }) => kind === 'Deployment' && name === 'istiod');
  expect(istiod.spec.template.spec.containers[0].env).toContainEqual({ name: 'PILOT_FILTER_GATEWAY_CLUSTER_CONFIG', value: 'true' });
});

describe('how proxies start', () => {
  test('is said of the mesh, of a namespace and of a service, each in a ProxyConfig of its own', () => {
    const { mesh, shop } = meshFor();
    const web = service(shop, 'web');
    mesh.addProxyConfig({ concurrency: 2 });
    shop.addProxyConfig({ environmentVariables: { ISTIO_META_DNS_CAPTURE: 'true' } });
    web.addProxyConfig({ image: { imageType: 'distroless' } });
    expect([...systemObjects(mesh), ...Testing.synth(shop)].filter(({ kind }) => kind === 'ProxyConfig')).toEqual([
      { apiVersion: 'networking.istio.io/v1beta1', kind: 'ProxyConfig', metadata: { name: 'mesh-default', namespace: 'istio-system' }, spec: { concurrency: 2 } },
      {
        apiVersion: 'networking.istio.io/v1beta1',
        kind: 'ProxyConfig',
        metadata: { name: 'default', namespace: 'shop' },
        spec: { environmentVariables: { ISTIO_META_DNS_CAPTURE: 'true' } },
      },
      {
        apiVersion: 'networking.istio.io/v1beta1',
        kind: 'ProxyConfig',
        metadata: { name: 'web', namespace: 'shop' },
        spec: { selector: { matchLabels: { app: 'web' } }, image: { imageType: 'distroless' } },
      },
    ]);
  });

  test('is said once, and not with nothing', () => {
    const { shop } = meshFor();
    expect(messageOf(() => shop.addProxyConfig({}))).toBe('[mesh-2-shop] addProxyConfig() says nothing. Give concurrency, environmentVariables or image.');
    shop.addProxyConfig({ concurrency: 1 });
    expect(messageOf(() => shop.addProxyConfig({ concurrency: 1 }))).toBe(
      '[mesh-2-shop] It has said already how its proxies start. Call addProxyConfig() once, with everything.');
  });
});

describe('what is said of every service of a label', () => {
  test('holds for those that are there and for those that come, by their own labels and those of their namespace', () => {
    const { mesh, shop } = meshFor();
    const seen: string[] = [];
    shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], labels: { team: 'a' }, workload: deployment(shop, 'web') });
    mesh.forEachService({ team: 'a' }, { visit: ({ serviceName }) => void seen.push(serviceName) });
    service(mesh.addNamespace('batch', { labels: { team: 'a' } }), 'report');
    service(shop, 'cart');
    expect(seen).toEqual(['web', 'report']);
    expect(find(shop, 'Service', 'web').metadata.labels).toEqual({ team: 'a' });
  });

  test('of a namespace does not reach others', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web');
    service(mesh.addNamespace('batch'), 'report');
    shop.forEachService({}, { visit: (one) => one.denyAll() });
    expect(find(shop, 'AuthorizationPolicy', 'web-denials').spec.action).toBe('DENY');
    expect(find(mesh.namespaces[1], 'AuthorizationPolicy', 'report-denials')).toBeUndefined();
  });

  test('is a finding where there is no such service', () => {
    const { app, mesh } = meshFor();
    mesh.forEachService({ team: 'b' }, { visit: (one) => one.denyAll() });
    expect(messageOf(() => app.synth())).toBe('Validation failed with the following errors:\n  [mesh] forEachService() is for services with the labels '
      + 'team=b, and there is none. Correct the labels, or leave it out.');
  });
});

describe('how much proxies know', () => {
  test('is what they call where sidecars have scopes, and for gateways the whole mesh', () => {
    const { mesh } = exposing({});
    expect(mesh.scopes.map(({ proxy, hosts, configuration }) => [proxy, hosts, configuration.toKibibytes()])).toEqual([
      ['istio-ingress/public', 2, 137], ['shop/cart', 0, 115], ['shop/web', 1, 126],
    ]);
  });

  test('is the whole mesh without scopes', () => {
    expect(exposing({ posture: Posture.OPEN }).mesh.scopes.map(({ hosts }) => hosts)).toEqual([2, 2, 2]);
  });
});

test('scopes under ALLOW_ANY are warned about, since they block nothing', () => {
  const { app, mesh } = meshFor({ meshConfig: { outboundTrafficPolicy: { mode: 'ALLOW_ANY' } } });
  expect(printedBy(() => app.synth())).toEqual([
    '[mesh] warning: Sidecars have scopes, and outboundTrafficPolicy.mode ALLOW_ANY lets requests to hosts that no scope names pass all the same. '
    + 'Leave the mode out, which is REGISTRY_ONLY in ZERO_TRUST, or do not count on scopes to block anything. (A24)\n',
  ]);
  const quiet = meshFor({ meshConfig: { outboundTrafficPolicy: { mode: 'ALLOW_ANY' } } });
  Suppressions.of(quiet.mesh).add('A24', 'scopes are there for size alone');
  expect(printedBy(() => quiet.app.synth())).toEqual([]);
  expect(mesh.scopes).toEqual([]);
});
