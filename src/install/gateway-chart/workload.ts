import { proxyContainer } from './container';
import { furtherLabels, gatewayChartAccount, GatewayChartContext, gatewayChartMetadata } from './context';
import { networkLabel } from './service';
import { JsonObject, Manifest } from '../../reference/json';
import { partOfIstio } from '../labels';
import { isGiven, orElse, text, textMap, when, whenSet } from '../values/read';

/** The gateway's pods. Their proxy is filled in by injection, from the template that their annotations name. */
export function renderWorkload(context: GatewayChartContext): Manifest[] {
  const { values, selector } = context;
  return [{
    apiVersion: 'apps/v1',
    kind: orElse(values.kind, 'Deployment'),
    metadata: gatewayChartMetadata(context),
    spec: {
      ...(!values.autoscaling.enabled && whenSet('replicas', values.replicaCount)),
      ...when('strategy', values.strategy),
      ...when('minReadySeconds', values.minReadySeconds),
      selector: { matchLabels: { ...selector } },
      template: {
        metadata: { ...when('annotations', textMap(values.podAnnotations)), labels: podLabels(context) },
        spec: podSpec(context),
      },
    },
  }];
}

function podLabels({ values, release, name, selector }: GatewayChartContext): Record<string, string> {
  return {
    'sidecar.istio.io/inject': 'true',
    ...(isGiven(values.revision) && { 'istio.io/rev': text(values.revision) }),
    ...selector,
    'app.kubernetes.io/name': name,
    ...partOfIstio(release.name),
    ...furtherLabels(values),
    ...networkLabel(values.networkGateway),
  };
}

/** Lets a process that is not root bind to the ports below 1024, and nothing else. */
const LOW_PORTS = { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] };

function podSpec(context: GatewayChartContext): JsonObject {
  const { values } = context;
  return {
    ...when('imagePullSecrets', values.imagePullSecrets),
    serviceAccountName: gatewayChartAccount(context),
    securityContext: isGiven(values.securityContext) ? values.securityContext : LOW_PORTS,
    ...when('volumes', values.volumes),
    ...when('initContainers', values.initContainers),
    containers: [proxyContainer(values), ...(values.additionalContainers ?? [])],
    ...when('nodeSelector', textMap(values.nodeSelector)),
    ...when('affinity', values.affinity),
    ...when('tolerations', values.tolerations),
    ...when('topologySpreadConstraints', values.topologySpreadConstraints),
    ...when('dnsPolicy', values.dnsPolicy),
    ...when('dnsConfig', values.dnsConfig),
    ...whenSet('terminationGracePeriodSeconds', values.terminationGracePeriodSeconds),
    ...when('priorityClassName', values.priorityClassName),
  };
}
