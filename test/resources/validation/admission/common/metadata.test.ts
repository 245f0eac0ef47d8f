import { said } from '../said';

const SPEC = { host: '*.' };

test('an annotation that Istio refuses is all that it tells', () => {
  expect(said('DestinationRule', SPEC, { annotations: { 'internal.istio.io/webhook-always-reject': '' } })).toEqual([
    ['error', 'metadata.annotations["internal.istio.io/webhook-always-reject"]',
      'An object with the annotation internal.istio.io/webhook-always-reject is always refused', 'Remove the annotation'],
  ]);
});

test.each(['internal.istio.io/parents', 'internal.istio.io/parent-namespace'])('%s is for Istio itself', (name) => {
  expect(said('DestinationRule', SPEC, { annotations: { [name]: 'a' } })).toEqual([
    ['error', `metadata.annotations["${name}"]`, `The annotation ${name} is for Istio itself`, 'Remove the annotation'],
  ]);
});

test('only policies are tried without effect', () => {
  expect(said('DestinationRule', SPEC, { annotations: { 'istio.io/dry-run': 'true' } })).toEqual([
    ['error', 'metadata.annotations["istio.io/dry-run"]', 'A DestinationRule cannot be tried without effect (istio.io/dry-run: "true")',
      'Remove the annotation'],
  ]);
});

test('policies are tried where they allow or deny', () => {
  const policy = (action: string | undefined, value: string) => said('AuthorizationPolicy', { ...(action && { action }), rules: [{}] }, { annotations: { 'istio.io/dry-run': value } });
  expect(policy(undefined, 'true')).toEqual([]);
  expect(policy('DENY', 'F')).toEqual([]);
  expect(policy('ALLOW', 'yes')).toEqual([['error', 'metadata.annotations["istio.io/dry-run"]', '"yes" is neither true nor false', 'Give "true" or "false"']]);
  expect(policy('CUSTOM', 'true')).toEqual([
    ['error', 'metadata.annotations["istio.io/dry-run"]', 'A policy with action CUSTOM cannot be tried without effect', 'Remove the annotation, or use action ALLOW or DENY'],
  ]);
});

test('annotations that are not all texts count for nothing', () => {
  expect(said('DestinationRule', { host: 'web' }, { annotations: { 'istio.io/dry-run': 'true', 'a': 1 } })).toEqual([]);
});

test('an object without a namespace is in "default"', () => {
  expect(said('DestinationRule', { host: 'web', exportTo: ['.', 'default'] }, { namespace: undefined })).toEqual([
    ['error', 'spec.exportTo[1]', '"default" stands here twice', 'Leave one of them out'],
  ]);
});
