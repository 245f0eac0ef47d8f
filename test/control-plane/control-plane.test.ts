import { App, Testing } from 'cdk8s';
import { ControlPlane, ControlPlaneProfile, ControlPlaneProps, IstioCni, Platform, Revision, RevisionTag, StandaloneGateway, Ztunnel } from '../../src';
import { JsonObject } from '../../src/reference/json';

/** Kind and name of each object, by chart. */
function written(app: App): Record<string, string[]> {
  return Object.fromEntries(app.charts.map((chart) => [
    chart.node.id,
    (Testing.synth(chart) as JsonObject[]).filter(({ kind }) => kind !== 'CustomResourceDefinition').map(({ kind, metadata }) => `${kind}/${metadata.name}`),
  ]));
}

function plane(props?: ControlPlaneProps): { readonly app: App; readonly istio: ControlPlane } {
  const app = Testing.app();
  return { app, istio: new ControlPlane(app, 'istio', props) };
}

function object(app: App, chart: string, kind: string, name: string): JsonObject {
  const objects = Testing.synth(app.charts.find(({ node }) => node.id === chart)!) as JsonObject[];
  const found = objects.find((one) => one.kind === kind && one.metadata.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} "${name}" in ${chart}.`);
  return found;
}

describe('a control plane', () => {
  test('has the namespace and the CRDs, and no check of configuration, by itself', () => {
    const { app } = plane({ namespace: 'mesh' });
    expect(written(app)).toEqual({ 'istio-0-base': ['Namespace/mesh', 'ServiceAccount/istio-reader-service-account'] });
    expect((Testing.synth(app.charts[0]) as JsonObject[]).filter(({ kind }) => kind === 'CustomResourceDefinition')).toHaveLength(15);
  });

  test('gives its images, its namespace and its mesh configuration to its revisions', () => {
    const { app, istio } = plane({ hub: 'registry.example.com/istio', tag: '1.31.3', meshConfig: { accessLogFile: '/dev/stdout' } });
    new Revision(istio, 'a');
    new Revision(istio, 'b', { tag: '1.31.4', meshConfig: { trustDomain: 'b.example.com' } });
    const image = (name: string): string => object(app, `istio-2-revision-${name}`, 'Deployment', `istiod-${name}`).spec.template.spec.containers[0].image;
    expect([image('a'), image('b')]).toEqual(['registry.example.com/istio/pilot:1.31.3', 'registry.example.com/istio/pilot:1.31.4']);
    const mesh = (name: string): string => object(app, `istio-2-revision-${name}`, 'ConfigMap', `istio-${name}`).data.mesh;
    expect(mesh('a')).toContain('accessLogFile: /dev/stdout\n');
    expect(mesh('b')).toContain('trustDomain: b.example.com\n');
  });

  test('refuses a value that does not exist, under the path of the component', () => {
    const { istio } = plane();
    expect(() => new Revision(istio, 'a', { pilot: { autoscaleMn: 2 } as object })).toThrow(
      /^\[istio\/a\] There is no setting "pilot\.autoscaleMn" \(in the values of the revision "a"\)\. Did you mean "pilot\.autoscaleMin"\?/);
  });

  test('refuses names that are none', () => {
    expect(() => plane({ namespace: 'Mesh' })).toThrow('[istio] "Mesh" is not a name for a namespace. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.');
    const { istio } = plane();
    expect(() => new Revision(istio, '1.31')).toThrow(
      '[istio/1.31] "1.31" is not a name for a revision. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends, such as "1-31-4" or "canary".');
    expect(() => new RevisionTag(istio, 'Prod', { revision: new Revision(istio, 'a') })).toThrow(
      '[istio/Prod] "Prod" is not a name for a tag. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends, such as "prod".');
  });
});

describe('a revision tag', () => {
  test('has webhooks of its own that lead to the revision, and the Service of its pods; moving it changes nothing else', () => {
    const tagged = (to: 'a' | 'b'): App => {
      const { app, istio } = plane();
      const revisions = { a: new Revision(istio, 'a'), b: new Revision(istio, 'b') };
      new RevisionTag(istio, 'prod', { revision: revisions[to] });
      return app;
    };
    const [before, after] = [tagged('a'), tagged('b')];
    expect(written(before)['istio-4-tag-prod']).toEqual(['MutatingWebhookConfiguration/istio-revision-tag-prod', 'Service/istiod-revision-tag-prod']);
    const webhooks = object(after, 'istio-4-tag-prod', 'MutatingWebhookConfiguration', 'istio-revision-tag-prod').webhooks as JsonObject[];
    expect(webhooks.map(({ clientConfig }) => clientConfig.service.name)).toEqual(['istiod-b', 'istiod-b']);
    const rest = (app: App): unknown => app.charts.filter(({ node }) => node.id !== 'istio-4-tag-prod').map((chart) => Testing.synth(chart));
    expect(rest(after)).toEqual(rest(before));
  });

  test('"default" brings the pods and the configuration that name no revision', () => {
    const { app, istio } = plane();
    new RevisionTag(istio, 'default', { revision: new Revision(istio, 'a') });
    expect(written(app)['istio-4-tag-default']).toEqual(['ValidatingWebhookConfiguration/istiod-default-validator', 'MutatingWebhookConfiguration/istio-revision-tag-default']);
  });

  test('has one owner', () => {
    const { app, istio } = plane();
    new Revision(istio, 'default');
    new RevisionTag(istio, 'default-tag', { tag: 'default', revision: new Revision(istio, 'b') });
    expect(() => app.synth()).toThrow('[istio] The tag "default" is owned by the tag "default" and the revision "default". A tag leads to one revision: keep one of them.');
  });
});

describe('ambient mode', () => {
  test('is a profile of the control plane, a CNI plugin and a ztunnel', () => {
    const { app, istio } = plane({ profile: ControlPlaneProfile.AMBIENT, platform: Platform.K3S });
    new IstioCni(istio, 'cni');
    new Revision(istio, 'default');
    new Ztunnel(istio, 'ztunnel');
    expect(app.charts.map(({ node }) => node.id)).toEqual(['istio-0-base', 'istio-1-cni', 'istio-2-revision-default', 'istio-3-ztunnel']);
    const volumes = object(app, 'istio-1-cni', 'DaemonSet', 'istio-cni-node').spec.template.spec.volumes as JsonObject[];
    expect(volumes.find(({ name }) => name === 'cni-net-dir')).toEqual({ name: 'cni-net-dir', hostPath: { path: '/var/lib/rancher/k3s/agent/etc/cni/net.d' } });
    expect(object(app, 'istio-1-cni', 'ConfigMap', 'istio-cni-config').data.AMBIENT_ENABLED).toBe('true');
    app.synth();
  });

  test('misses what is not there', () => {
    const { app, istio } = plane({ profile: ControlPlaneProfile.AMBIENT });
    new Revision(istio, 'default');
    expect(() => app.synth()).toThrow('[istio] the revision "default" is set up for ambient mode, and there is no ztunnel. Install it.');
  });
});

describe('a gateway', () => {
  test('belongs to a tag, in a namespace that is written once, before all that is in it', () => {
    const { app, istio } = plane();
    const tag = new RevisionTag(istio, 'prod', { revision: new Revision(istio, 'a') });
    const gateway = new StandaloneGateway(istio, 'istio-public', { revision: tag, values: { replicaCount: 2, autoscaling: { enabled: false } } });
    new StandaloneGateway(istio, 'internal', { revision: tag });
    const namespaces = Object.entries(written(app)).flatMap(([chart, objects]) => objects.filter((name) => name.startsWith('Namespace/')).map((name) => [chart, name]));
    expect(namespaces).toEqual([['istio-0-base', 'Namespace/istio-system'], ['istio-0-base', 'Namespace/istio-ingress']]);
    const { spec } = object(app, 'istio-5-gateway-istio-public', 'Deployment', 'istio-public');
    expect(spec.replicas).toBe(2);
    expect(spec.template.metadata.labels).toMatchObject({ 'istio.io/rev': 'prod', 'sidecar.istio.io/inject': 'true', ...gateway.selector });
    expect(gateway.selector).toEqual({ app: 'istio-public', istio: 'public' });
    expect(new StandaloneGateway(istio, 'named', { values: { name: 'other', labels: { istio: 'edge' } } }).selector).toEqual({ app: 'other', istio: 'edge' });
    app.synth();
  });

  test('of a revision that is not there fails synthesis', () => {
    const { app, istio } = plane();
    new Revision(istio, 'a');
    new StandaloneGateway(istio, 'public', { values: { revision: 'b' } });
    expect(() => app.synth()).toThrow('[istio] the gateway "public" belongs to the revision "b", which is neither a revision nor a tag here. Choose from: a.');
  });

  test('refuses what the chart refuses, under its path', () => {
    const { istio } = plane();
    expect(() => new StandaloneGateway(istio, 'public', { values: { service: { ports: [] } } })).toThrow(
      '[istio/public] The Service of gateway "public" has no ports: "service.ports" is empty. Give it ports, set "networkGateway", or set "service.type" to "None".');
  });
});
