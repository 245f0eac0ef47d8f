import {
  capNetBindService, hasStatusPort, holdsApplication, isTproxy, nativeSidecar, proxyGid, proxyUid, proxyValue, statusPort, tracesIptables,
} from './facts';
import { image } from './init-container';
import { proxyEnv } from './proxy-env';
import { resources } from './resources';
import { volumeMounts } from './volumes';
import { and, annotationOr, concat, Expression, not, or, proxyData, together, value } from '../expression';
import { node, Node, NodeLike, raw, tree, when } from '../node';

/** Arguments of the agent, as it is called in every role. */
export const agentArgs = (role: string): readonly NodeLike[] => [
  'proxy', role,
  '--domain', concat('$(POD_NAMESPACE).svc.', proxyValue('clusterDomain')),
  concat('--proxyLogLevel=', annotationOr('sidecar.istio.io/logLevel', proxyValue('logLevel'))),
  concat('--proxyComponentLogLevel=', annotationOr('sidecar.istio.io/componentLogLevel', proxyValue('componentLogLevel'))),
  concat('--log_output_level=', annotationOr('sidecar.istio.io/agentLogLevel', value('global.logging.level'))),
  when(value('global.sts.servicePort'), concat('--stsPort=', value('global.sts.servicePort'))),
  when(value('global.logAsJson'), '--log_as_json'),
];
const args: NodeLike = [
  ...agentArgs('sidecar'),
  when(proxyValue('outlierLogPath'), concat('--outlierLogPath=', proxyValue('outlierLogPath'))),
];

/** The proxy's image. */
export const proxyImage = image('global.proxy.image', proxyData('.ProxyImage', (pod) => pod.proxyImage));
export const imagePullPolicy = when(value('global.imagePullPolicy'), value('global.imagePullPolicy'));
export const metricsPort: NodeLike = { containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' };

const waits: NodeLike = { postStart: { exec: { command: ['pilot-agent', 'wait'] } } };
/** A native sidecar is stopped after the application; its listeners must close before that. */
const drains: NodeLike = { preStop: { exec: { command: ['pilot-agent', 'request', concat('--debug-port=', statusPort), 'POST', 'drain'] } } };

const ready = { path: '/healthz/ready', port: 15021 };
const readiness = (annotation: string, name: string): NodeLike => raw(annotationOr(`readiness.status.sidecar.istio.io/${annotation}`, proxyValue(name)));
const asNumber = (like: NodeLike): NodeLike => {
  const of = (like as { of: Expression }).of;
  return raw({ ...together(of), go: of.go, evaluate: (pod) => Number(of.evaluate(pod)) });
};

/** Whether the agent is ready, as it answers on a port. */
export const readinessProbe = (port: number): Node => when(hasStatusPort, {
  httpGet: { ...ready, port },
  initialDelaySeconds: asNumber(readiness('initialDelaySeconds', 'readinessInitialDelaySeconds')),
  periodSeconds: asNumber(readiness('periodSeconds', 'readinessPeriodSeconds')),
  timeoutSeconds: 3,
  failureThreshold: asNumber(readiness('failureThreshold', 'readinessFailureThreshold')),
});

const runsAsRoot = or(isTproxy, capNetBindService);
const unprivileged = not(tracesIptables);

/** The proxy's container. */
export const proxyContainer: Node = node({
  name: 'istio-proxy',
  image: proxyImage,
  restartPolicy: when(nativeSidecar, 'Always'),
  ports: [metricsPort],
  args,
  lifecycle: when(proxyValue('lifecycle'), tree(proxyValue('lifecycle')), when(holdsApplication, waits, when(nativeSidecar, drains))),
  env: [...proxyEnv] as NodeLike,
  imagePullPolicy,
  startupProbe: when(and(hasStatusPort, value('global.proxy.startupProbe.enabled')), {
    httpGet: ready,
    initialDelaySeconds: 0,
    periodSeconds: 1,
    timeoutSeconds: 3,
    failureThreshold: raw(value('global.proxy.startupProbe.failureThreshold')),
  }),
  readinessProbe: readinessProbe(15021),
  securityContext: {
    allowPrivilegeEscalation: when(tracesIptables, true, raw(proxyValue('privileged'))),
    capabilities: {
      add: when(or(tracesIptables, runsAsRoot), [
        when(or(tracesIptables, isTproxy), 'NET_ADMIN'),
        when(and(unprivileged, capNetBindService), 'NET_BIND_SERVICE'),
      ]),
      drop: ['ALL'],
    },
    privileged: when(tracesIptables, true, raw(proxyValue('privileged'))),
    readOnlyRootFilesystem: true,
    runAsNonRoot: when(or(tracesIptables, runsAsRoot), false, true),
    runAsUser: when(or(tracesIptables, runsAsRoot), 0, raw(proxyUid)),
    runAsGroup: when(and(unprivileged, runsAsRoot), 1337, raw(proxyGid)),
    seccompProfile: when(proxyValue('seccompProfile'), tree(proxyValue('seccompProfile'))),
  },
  resources,
  volumeMounts,
});
