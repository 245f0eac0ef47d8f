import { Cluster } from './apiserver';
import { KubeObject, podOf } from './objects';

/** A pod that the API server believes to run. */
export interface FakePod {
  readonly name: string;
  readonly namespace: string;
  readonly ip: string;
  /** The Deployment's pod template, as it was applied. */
  readonly template: { metadata?: any; spec: any };
  /** As it was stored, after all webhooks. */
  readonly stored: KubeObject;
}

/** First three numbers of the pods' addresses, which only exist in network namespaces of ours. */
const POD_RANGE = '10.77.0';

/** What the one node runs: istiod chooses by it how a proxy is put into a pod. */
const KUBELET = 'v1.35.4';

/** The size of the network of all pods. */
export const POD_PREFIX = 16;

/** An address that no pod has. */
export function spareAddress(index: number): string {
  return `10.77.9.${index + 1}`;
}

/**
 * Does what controllers, the scheduler and kubelets would: a running pod for every Deployment outside the control plane's
 * namespace, and the endpoints of every Service.
 */
export async function fakePods(cluster: Cluster): Promise<FakePod[]> {
  const deployments = (await cluster.kubectl.get(['deployments', '-A'])).filter(({ metadata }) => metadata.namespace !== 'istio-system');
  const pods: FakePod[] = [];
  await runNode(cluster);
  for (const [index, deployment] of deployments.entries()) {
    const template = podOf(deployment)!;
    const { name, namespace } = { name: `${deployment.metadata.name}-0`, namespace: deployment.metadata.namespace! };
    await cluster.kubectl.output(['create', '-f', '-'], JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { labels: template.metadata?.labels, annotations: template.metadata?.annotations, name, namespace },
      // The plugin that gives a pod its namespace's account is off, since nobody makes that account here.
      spec: { ...template.spec, serviceAccountName: template.spec.serviceAccountName ?? 'default' },
    }));
    const ip = `${POD_RANGE}.${index + 1}`;
    await cluster.kubectl.output(['patch', 'pod', name, '-n', namespace, '--subresource=status', '--type=merge', '-p', JSON.stringify({
      status: { phase: 'Running', podIP: ip, podIPs: [{ ip }], conditions: [{ type: 'Ready', status: 'True' }] },
    })]);
    const [stored] = await cluster.kubectl.get(['pod', name, '-n', namespace]);
    pods.push({ name, namespace, ip, template, stored });
  }
  const services = await cluster.kubectl.get(['services', '-A']);
  const slices = services.filter(({ spec }) => spec.selector).map((service) => endpointSlice(service, pods));
  await cluster.kubectl.applyObjects(slices);
  return pods;
}

/** The one node, which is there by name alone. */
export async function runNode(cluster: Cluster): Promise<void> {
  await cluster.kubectl.applyObjects([{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } }]);
  const status = { nodeInfo: { kubeletVersion: KUBELET } };
  await cluster.kubectl.output(['patch', 'node', 'node-1', '--subresource=status', '--type=merge', '-p', JSON.stringify({ status })]);
}

/** The endpoints of a Service: those of the pods that its selector picks. */
export function endpointSlice(service: KubeObject, pods: readonly FakePod[]): KubeObject {
  const { name, namespace } = service.metadata;
  const chosen = pods.filter((pod) => pod.namespace === namespace
    && Object.entries(service.spec.selector).every(([key, value]) => pod.stored.metadata.labels?.[key] === value));
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: `${name}-0`, namespace, labels: { 'kubernetes.io/service-name': name } },
    addressType: 'IPv4',
    endpoints: chosen.map((pod) => ({
      addresses: [pod.ip],
      conditions: { ready: true },
      targetRef: { kind: 'Pod', name: pod.name, namespace: pod.namespace },
    })),
    ports: service.spec.ports.map((port: any) => ({
      name: port.name ?? '',
      protocol: port.protocol,
      appProtocol: port.appProtocol,
      port: containerPort(port, chosen),
    })),
  };
}

function containerPort(port: any, pods: readonly FakePod[]): number {
  const target = port.targetPort ?? port.port;
  if (typeof target === 'number') return target;
  const found = pods.flatMap(({ template }) => template.spec.containers).flatMap(({ ports }) => ports ?? []).find(({ name }) => name === target);
  return found?.containerPort ?? port.port;
}
