import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Duration, Testing } from 'cdk8s';
import { PavedService } from '../../examples/paved-road';
import { synthesize } from '../../examples/paved-road/consumer/main';
import { Mesh, MeshNamespace } from '../../src';

function shop(): MeshNamespace {
  return new Mesh(Testing.app(), 'mesh', { controlPlane: false }).addNamespace('shop');
}

function objects(namespace: MeshNamespace, kind: string): any[] {
  return Testing.synth(namespace).filter((object) => object.kind === kind);
}

test('a service on the paved road has a time limit, retries of reads alone, and ejects pods that fail', () => {
  const namespace = shop();
  new PavedService(namespace, 'web', { image: 'example.com/web:1', team: 'shop' });
  const [{ spec: { http } }] = objects(namespace, 'VirtualService');
  const ofPort = http.filter(({ route }: any) => route[0].destination.port.number === 80);
  expect(ofPort.map(({ name, timeout, retries }: any) => [name, timeout, retries.attempts])).toEqual([['reads', '2s', 2], ['writes', '2s', 0]]);
  expect(objects(namespace, 'DestinationRule').map(({ spec }) => spec)).toEqual([{
    host: 'web.shop.svc.cluster.local', trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5, baseEjectionTime: '30s' } },
  }]);
});

test('Prometheus may read the metrics, and nobody else may call', () => {
  const namespace = shop();
  new PavedService(namespace, 'web', { image: 'example.com/web:1', team: 'shop' });
  expect(objects(namespace, 'AuthorizationPolicy').map(({ spec: { rules } }) => rules)).toEqual([[{
    from: [{ source: { principals: ['cluster.local/ns/monitoring/sa/prometheus'] } }],
    to: [{ operation: { methods: ['GET'], paths: ['/metrics'], ports: ['9090'] } }],
  }]]);
});

test('a team says what is its own', () => {
  const namespace = shop();
  const web = new PavedService(namespace, 'web', { image: 'example.com/web:1', team: 'shop', containerPort: 3000, timeout: Duration.seconds(9) });
  expect(web.ports.map(({ number, target }) => [number, target])).toEqual([[80, 3000], [9090, 9090]]);
  expect(objects(namespace, 'Service').map(({ metadata }) => metadata.labels)).toEqual([{ team: 'shop' }]);
  expect(objects(namespace, 'VirtualService')[0].spec.http[0].timeout).toBe('9s');
});

test('the program of a team that takes it synthesizes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paved-road-'));
  try {
    expect(synthesize(folder).paths.allowed.map(({ from, to }) => [from, to])).toEqual([['shop/web', 'shop/cart']]);
    expect(readdirSync(folder)).toContain('mesh-2-shop.k8s.yaml');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
