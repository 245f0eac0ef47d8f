import { JsonObject } from '../../reference/json';
import { envOf, isGiven, resourcesOf, text, when } from '../values/read';
import { GatewayChartValues } from '../values/types';

const LOCKED_DOWN = {
  capabilities: { drop: ['ALL'] },
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};

/** The container that injection completes: `auto` asks it for the image. */
export function proxyContainer(values: GatewayChartValues): JsonObject {
  return {
    name: 'istio-proxy',
    image: 'auto',
    ...when('imagePullPolicy', values.imagePullPolicy),
    securityContext: isGiven(values.containerSecurityContext) ? values.containerSecurityContext : LOCKED_DOWN,
    ...when('env', [...networkView(values.networkGateway), ...envOf(values.env), ...(values.envVarFrom ?? [])]),
    ports: [{ containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' }],
    ...when('resources', resourcesOf(values.resources, {})),
    ...when('volumeMounts', values.volumeMounts),
    ...when('readinessProbe', values.readinessProbe),
    ...when('lifecycle', values.lifecycle),
  };
}

/** A gateway between networks sees what is in its own network alone. */
function networkView(network: string): JsonObject[] {
  return isGiven(network) ? [{ name: 'ISTIO_META_REQUESTED_NETWORK_VIEW', value: text(network) }] : [];
}
