import { cli, objects } from './cli';

const GATEWAY = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
`;
const OPTIONS = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: options}\ndata: {deployment: "spec: {replicas: 3}"}\n';
const withOptions = GATEWAY.replace('spec:\n', 'spec:\n  infrastructure: {parametersRef: {group: "", kind: ConfigMap, name: options}}\n');

const names = (out: string): string[] => objects(out).map(({ kind, metadata }: any) => `${kind} ${metadata.namespace}/${metadata.name}`);

test('what istiod deploys for a Gateway is printed, in the namespace that it is in', () => {
  const { code, out, err } = cli(['gateways', '-f', 'gw.yaml', '-n', 'edge'], { 'gw.yaml': GATEWAY });
  expect([code, err]).toEqual([0, '']);
  expect(names(out)).toEqual(['ServiceAccount edge/public-istio', 'Deployment edge/public-istio', 'Service edge/public-istio']);
});

test('the installation decides images, revision and what is laid over all Gateways of a class', () => {
  const set = ['--set', 'hub=example.com', '--set', 'tag=7', '--set', 'values.gatewayClasses.istio.service.spec.externalTrafficPolicy=Local'];
  const [, deployment, service] = objects(cli(['gateways', '-f', '-', ...set], { '-': GATEWAY }).out);
  expect(deployment.spec.template.spec.containers[0].image).toBe('example.com/proxyv2:7');
  expect(service.spec.externalTrafficPolicy).toBe('Local');
});

test('what counts for a Gateway may stand in another file, or in a List', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${withOptions.replaceAll('\n', '\n  ')}\n`;
  const { out } = cli(['gateways', '-f', 'list.yaml', '-f', 'options.yaml'], { 'list.yaml': list, 'options.yaml': OPTIONS });
  expect(objects(out)[1].spec.replicas).toBe(3);
});

test('a Gateway that istiod leaves alone is named with the reason', () => {
  const waypoint = GATEWAY.replace('gatewayClassName: istio', 'gatewayClassName: istio-waypoint');
  const { code, out, err } = cli(['gateways', '-f', 'gw.yaml'], { 'gw.yaml': waypoint });
  expect([code, out.trim()]).toEqual([0, '']);
  expect(err).toBe('Gateway default/public is not deployed: no controller of this control plane knows the class "istio-waypoint"\n');
  expect(names(cli(['gateways', '-f', 'gw.yaml', '--set', 'profile=ambient'], { 'gw.yaml': waypoint }).out)).toHaveLength(3);
});

test.each([
  [['gateways'], {}, 'error: No file is named. Name one with Gateways: -f gateway.yaml, or -f - for standard input.\n'],
  [['gateways', '-f', 'gw.yaml'], { 'gw.yaml': OPTIONS }, 'error: There is no Gateway of the Gateway API in gw.yaml. Name files that have one.\n'],
  [['gateways', '-f', 'gw.yaml'], { 'gw.yaml': withOptions },
    'error: Gateway default/public: spec.infrastructure.parametersRef names the ConfigMap "options", and there is none in namespace "default". '
    + 'Add it, or remove the reference.\n'],
  [['gateways', '-f', 'gw.yaml'], {}, 'error: gw.yaml cannot be read: no such file. Give a file with Gateways, or - for standard input.\n'],
])('bad input is said: %j', (argv, files, err) => {
  expect(cli(argv, files as Record<string, string>)).toEqual({ code: 2, out: '', err, written: {} });
});

test('a broken document is named with its file and line', () => {
  const { code, err } = cli(['gateways', '-f', 'gw.yaml'], { 'gw.yaml': `${GATEWAY}---\na: [\n` });
  expect(code).toBe(2);
  expect(err).toMatch(/^error: gw\.yaml:\d+:\d+: /);
});
