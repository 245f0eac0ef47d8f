import { Construct } from 'constructs';
import { GatewayServiceOptions, GatewayWorkloadProps } from './gateway-workload-props';
import { meshContextOf } from './mesh-context';
import { checkServiceType } from './service-type';
import { failure, listed } from '../reference/fail';
import { JsonObject } from '../reference/json';
import { GatewayChartValues, GatewayServicePortValues } from '../resources/install-values';

/** Ports for health, HTTP and HTTPS. Outside its own namespace, Istio asks for a protocol in the name of every port. */
export const USUAL_PORTS: readonly GatewayServicePortValues[] = [
  { name: 'http-status', port: 15021, targetPort: 15021 },
  { name: 'http2', port: 80, targetPort: 80 },
  { name: 'https', port: 443, targetPort: 443 },
];

/** The chart's values that the props stand for: those that were given, and over them what has a property of its own. */
export function gatewayValues(props: GatewayWorkloadProps & GatewayServiceOptions): GatewayChartValues {
  const { values = {}, autoscaling, replicas, resources } = props;
  return {
    ...values,
    ...set('revision', props.revision),
    ...set('kind', props.workloadKind),
    ...set('networkGateway', props.network),
    ...(replicas !== undefined && { replicaCount: replicas, autoscaling: { ...values.autoscaling, enabled: false } }),
    ...(autoscaling && {
      autoscaling: {
        ...values.autoscaling,
        ...set('minReplicas', autoscaling.minReplicas),
        ...set('maxReplicas', autoscaling.maxReplicas),
        ...set('targetCPUUtilizationPercentage', autoscaling.targetCpuUtilization),
        ...set('targetMemoryUtilizationPercentage', autoscaling.targetMemoryUtilization),
      },
    }),
    ...(props.disruptionBudget && { podDisruptionBudget: { ...props.disruptionBudget } }),
    ...(props.labels && { labels: { ...values.labels, ...props.labels } }),
    ...(props.podAnnotations && { podAnnotations: { ...values.podAnnotations, ...props.podAnnotations } }),
    ...(props.env && { env: { ...values.env, ...props.env } }),
    ...(resources && { resources: { ...values.resources, ...resources } }),
    service: {
      ...values.service,
      ...set('type', props.serviceType),
      ...set('externalTrafficPolicy', props.externalTrafficPolicy),
      ports: [...(props.ports ?? values.service?.ports ?? USUAL_PORTS)],
      ...(props.serviceAnnotations && { annotations: { ...values.service?.annotations, ...props.serviceAnnotations } }),
    },
  };
}

function set(name: string, value: unknown): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

/** Refuses what the chart would render into something that does not work, or not at all. */
export function checkGatewayValues(scope: Construct, values: GatewayChartValues): void {
  checkRevision(scope, values.revision);
  checkReplicas(scope, values);
  checkService(scope, values);
  checkDisruptionBudget(scope, values);
}

function checkRevision(scope: Construct, revision: string | undefined): void {
  if (revision === undefined || revision === '') return;
  const { installation } = meshContextOf(scope);
  const known = [installation.revision, ...(installation.values.revisionTags ?? [])];
  if (known.includes(revision)) return;
  throw failure(scope, `There is no revision "${revision}" in this mesh, whose revision and tags are ${listed(known)}`,
    'A gateway of a revision that does not exist would get no proxy: name one of these, or leave the revision out');
}

function checkReplicas(scope: Construct, { autoscaling = {}, replicaCount }: GatewayChartValues): void {
  const { minReplicas = 1, maxReplicas = 5, enabled = true } = autoscaling;
  const wrong = [minReplicas, maxReplicas, replicaCount ?? 0].find((count) => !Number.isInteger(count) || count < 0);
  if (wrong !== undefined) {
    throw failure(scope, `${wrong} is not a number of replicas`, 'Give a whole number');
  }
  if (enabled && minReplicas > maxReplicas) {
    throw failure(scope, `There are at least ${minReplicas} replicas and at most ${maxReplicas}`, 'Let minReplicas be no more than maxReplicas (5 where it is not given)');
  }
}

function checkService(scope: Construct, { service = {}, networkGateway }: GatewayChartValues): void {
  const { type, ports = [] } = service;
  checkServiceType(scope, type, 'None');
  if (ports.length === 0 && type !== 'None' && !networkGateway) {
    throw failure(scope, 'The Service of the gateway has no ports', 'Give ports, leave them out for the usual ones, or use serviceType "None"');
  }
  for (const field of ['name', 'port'] as const) {
    const all = ports.map((port) => (field === 'port' ? `${port.port}/${port.protocol ?? 'TCP'}` : port.name));
    const twice = all.find((value, at) => value !== undefined && all.indexOf(value) !== at);
    if (twice !== undefined) throw failure(scope, `Two ports of the gateway have the ${field === 'port' ? 'number' : 'name'} ${listed([twice])}`, 'Give each port once');
  }
}

function checkDisruptionBudget(scope: Construct, { podDisruptionBudget, autoscaling = {}, replicaCount, kind }: GatewayChartValues): void {
  if (podDisruptionBudget === undefined) return;
  const { minAvailable, maxUnavailable } = podDisruptionBudget;
  if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
    const given = minAvailable === undefined ? 'neither minAvailable nor maxUnavailable' : `both minAvailable ${minAvailable} and maxUnavailable ${maxUnavailable}`;
    throw failure(scope, `The disruption budget has ${given}`, 'Give one of them');
  }
  const scaled = (autoscaling.enabled ?? true);
  const fewest = scaled ? autoscaling.minReplicas ?? 1 : replicaCount ?? 1;
  if (fewest > 1) return;
  const fix = kind === 'DaemonSet' || scaled ? 'Give autoscaling: { minReplicas: 2 } or more' : 'Give replicas: 2 or more';
  throw failure(scope, `The disruption budget would not be written: there may be ${fewest} replica, which nothing could evict`, `${fix}, or leave the budget out`);
}
