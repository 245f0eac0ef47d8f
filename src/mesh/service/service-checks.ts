import type { MeshService } from './service';
import { finding, labelText, listed } from '../../reference/fail';
import { matches } from '../../reference/labels';
import { MeshPort } from '../../reference/port';

/** All that can be wrong with a service once everything is declared. */
export function checkService(service: MeshService): string[] {
  if (service._workloads.length === 0) {
    return Object.keys(service.selector).length > 0 ? [] : [finding(
      'The service has no workload',
      'Give addService() a workload, add versions with addVersion(), or give it a selector for pods that this program does not own',
    )];
  }
  if (Object.keys(service.selector).length === 0) {
    return [finding(
      `The pods of its workloads have no label in common (${service._workloads.map((one) => `${one.title}: ${labelText(one.labels)}`).join('; ')})`,
      'Give all of them a label such as "app", or give addService() a selector',
    )];
  }
  return [...checkSelector(service), ...checkVersions(service), ...checkTargets(service), ...checkAccounts(service)];
}

function checkSelector(service: MeshService): string[] {
  const { selector } = service;
  return service._workloads
    .filter((workload) => !matches(selector, workload.labels))
    .map((workload) => finding(
      `The selector ${labelText(selector)} does not pick the pods of ${workload.title}, which have ${labelText(workload.labels)}`,
      'Change the selector or the labels of the pods',
    ));
}

function checkVersions(service: MeshService): string[] {
  return service.versions.filter(({ _isManaged }) => !_isManaged).flatMap((version) => {
    const pods = version._workload.labels;
    if (Object.keys(version.labels).length === 0) {
      return [finding(
        `Nothing tells the pods of version "${version.name}" from others: ${version._workload.title} has ${labelText(pods)}`,
        'Give its pods a label "version", or give addVersion() labels',
      )];
    }
    if (!matches(version.labels, pods)) {
      return [finding(
        `The labels ${labelText(version.labels)} of version "${version.name}" match no pod: ${version._workload.title} has ${labelText(pods)}`,
        'Change the labels of the version or those of the pods',
        'A4',
      )];
    }
    const double = service.versions.find((other) => other !== version && matches(version.labels, other._workload.labels));
    return double === undefined ? [] : [finding(
      `The labels ${labelText(version.labels)} of version "${version.name}" match the pods of version "${double.name}" too`,
      'Give the pods of each version a label value of their own',
    )];
  });
}

function checkTargets(service: MeshService): string[] {
  return service.ports.flatMap((port) => service._workloads.flatMap((workload) => {
    const declared = workload.containerPorts;
    // A container need not declare its ports; only where some are declared is a missing one a mistake.
    if (port.targetName === undefined && declared.length === 0) return [];
    return declared.some((one) => (port.targetName === undefined ? one.containerPort === port.target : one.name === port.targetName)) ? [] : [finding(
      `No container of ${workload.title} serves ${targetText(port)}; they declare ${listed(declared.map((one) => one.name === undefined ? one.containerPort : `${one.name}: ${one.containerPort}`))}`,
      'Give the port the target of a declared container port, or declare the port on the container',
    )];
  }));
}

function targetText(port: MeshPort): string {
  const target = port.targetName === undefined ? `${port.target}` : `"${port.targetName}"`;
  return `port ${target}, the target of service port ${port.number}`;
}

function checkAccounts(service: MeshService): string[] {
  const account = service._accountName;
  if (account === undefined) return [];
  return service._workloads
    .filter((workload) => (workload.serviceAccountName ?? account) !== account)
    .map((workload) => finding(
      `${workload.title} runs as service account "${workload.serviceAccountName}", but policies know the service as "${account}"`,
      'Let all workloads of the service run as that one',
    ));
}
