import { checkGatewayChart } from '../../../src/install/gateway-chart/restrictions';
import { chartDefaults } from '../../../src/install/values/defaults';
import { installSchema } from '../../../src/install/values/schema';
import { JsonObject } from '../../../src/reference/json';

const refusal = (path: string, wanted: string, value: unknown): Error =>
  new Error(`The value "${path}" of the gateway chart takes ${wanted}, and ${JSON.stringify(value)} is something else.`);

test.each<[JsonObject, string, string, unknown]>([
  [{ name: null }, 'name', 'text', null],
  [{ annotations: { on: true } }, 'annotations.on', 'text or a whole number', true],
  [{ podAnnotations: { 'prometheus.io/port': 15020 } }, 'podAnnotations.prometheus\\.io/port', 'text', 15020],
  [{ resources: { limits: { cpu: 2 } } }, 'resources.limits.cpu', 'text or null', 2],
  [{ autoscaling: { targetCPUUtilizationPercentage: '60' } }, 'autoscaling.targetCPUUtilizationPercentage', 'a whole number', '60'],
  [{ service: { selectorLabels: { pool: 5 } } }, 'service.selectorLabels.pool', 'text', 5],
  [{ service: { ports: [{ port: 80 }, { port: 81, targetPort: 'http' }] } }, 'service.ports[1].targetPort', 'a whole number', 'http'],
  [{ service: { ipFamilies: ['IPX'] } }, 'service.ipFamilies[0]', 'one of IPv4, IPv6', 'IPX'],
  [{ envVarFrom: [{ name: 5 }] }, 'envVarFrom[0].name', 'text', 5],
  [{ lifecycle: { preStop: 'sleep' } }, 'lifecycle.preStop', 'a map', 'sleep'],
  [{ unprivilegedPort: 'no' }, 'unprivilegedPort', 'one of true, false, auto', 'no'],
  [{ imagePullPolicy: 'Sometimes' }, 'imagePullPolicy', 'one of Always, IfNotPresent, Never', 'Sometimes'],
  [{ terminationGracePeriodSeconds: '5' }, 'terminationGracePeriodSeconds', 'a number', '5'],
  [{ tolerations: {} }, 'tolerations', 'a list', {}],
  [{ rbac: { enabled: 'yes' } }, 'rbac.enabled', 'true or false', 'yes'],
])('what the chart refuses is refused: %j', (values, path, wanted, value) => {
  expect(() => checkGatewayChart(values)).toThrow(refusal(path, wanted, value));
});

test('a port of a gateway between networks has a number', () => {
  expect(() => checkGatewayChart({ networkGatewayPorts: { tls: { targetPort: 1 } } }))
    .toThrow(new Error('"networkGatewayPorts.tls" has no "port". Set "networkGatewayPorts.tls.port".'));
});

test('a value that the chart does not have is refused, with the nearest one', () => {
  expect(() => checkGatewayChart({ replicaCounts: 2 })).toThrow(new Error(
    'The gateway chart has no value "replicaCounts". Did you mean "replicaCount"? It has: additionalContainers, affinity, annotations, autoscaling, '
    + 'compatibilityVersion, containerSecurityContext, defaultRevision, dnsConfig, dnsPolicy, enabled, env, envVarFrom, global, imagePullPolicy, '
    + 'imagePullSecrets, initContainers, kind, labels, lifecycle, minReadySeconds, name, networkGateway, networkGatewayPorts, nodeSelector, pilot, '
    + 'platform, podAnnotations, podDisruptionBudget, priorityClassName, profile, rbac, readinessProbe, replicaCount, resources, revision, runAsRoot, '
    + 'securityContext, service, serviceAccount, strategy, terminationGracePeriodSeconds, tolerations, topologySpreadConstraints, unprivilegedPort, '
    + 'volumeMounts, volumes.',
  ));
  expect(() => checkGatewayChart({ ownerName: 'operator' })).toThrow('The gateway chart has no value "ownerName".');
});

test('the chart has the values of schema/, and no other', () => {
  for (const name of Object.keys(installSchema().messages.GatewayChartValues.fields)) {
    expect(() => checkGatewayChart({ [name]: undefined })).not.toThrow();
  }
});

test('null means nothing where the chart says so, and fields that it does not name are free', () => {
  const values = {
    replicaCount: null,
    minReadySeconds: null,
    readinessProbe: null,
    securityContext: null,
    containerSecurityContext: null,
    resources: { limits: null, requests: { cpu: null } },
    labels: { toString: 5 },
    service: { clusterIP: null, ports: [{ port: 1, appProtocol: 'http' }] },
  };
  expect(() => checkGatewayChart(values)).not.toThrow();
});

test('names that every object has are no rules', () => {
  expect(() => checkGatewayChart({ podAnnotations: JSON.parse('{"__proto__": 1, "valueOf": 2}') })).not.toThrow();
});

test('the defaults of the chart pass', () => {
  const { autoscaling, ...others } = chartDefaults('GatewayChartValues');
  expect(() => checkGatewayChart({ ...others, autoscaling })).not.toThrow();
});
