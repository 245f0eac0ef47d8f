import { ApiObject, Chart } from 'cdk8s';
import { InjectionTime, MeshNamespace, ProxyConfig } from '../../../src';
import { find, meshFor, service } from '../harness';

/** How many threads the proxy of a service is told to use. */
function concurrency(shop: MeshNamespace, name: string): number | undefined {
  const { containers } = find(shop, 'Deployment', name).spec.template.spec;
  const { value } = containers.at(-1).env.find((one: { name: string }) => one.name === 'PROXY_CONFIG');
  return JSON.parse(value).concurrency;
}

test('a ProxyConfig of the app holds for the proxies of its namespace, whoever made it and whenever it was declared', () => {
  const { app, shop } = meshFor();
  service(shop, 'web');
  expect(concurrency(shop, 'web')).toBeUndefined();
  new ProxyConfig(shop, 'all', { metadata: { name: 'all' }, spec: { concurrency: 3 } });
  expect(concurrency(shop, 'web')).toBe(3);
  const other = new Chart(app, 'other');
  new ApiObject(other, 'web', {
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'ProxyConfig',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { matchLabels: { app: 'web' } }, concurrency: 4 },
  });
  service(shop, 'cart');
  expect([concurrency(shop, 'web'), concurrency(shop, 'cart')]).toEqual([4, 3]);
});

test('a ProxyConfig in another namespace of the mesh changes nothing', () => {
  const { mesh, shop } = meshFor();
  const pay = mesh.addNamespace('pay', { injectionTime: InjectionTime.RUN_TIME });
  new ProxyConfig(pay, 'all', { metadata: { name: 'all' }, spec: { concurrency: 3 } });
  service(shop, 'web');
  expect(concurrency(shop, 'web')).toBeUndefined();
});
