import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { Enrollment, Mesh, MeshProps } from '../../../src';
import { conflict, namespaceLabelsOf, podLabelsOf } from '../../../src/mesh/data-plane/enrollment';
import { deployment, find, meshFor, messageOf } from '../harness';

const CHOICES: Record<string, Enrollment> = {
  sidecar: Enrollment.SIDECAR, ambient: Enrollment.AMBIENT, none: Enrollment.NONE, other: Enrollment.revision('other'), tagged: Enrollment.revision('default'),
};

describe('a namespace', () => {
  test.each([
    ['sidecar', 'default', { 'istio-injection': 'enabled' }],
    ['sidecar', 'canary', { 'istio.io/rev': 'canary' }],
    ['ambient', 'default', { 'istio.io/dataplane-mode': 'ambient' }],
    ['ambient', 'canary', { 'istio.io/dataplane-mode': 'ambient' }],
    ['none', 'canary', { 'istio-injection': 'disabled' }],
    ['other', 'default', { 'istio.io/rev': 'other' }],
    ['tagged', 'canary', { 'istio-injection': 'enabled' }],
  ])('enrolled as %s in a mesh of revision %s has its label', (choice, revision, labels) => {
    expect(namespaceLabelsOf(CHOICES[choice], revision)).toEqual(labels);
  });

  test('never says two things at once: a label for webhooks would take its pods from the nodes', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.values(CHOICES)), fc.constantFrom('default', 'canary'), (enrollment, revision) => {
      expect(Object.keys(namespaceLabelsOf(enrollment, revision))).toHaveLength(1);
    }));
  });
});

describe('a workload', () => {
  const NONE = { 'istio.io/dataplane-mode': 'none', 'sidecar.istio.io/inject': 'false' };
  const AMBIENT = { 'istio.io/dataplane-mode': 'ambient', 'sidecar.istio.io/inject': 'false' };

  test.each([
    ['ambient', 'sidecar', 'default', AMBIENT],
    ['ambient', 'none', 'default', AMBIENT],
    ['none', 'sidecar', 'default', NONE],
    ['none', 'ambient', 'default', NONE],
    ['sidecar', 'ambient', 'default', { 'sidecar.istio.io/inject': 'true' }],
    ['sidecar', 'ambient', 'canary', { 'sidecar.istio.io/inject': 'true', 'istio.io/rev': 'canary' }],
    ['other', 'ambient', 'default', { 'sidecar.istio.io/inject': 'true', 'istio.io/rev': 'other' }],
    ['tagged', 'sidecar', 'default', {}],
  ])('enrolled as %s in a namespace enrolled as %s, in revision %s, says so', (choice, namespace, revision, labels) => {
    expect(podLabelsOf(CHOICES[choice], CHOICES[namespace], revision)).toEqual(labels);
  });

  test('enrolled as its namespace says nothing', () => {
    for (const choice of Object.values(CHOICES)) expect(podLabelsOf(choice, choice, 'default')).toEqual({});
  });

  test.each([
    ['sidecar', 'none', 'webhooks are told to leave all its pods alone'],
    ['other', 'none', 'webhooks are told to leave all its pods alone'],
    ['other', 'sidecar', 'its label sends all its pods to one control plane'],
    ['sidecar', 'other', 'its label sends all its pods to one control plane'],
    ['sidecar', 'ambient', undefined],
    ['ambient', 'sidecar', undefined],
    ['none', 'other', undefined],
    ['tagged', 'sidecar', undefined],
  ])('enrolled as %s in a namespace enrolled as %s: %s', (choice, namespace, why) => {
    expect(conflict(CHOICES[choice], CHOICES[namespace], 'default')).toBe(why);
  });
});

