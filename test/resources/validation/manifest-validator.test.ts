import { FindingSeverity, ManifestValidator } from '../../../src';

const HOST = 'web.shop.svc.cluster.local';
const ROUTE = { route: [{ destination: { host: HOST } }] };

test('Each finding names its object, its field and what to do', () => {
  const objects = [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
    { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web', namespace: 'shop' }, spec: { hosts: [HOST], http: [{ ...ROUTE, retries: { attempts: '3' } }] } },
    null,
  ];
  expect(ManifestValidator.validate(objects)).toEqual([{
    severity: FindingSeverity.ERROR,
    kind: 'VirtualService',
    name: 'web',
    namespace: 'shop',
    path: 'spec.http[0].retries.attempts',
    value: '3',
    problem: '"3" is a string, where a whole number is expected',
    fix: 'Write it without quotes: 3',
    message: 'spec.http[0].retries.attempts: "3" is a string, where a whole number is expected. Write it without quotes: 3.',
  }]);
});

test('Warnings are told apart from errors', () => {
  const object = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' }, spec: { hosts: [HOST], http: [ROUTE, ROUTE] } };
  expect(ManifestValidator.validate([object]).map(({ severity, path, name, namespace }) => ({ severity, path, name, namespace })))
    .toEqual([{ severity: FindingSeverity.WARNING, path: 'spec.http[1]', name: 'web', namespace: undefined }]);
});

test('What is missing has no value', () => {
  const [finding] = ManifestValidator.validate([{ apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: {}, spec: { hosts: ['a.b'] } }]);
  expect(finding).toEqual({
    severity: FindingSeverity.ERROR,
    kind: 'ServiceEntry',
    path: 'metadata.name',
    problem: 'the object has no name',
    fix: 'Add metadata.name',
    message: 'metadata.name: the object has no name. Add metadata.name.',
  });
});
