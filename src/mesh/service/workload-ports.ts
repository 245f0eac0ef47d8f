import type { MeshService } from './service';
import { MeshPort } from '../../reference/port';

/** Where connections to ports of a service arrive: numbers of its containers, which know some by a name. They are sorted. */
export function workloadPorts({ _workloads }: MeshService, ports: readonly MeshPort[]): number[] {
  const containers = _workloads.flatMap((workload) => workload.containerPorts);
  return [...new Set(ports.flatMap((port) => (
    port.target !== undefined ? [port.target] : containers.filter(({ name }) => name === port.targetName).map(({ containerPort }) => containerPort)
  )))].sort((a, b) => a - b);
}