describe('pods', () => {
  const template = (props: MeshProps, namespace: Enrollment, workload?: Enrollment, labels?: Record<string, string>): any => {
    const { mesh } = meshFor({ ambient: true, ...props });
    const cave = mesh.addNamespace('cave', { enrollment: namespace });
    const pods = deployment(cave, 'web', { labels: { app: 'web', ...labels } });
    if (workload) cave.enroll(pods, workload);
    return find(cave, 'Deployment', 'web').spec.template;
  };
  const containers = (pods: any): string[] => pods.spec.containers.map(({ name }: any) => name);

  test('of an ambient namespace stay as they are', () => {
    expect(template({}, Enrollment.AMBIENT)).toEqual({
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'example.com/app:1', ports: [{ containerPort: 8080 }] }] },
    });
  });

  test.each([undefined, 'canary'])('of an ambient namespace get the sidecar that they ask for, in revision %s', (revision) => {
    const pods = template({ revision }, Enrollment.AMBIENT, Enrollment.SIDECAR);
    expect(containers(pods)).toEqual(['app', 'istio-proxy']);
    expect(pods.metadata.labels['sidecar.istio.io/inject']).toBe('true');
  });

  test('of a namespace with sidecars are left to the nodes where they ask for it', () => {
    const pods = template({}, Enrollment.SIDECAR, Enrollment.AMBIENT);
    expect(containers(pods)).toEqual(['app']);
    expect(pods.metadata.labels).toEqual({ 'app': 'web', 'istio.io/dataplane-mode': 'ambient', 'sidecar.istio.io/inject': 'false' });
  });

  test('of another revision are left to its webhook', () => {
    expect(containers(template({}, Enrollment.revision('other')))).toEqual(['app']);
    expect(template({}, Enrollment.AMBIENT, Enrollment.revision('other')).metadata.labels).toEqual({
      'app': 'web', 'sidecar.istio.io/inject': 'true', 'istio.io/rev': 'other',
    });
  });

  test('keep a label that they have themselves', () => {
    const pods = template({}, Enrollment.SIDECAR, Enrollment.NONE, { 'istio.io/dataplane-mode': 'ambient' });
    expect(pods.metadata.labels).toEqual({ 'app': 'web', 'istio.io/dataplane-mode': 'ambient', 'sidecar.istio.io/inject': 'false' });
  });

  test('of a Job in an ambient namespace need nothing to end', () => {
    const { mesh } = meshFor({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    new kplus.Job(cave, 'once', { metadata: { name: 'once' }, containers: [{ image: 'example.com/a:1' }] });
    expect(find(cave, 'Job', 'once').spec.template.metadata.annotations).toBeUndefined();
  });

  test('are the same however often they are written', () => {
    const { mesh } = meshFor({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    cave.enroll(deployment(cave, 'web'), Enrollment.SIDECAR);
    expect(Testing.synth(cave)).toEqual(Testing.synth(cave));
  });
});

describe('what is wrong', () => {
  test('ambient mode in a mesh without it', () => {
    const { mesh, shop } = meshFor();
    expect(messageOf(() => mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT }))).toBe(
      '[mesh-2-cave] It is enrolled in ambient mode, which the mesh does not have. Give the mesh ambient: true, or enroll it with Enrollment.SIDECAR.');
    expect(messageOf(() => shop.addService('web', { workload: deployment(shop, 'web'), enrollment: Enrollment.AMBIENT }))).toBe(
      '[mesh-2-shop/services/web] It is enrolled in ambient mode, which the mesh does not have. Give the mesh ambient: true, or enroll it with Enrollment.SIDECAR.');
  });

  test('a sidecar where webhooks look at the namespace alone', () => {
    const { mesh } = meshFor();
    const none = mesh.addNamespace('none', { enrollment: Enrollment.NONE });
    expect(messageOf(() => none.enroll(deployment(none, 'web'), Enrollment.SIDECAR))).toBe(
      '[mesh-2-none] Its pods are enrolled as sidecar, and namespace "none" as none: webhooks are told to leave all its pods alone. '
      + 'Enroll the namespace in that way, and the other pods of it in theirs.');
  });

  test.each([
    [{ spec: { hostNetwork: true } }, 'it uses hostNetwork'],
    [{ annotations: { 'sidecar.istio.io/status': '{}' } }, 'it has a sidecar already'],
  ])('an ambient pod that no agent takes: %j', (options, why) => {
    const { app, mesh } = meshFor({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    deployment(cave, 'web', options);
    expect(messageOf(() => app.synth())).toContain(
      `[mesh] Deployment "web" at "mesh-2-cave/web-deployment" is enrolled in ambient mode, but no agent takes its traffic: ${why}. `
      + 'Change the pod, or enroll it in another way.');
  });

  test.each([
    ['istio.io/dataplane-mode', 'none'],
    ['sidecar.istio.io/inject', 'true'],
  ])('not a pod that says %s: "%s" itself, unless it was enrolled by name', (label, value) => {
    const { app, mesh } = meshFor({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    const pods = deployment(cave, 'web', { labels: { app: 'web', [label]: value } });
    expect(messageOf(() => app.synth())).toBeUndefined();
    cave.enroll(pods, Enrollment.AMBIENT);
    expect(messageOf(() => app.synth())).toContain('is enrolled in ambient mode, but no agent takes its traffic: it says');
  });
});

describe('two meshes of an app', () => {
  const image = (chart: Chart, name: string): string => find(chart, 'Deployment', name).spec.template.spec.containers
    .find((one: { name: string }) => one.name === 'istio-proxy').image;
  const withProbe = { containers: [{ image: 'example.com/app:1', portNumber: 8080 }], metadata: { name: 'web' } };

  test('may have namespaces of one name: the pods of each get its own proxies', () => {
    const app = Testing.app();
    const [east, west] = ['1.31.0', '1.31.1'].map((tag, at) => new Mesh(app, `mesh-${at}`, { controlPlane: false, tag }).addNamespace('shop'));
    for (const shop of [east, west]) new kplus.Deployment(shop, 'web', withProbe);
    expect([image(east, 'web'), image(west, 'web')]).toEqual([expect.stringMatching(/proxyv2:1\.31\.0/), expect.stringMatching(/proxyv2:1\.31\.1/)]);
  });

  test('do not take the pods of each other for their own', () => {
    const app = Testing.app();
    const [shop, bank] = ['shop', 'bank'].map((name) => new Mesh(app, `mesh-of-${name}`, { controlPlane: false }).addNamespace(name));
    for (const one of [shop, bank]) new kplus.Deployment(one, 'web', withProbe);
    expect(() => app.synth()).not.toThrow();
  });
});
