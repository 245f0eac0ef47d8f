import { webhookTemplates } from '../../src/injection';

const { sidecar } = webhookTemplates();

test('the webhook\'s template opens and closes every block', () => {
  const opens = sidecar.match(/{{-? *(if|range|with)\b/g)?.length;
  const closes = sidecar.match(/{{-? *end\b/g)?.length;
  expect(opens).toBeGreaterThan(50);
  expect(closes).toBe(opens);
});

test('the webhook\'s template prints every text of a pod through JSON, so that no value can break out of its place', () => {
  const outputs = [...sidecar.matchAll(/: {{ (?!if\b)(.*?) }}/g)].map(([, expression]) => expression);
  const raw = outputs.filter((expression) => !expression.endsWith('| toJson'));
  expect([...new Set(raw)].sort()).toEqual([
    '(annotation .ObjectMeta "readiness.status.sidecar.istio.io/failureThreshold" .Values.global.proxy.readinessFailureThreshold)',
    '(annotation .ObjectMeta "readiness.status.sidecar.istio.io/initialDelaySeconds" .Values.global.proxy.readinessInitialDelaySeconds)',
    '(annotation .ObjectMeta "readiness.status.sidecar.istio.io/periodSeconds" .Values.global.proxy.readinessPeriodSeconds)',
    '(ternary 1337 (.ProxyGID | default 1337) (not (not (eq (annotation .ObjectMeta "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode) "TPROXY"))))',
    '(ternary 1337 (.ProxyUID | default 1337) (not (not (eq (annotation .ObjectMeta "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode) "TPROXY"))))',
    '(.ProxyGID | default 1337)',
    '(.ProxyUID | default 1337)',
    '.Values.global.proxy.privileged',
    '.Values.global.proxy.startupProbe.failureThreshold',
  ].sort());
});
