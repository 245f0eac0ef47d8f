import { ApiObject, App, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Mesh, MeshNamespace, MeshPort } from '../../../src';

function shopOf(app: App = Testing.app()): MeshNamespace {
  return new Mesh(app, 'mesh', { controlPlane: false }).addNamespace('shop');
}

function deployment(shop: MeshNamespace, annotations = {}): ApiObject {
  const object = new ApiObject(shop, 'web-pods', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels: { team: 'a' } },
    spec: { template: { metadata: { labels: { app: 'web' }, annotations }, spec: { containers: [{ name: 'web', image: 'example.com/web:1', env: [], args: null }] } } },
  });
  shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload: object });
  return object;
}

test('the pods of a service are written as cdk8s writes them, with their proxy, key by key', () => {
  const object = deployment(shopOf());
  const written = object.toJson();
  expect(JSON.stringify(written)).toBe(JSON.stringify(ApiObject.prototype.toJson.call(object)));
  expect(written.spec.template.spec.containers.map(({ name }: { name: string }) => name)).toEqual(['web', 'istio-proxy']);
});

test('a patch comes after the proxy, however the pods are written', () => {
  const object = deployment(shopOf());
  object.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/1/name', 'patched'));
  expect(object.toJson().spec.template.spec.containers.map(({ name }: { name: string }) => name)).toEqual(['web', 'patched']);
});

test('an annotation that the injector refuses is named with the place of the object', () => {
  const object = deployment(shopOf(), { 'sidecar.istio.io/statsInclusionPrefixes': 'a', 'status.sidecar.istio.io/port': 'x' });
  expect(() => object.toJson()).toThrow("with name 'web': Error: Annotation status.sidecar.istio.io/port is \"x\". It takes a port from 0 to 65535.");
});

test('pods of a class that writes itself get their proxy as before', () => {
  const shop = shopOf();
  const workload = new kplus.Deployment(shop, 'web-pods', { containers: [{ image: 'example.com/web:1' }] });
  shop.addService('web', { ports: [MeshPort.http(80)], workload });
  const written = Testing.synth(shop).find(({ kind }) => kind === 'Deployment');
  expect(written.spec.template.spec.containers.map(({ name }: { name: string }) => name)).toEqual(['main', 'istio-proxy']);
});

test('pods are written so beside another mesh', () => {
  const app = Testing.app();
  new Mesh(app, 'other', { controlPlane: false }).addNamespace('other');
  const object = deployment(shopOf(app));
  expect(JSON.stringify(object.toJson())).toBe(JSON.stringify(ApiObject.prototype.toJson.call(object)));
});
