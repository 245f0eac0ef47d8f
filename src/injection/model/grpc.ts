import { hasStatusPort } from './facts';
import { metadataWithoutCapture } from './metadata';
import { agentArgs, imagePullPolicy, proxyImage, readinessProbe } from './proxy-container';
import { grpcAgentEnv } from './proxy-env';
import { pullSecrets } from './pull-secrets';
import { resources } from './resources';
import { grpcAgentMounts, grpcAgentVolumes, grpcClientMounts } from './volumes';
import { concat, data, eq, Expression, not, value } from '../expression';
import { each, node, Node, NodeLike, when } from '../node';

const containers = data('.Spec.Containers', (pod) => pod.spec.containers ?? []);

/** The name of a container of the pod. */
function nameOf(container: Expression): Expression {
  return { go: `${container.go}.Name`, evaluate: (pod) => (container.evaluate(pod) as { name: string }).name };
}

/** gRPC clients that speak to istiod themselves ask an agent beside them, which has no Envoy, for certificates and configuration. */
export const grpcAgent: Node = node({
  metadata: metadataWithoutCapture({ 'sidecar.istio.io/rewriteAppHTTPProbers': 'false' }),
  spec: {
    containers: [
      {
        name: 'istio-proxy',
        image: proxyImage,
        ports: [{ containerPort: 15020, protocol: 'TCP', name: 'mesh-metrics' }],
        args: agentArgs('sidecar'),
        lifecycle: { postStart: { exec: { command: ['pilot-agent', 'wait', '--url=http://localhost:15020/healthz/ready'] } } },
        env: [...grpcAgentEnv] as NodeLike,
        imagePullPolicy,
        readinessProbe: readinessProbe(15020),
        // Istio leaves these out with the probe.
        resources: when(hasStatusPort, resources),
        volumeMounts: when(hasStatusPort, grpcAgentMounts),
      },
      each(containers, (_index, container) => when(not(eq(nameOf(container), 'istio-proxy')), {
        name: nameOf(container),
        env: [
          { name: 'GRPC_XDS_EXPERIMENTAL_SECURITY_SUPPORT', value: 'true' },
          { name: 'GRPC_XDS_BOOTSTRAP', value: '/etc/istio/proxy/grpc-bootstrap.json' },
        ],
        volumeMounts: grpcClientMounts,
      })),
    ],
    volumes: grpcAgentVolumes,
    imagePullSecrets: pullSecrets,
  },
});

const FOLDER = '/var/lib/grpc/data/';
const BOOTSTRAP = `${FOLDER}bootstrap.json`;
const bootstrapMount = { mountPath: FOLDER, name: 'grpc-io-proxyless-bootstrap' };
const field = (name: string, fieldPath: string): NodeLike => ({ name, valueFrom: { fieldRef: { fieldPath } } });

/** Writes what a gRPC client reads when it starts: where istiod is, and who asks. The pod's address is known only then. */
const WRITE_BOOTSTRAP = [
  'NODE_ID="sidecar~${INSTANCE_IP}~${POD_NAME}.${POD_NAMESPACE}~cluster.local"',
  'SERVER_URI="dns:///istiod.${ISTIO_NAMESPACE}.svc:15010"',
  'echo \'',
  '{',
  '  "xds_servers": [',
  '    {',
  '      "server_uri": "\'${SERVER_URI}\'",',
  '      "channel_creds": [{"type": "insecure"}],',
  '      "server_features" : ["xds_v3"]',
  '    }',
  '  ],',
  '  "node": {',
  '    "id": "\'${NODE_ID}\'",',
  '    "metadata": {',
  '      "GENERATOR": "grpc"',
  '    }',
  '  }',
  `}' > ${BOOTSTRAP}`,
].join('\n');

/** The least that a gRPC client needs: a file that leads it to istiod, in plain text. */
export const grpcSimple: Node = node({
  metadata: { annotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': 'false' } },
  spec: {
    initContainers: [{
      name: 'grpc-bootstrap-init',
      image: 'busybox:1.28',
      volumeMounts: [bootstrapMount],
      env: [
        field('INSTANCE_IP', 'status.podIP'),
        field('POD_NAME', 'metadata.name'),
        field('POD_NAMESPACE', 'metadata.namespace'),
        { name: 'ISTIO_NAMESPACE', value: concat(value('global.istioNamespace'), '\n') },
      ],
      command: ['sh', '-c', WRITE_BOOTSTRAP],
    }],
    containers: [each(containers, (_index, container) => ({
      name: nameOf(container),
      env: [
        { name: 'GRPC_XDS_BOOTSTRAP', value: BOOTSTRAP },
        { name: 'GRPC_GO_LOG_VERBOSITY_LEVEL', value: '99' },
        { name: 'GRPC_GO_LOG_SEVERITY_LEVEL', value: 'info' },
      ],
      volumeMounts: [bootstrapMount],
    }))],
    volumes: [{ name: 'grpc-io-proxyless-bootstrap', emptyDir: {} }],
  },
});
