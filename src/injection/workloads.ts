import { Owner } from './context';
import { JsonObject } from '../reference/json';

/** Where a pod template stands in a workload, and what it is. */
export interface PodTemplate {
  /** Keys that lead to the template; none for a Pod, which is one itself. */
  readonly path: string[];
  /** The template: `metadata` and `spec` of pods. */
  readonly template: JsonObject;
}

const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  'v1/Pod': [],
  'v1/ReplicationController': ['spec', 'template'],
  'apps/v1/Deployment': ['spec', 'template'],
  'apps/v1/StatefulSet': ['spec', 'template'],
  'apps/v1/DaemonSet': ['spec', 'template'],
  'apps/v1/ReplicaSet': ['spec', 'template'],
  'apps.openshift.io/v1/DeploymentConfig': ['spec', 'template'],
  // Its name before OpenShift had groups; files still have it.
  'v1/DeploymentConfig': ['spec', 'template'],
  'batch/v1/Job': ['spec', 'template'],
  'batch/v1/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Whether objects of a kind have a pod template. */
export function isWorkload({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  return `${apiVersion}/${kind}` in TEMPLATES;
}

/** The pod template of a Kubernetes object, if its kind has one. */
export function podTemplateOf(object: JsonObject): PodTemplate | undefined {
  const path = TEMPLATES[`${object.apiVersion}/${object.kind}`];
  if (path === undefined) return undefined;
  const template = path.reduce<any>((inner, key) => inner?.[key], object);
  return typeof template === 'object' && template !== null ? { path: [...path], template } : undefined;
}

/** The object with another pod template in the place of its own. */
export function withPodTemplate(object: JsonObject, path: readonly string[], template: JsonObject): JsonObject {
  if (path.length === 0) return template;
  const [head, ...rest] = path;
  return { ...object, [head]: withPodTemplate(object[head], rest, template) };
}

/** Who the pods of a workload belong to. A Pod that something made belongs to what made it, as far as its labels and names tell. */
export function ownerOf(object: JsonObject): Owner {
  const { name = '', namespace = '' } = object.metadata ?? {};
  const own = { typeMeta: { apiVersion: object.apiVersion, kind: object.kind }, owner: { name, namespace } };
  const controller = object.kind === 'Pod' && object.metadata?.generateName
    ? (object.metadata.ownerReferences ?? []).find((reference: JsonObject) => reference.controller)
    : undefined;
  return controller ? controllerOf(object, controller, namespace) : own;
}

function controllerOf(pod: JsonObject, controller: JsonObject, namespace: string): Owner {
  const labels: Record<string, string> = pod.metadata.labels ?? {};
  const made = (apiVersion: string, kind: string, name: string): Owner => ({ typeMeta: { apiVersion, kind }, owner: { name, namespace } });
  const { apiVersion, kind, name } = controller;
  const hash = labels['pod-template-hash'];
  if (kind === 'ReplicaSet' && hash && name.endsWith(hash)) return made(apiVersion, 'Deployment', cut(name, `-${hash}`));
  const rollout = labels['rollouts-pod-template-hash'];
  if (kind === 'ReplicaSet' && rollout && name.endsWith(rollout)) return made('v1alpha1', 'Rollout', cut(name, `-${rollout}`));
  if (kind === 'ReplicationController' && labels.deploymentconfig) return made(apiVersion, 'DeploymentConfig', labels.deploymentconfig);
  const cron = kind === 'Job' ? /^(.+)-\d{8,10}$/.exec(name) : null;
  if (cron) return made('batch/v1', 'CronJob', cron[1]);
  return made(apiVersion, kind, name);
}

function cut(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}
