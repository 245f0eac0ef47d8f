import { claimsOf, claimTitle, isShown } from './doc-claims';

const route = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' }, spec: { http: [{}, { timeout: '5s' }] } };

describe('what a doc comment says that is written', () => {
  test('are the kinds and fields in sentences that begin with "Writes"', () => {
    const text = 'Adds a route. Writes a `VirtualService` (`spec.http[]`) of the\n`Service`, and `metadata.labels["istio.io/rev"]`. In others an `HTTPRoute`.';
    expect(claimsOf(text).map(claimTitle)).toEqual([
      'VirtualService', 'VirtualService spec.http[]', 'Service', 'Service metadata.labels["istio.io/rev"]',
    ]);
  });

  test('has a field before its kind belong to the first kind', () => {
    expect(claimsOf('Writes an item of `spec.tcp[]` of its `VirtualService`.').map(claimTitle)).toEqual(['VirtualService spec.tcp[]', 'VirtualService']);
  });

  test('leaves out words that are neither kinds nor fields', () => {
    expect(claimsOf('Writes what `calls()` does, under `Posture.OPEN` nothing (`STRICT`, `host`).')).toEqual([]);
  });
});

describe('a claim is shown', () => {
  const timeout = { kind: 'VirtualService', field: 'spec.http[].timeout' };

  test('by an object that has the field', () => {
    expect(isShown(timeout, [route], [])).toBe(true);
    expect(isShown({ ...timeout, field: 'spec.http[].retries' }, [route], [])).toBe(false);
    expect(isShown({ kind: 'DestinationRule' }, [route], [])).toBe(false);
  });

  test('only where the field was not the same before', () => {
    expect(isShown(timeout, [route], [route])).toBe(false);
    expect(isShown(timeout, [route], [{ ...route, spec: { http: [{ timeout: '9s' }] } }])).toBe(true);
    expect(isShown({ kind: 'VirtualService', field: 'spec.http[]' }, [route], [{ ...route, spec: { http: [{}] } }])).toBe(true);
  });

  test('by keys with dots', () => {
    const pod = { kind: 'Pod', metadata: { labels: { 'istio.io/rev': 'canary' } } };
    expect(isShown({ kind: 'Pod', field: 'metadata.labels["istio.io/rev"]' }, [pod], [])).toBe(true);
  });
});
