import { load } from 'js-yaml';
import { divertWebhooks } from '../../conformance/lib/webhooks';

const CONFIGURATION = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: istio-validator
webhooks:
  - name: one.istio.io
    clientConfig:
      service: {name: istiod, namespace: istio-system, path: /validate, port: 443}
  - name: two.istio.io
    clientConfig:
      url: https://127.0.0.1:9/other
`;

test('a webhook that names a Service calls this machine instead', () => {
  expect(load(divertWebhooks(CONFIGURATION, 15017))).toEqual({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'istio-validator' },
    webhooks: [
      { name: 'one.istio.io', clientConfig: { url: 'https://127.0.0.1:15017/validate' } },
      { name: 'two.istio.io', clientConfig: { url: 'https://127.0.0.1:9/other' } },
    ],
  });
});

test('every other document stays as it is written, to the byte', () => {
  const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "y"}\ndata:\n  text: "ValidatingWebhookConfiguration"  # kept\n';
  expect(divertWebhooks(`${other}---\n${other}`, 1)).toBe(`${other}---\n${other}`);
  expect(divertWebhooks(`${other}---\n${CONFIGURATION}---\n${other}`, 1).split('---\n')[2]).toBe(other);
});
