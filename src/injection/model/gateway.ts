import { proxyGid, proxyUid, proxyValue } from './facts';
import { metadataWithoutCapture } from './metadata';
import { agentArgs, imagePullPolicy, metricsPort, proxyImage } from './proxy-container';
import { gatewayEnv } from './proxy-env';
import { pullSecrets } from './pull-secrets';
import { gatewayMounts, gatewayVolumes } from './volumes';
import { value } from '../expression';
import { node, Node, NodeLike, raw, tree, when } from '../node';

const ownSecurity = value('gateways.securityContext');

/** A pod that is nothing but a proxy: its own container "istio-proxy" becomes one that takes connections from outside. */
export const gateway: Node = node({
  metadata: metadataWithoutCapture(),
  spec: {
    // Without root, ports below 1024 are open to a process only where the pod says so.
    securityContext: when(ownSecurity, tree(ownSecurity), { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] }),
    containers: [{
      name: 'istio-proxy',
      image: proxyImage,
      ports: [metricsPort],
      args: agentArgs('router'),
      lifecycle: when(proxyValue('lifecycle'), tree(proxyValue('lifecycle'))),
      securityContext: { runAsUser: raw(proxyUid), runAsGroup: raw(proxyGid) },
      env: [...gatewayEnv] as NodeLike,
      imagePullPolicy,
      readinessProbe: {
        httpGet: { path: '/healthz/ready', port: 15021 },
        initialDelaySeconds: raw(proxyValue('readinessInitialDelaySeconds')),
        periodSeconds: raw(proxyValue('readinessPeriodSeconds')),
        timeoutSeconds: 3,
        failureThreshold: raw(proxyValue('readinessFailureThreshold')),
      },
      volumeMounts: gatewayMounts,
    }],
    volumes: gatewayVolumes,
    imagePullSecrets: pullSecrets,
  },
});
