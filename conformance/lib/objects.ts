import { CORE_SCHEMA, loadAll } from 'js-yaml';

/** A Kubernetes object as it stands in a file. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [key: string]: any };
  readonly [key: string]: any;
}

/**
 * The objects of a YAML text in their order. Lists are taken apart.
 *
 * @param repeats whether a key may be written twice in a map; the later one counts
 */
export function readObjects(text: string, repeats = false): KubeObject[] {
  return (loadAll(text, undefined, { schema: CORE_SCHEMA, json: repeats }) as (KubeObject | null | undefined)[]).flatMap((object) => {
    if (object === null || object === undefined) return [];
    return object.kind === 'List' ? (object.items as KubeObject[]) : [object];
  });
}

/** "Kind/namespace/name", or "Kind/name" for what lives in no namespace. */
export function objectName(object: KubeObject): string {
  const { name, namespace } = object.metadata;
  return [object.kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}

/** The pod template of a workload, or the pod itself. */
export function podOf(object: KubeObject): { metadata?: any; spec: any } | undefined {
  switch (object.kind) {
    case 'Pod':
      return { metadata: object.metadata, spec: object.spec };
    case 'CronJob':
      return object.spec?.jobTemplate?.spec?.template;
    case 'Deployment': case 'StatefulSet': case 'DaemonSet': case 'ReplicaSet': case 'ReplicationController': case 'Job':
      return object.spec?.template;
    default:
      return undefined;
  }
}
