import { Testing } from 'cdk8s';
import { deployment, find, meshFor, messageOf, plain, said } from './harness';
import { ControlPlane, Mesh, Revision, RevisionTag } from '../../src';

const patch = (operation: string, proxyVersion?: string): object => ({
  applyTo: 'HTTP_FILTER',
  match: {
    context: 'SIDECAR_INBOUND',
    ...(proxyVersion !== undefined && { proxy: { proxyVersion } }),
    listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name: 'envoy.filters.http.router' } } } },
  },
  patch: { operation, value: { name: 'mine' } },
});

describe('A25: patches of proxies', () => {
  test('A25: a relative one without a priority, or for one version, is refused', () => {
    const { app, shop } = meshFor();
    plain(shop, 'EnvoyFilter', 'a', { configPatches: [patch('INSERT_BEFORE')] });
    plain(shop, 'EnvoyFilter', 'b', { priority: 10, configPatches: [patch('INSERT_BEFORE', '^1\\.31.*')] });
    expect(said(app).errors).toEqual([
      'A patch with INSERT_BEFORE has no priority, so that it may be tried before what it refers to is there. '
      + 'Give the filter a priority, or use INSERT_FIRST or ADD; better, what the API of this library or of Istio has for it. (A25)',
      'A patch with INSERT_BEFORE is for proxies of version ^1\\.31.* alone: with the next release it is gone, without a word. '
      + 'Leave proxyVersion out and give the filter a priority, or use INSERT_FIRST or ADD. (A25)',
    ]);
  });

  test('A25: one with a priority, or that stands first, is fine', () => {
    const { app, shop } = meshFor();
    plain(shop, 'EnvoyFilter', 'a', { priority: 10, configPatches: [patch('INSERT_BEFORE')] });
    plain(shop, 'EnvoyFilter', 'b', { configPatches: [patch('INSERT_FIRST')] });
    expect(said(app).errors).toEqual([]);
  });
});

test('A26: the CRDs stand in a file of their own, and nothing else does', () => {
  const app = Testing.app();
  new Mesh(app, 'mesh');
  const [crds, controlPlane] = app.charts.map((chart) => Testing.synth(chart).map(({ kind }) => kind));
  expect([...new Set(crds)]).toEqual(['CustomResourceDefinition']);
  expect(controlPlane).not.toContain('CustomResourceDefinition');
});

test('A27: values that only charts know are taken, and a word that none of them knows is refused', () => {
  const app = Testing.app();
  const istio = new ControlPlane(app, 'istio');
  new Revision(istio, 'default', { global: { trustBundleName: 'roots' } });
  expect(said(app).errors).toEqual([]);
  const wrong = { global: { trustBundelName: 'roots' } };
  expect(messageOf(() => new Revision(istio, 'other', wrong as object))).toMatch(/^\[istio\/other\] .*trustBundelName/);
});

describe('A28: owners of revisions, tags and pods', () => {
  test('A28: a tag leads to one revision that is there', () => {
    const app = Testing.app();
    const istio = new ControlPlane(app, 'istio');
    new Revision(istio, 'default');
    new RevisionTag(istio, 'default-tag', { tag: 'default', revision: new Revision(istio, 'b') });
    expect(said(app).errors).toContain(
      'The tag "default" is owned by the tag "default" and the revision "default". A tag leads to one revision: keep one of them. (A28)');
  });

  test('A28: pods that name no revision are answered by one istiod', () => {
    const app = Testing.app();
    const istio = new ControlPlane(app, 'istio');
    for (const name of ['a', 'b']) new Revision(istio, name, { sidecarInjectorWebhook: { enableNamespacesByDefault: true } });
    expect(said(app).errors).toEqual([
      'Every pod that names no revision is injected by the revision "a" and the revision "b": sidecarInjectorWebhook.enableNamespacesByDefault is true in each. '
      + 'Keep it in one. (A28)',
    ]);
  });
});

test('A30: a native sidecar keeps restartPolicy: Always, by which its probes are allowed', () => {
  const { shop } = meshFor();
  deployment(shop, 'web', { annotations: { 'sidecar.istio.io/nativeSidecar': 'true' } });
  const { initContainers, containers } = find(shop, 'Deployment', 'web').spec.template.spec;
  const proxy = initContainers.find(({ name }: { name: string }) => name === 'istio-proxy');
  expect([proxy.restartPolicy, proxy.startupProbe !== undefined, proxy.readinessProbe !== undefined]).toEqual(['Always', true, true]);
  expect(containers.map(({ name }: { name: string }) => name)).toEqual(['app']);
});

test('A31: CRDs of the Gateway API that istiod is too new for are refused', () => {
  const { app, shop } = meshFor();
  const definition = (kind: string, version: string): void => void plain(shop, 'CustomResourceDefinition', `${kind.toLowerCase()}s.gateway.networking.k8s.io`, {
    group: 'gateway.networking.k8s.io', names: { kind },
  }, { annotations: { 'gateway.networking.k8s.io/bundle-version': version } });
  definition('TLSRoute', 'v1.4.1');
  definition('HTTPRoute', 'v1.4.1');
  definition('GRPCRoute', 'v1.1.0');
  expect(said(app).errors).toEqual([
    'It is of release v1.4.1 of the Gateway API, and istiod reads TLSRoute from v1.5 on: such objects are passed over. Install the CRDs of release 1.6. (A31)',
  ]);
});

describe('A33: webhooks that istiod changes at run time', () => {
  const policies = (app: ReturnType<typeof Testing.app>): unknown[] => app.charts.flatMap((chart) => Testing.synth(chart))
    .filter(({ kind }) => kind === 'ValidatingWebhookConfiguration')
    .flatMap(({ webhooks }) => webhooks.map(({ failurePolicy, clientConfig }: any) => [failurePolicy, clientConfig.caBundle]));

  test('A33: the failure policy can be pinned, so that GitOps sees no difference; the bundle is not written at all', () => {
    const app = Testing.app();
    const istio = new ControlPlane(app, 'istio');
    new Revision(istio, 'default', { base: { validationFailurePolicy: 'Fail' } } as object);
    expect(policies(app)).toEqual([['Fail', undefined]]);
  });
});
