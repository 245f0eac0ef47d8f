import { deployment, SETTINGS } from './fixtures';
import { injectObject, refusedAnnotations } from '../../src/injection';
import { PodAnnotation, PodLabel } from '../../src/injection/pod-words';

test.each([...Object.values(PodAnnotation), ...Object.values(PodLabel)])('%s is a name that Kubernetes takes', (word) => {
  expect(word).toMatch(/^([a-z0-9-]+\.)+[a-z]+\/[A-Za-z0-9-]{1,63}$/);
});

test('constants stand for what the injector reads', () => {
  const pod = deployment({ labels: { [PodLabel.INJECT]: 'true' }, annotations: { [PodAnnotation.PROXY_CPU]: '5m' } });
  const { spec } = injectObject(pod, SETTINGS, { name: 'shop', labels: {} }).object.spec.template;
  expect(spec.containers[1].resources.requests).toEqual({ cpu: '5m' });
  expect(refusedAnnotations({ [PodAnnotation.INTERCEPTION_MODE]: 'ALL' }, SETTINGS)).toEqual([
    'Annotation sidecar.istio.io/interceptionMode is "ALL". It takes REDIRECT, TPROXY or NONE.',
  ]);
});
