import { ApiObject } from 'cdk8s';
import { choosesNone, choosesSidecar, uncapturedReasons } from './ambient-checks';
import { InjectionSettings, isWorkload, podTemplateOf, refusedAnnotations, uninjectableReasons } from '../../injection';
import { droppedFields, resolvedObject } from '../../injection/resolver';
import { finding } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { objectsAround } from '../app-objects';
import type { Mesh } from '../mesh';

/** Pods of enrolled namespaces that would have no proxy, or an incomplete one, without anybody being told. */
export function checkPods(mesh: Mesh, settings: InjectionSettings): string[] {
  return objectsAround(mesh)
    .filter((object) => isWorkload(object))
    .flatMap((object) => {
      const own = mesh._workloads.enrollmentOf(object);
      const enrollment = own ?? mesh._namespace(object.metadata.namespace)?.enrollment;
      const template = enrollment && podTemplateOf(resolvedObject(object))?.template;
      if (template === undefined) return [];
      if (enrollment?._mode === 'ambient' && !(choosesSidecar(template) && own === undefined)) return checkCaptured(object, template, own !== undefined);
      return enrollment?._mode === 'none' ? [] : [...checkInjectable(object, template, settings), ...checkWritten(object)];
    });
}

function checkCaptured(object: ApiObject, template: JsonObject, isEnrolledByItself: boolean): string[] {
  // A pod that says how it wants to be enrolled has decided it, unless it was enrolled in another way by name.
  if (choosesNone(template) && !isEnrolledByItself) return [];
  return uncapturedReasons(template).map((reason) => finding(
    `${object.kind} "${object.name}" at "${object.node.path}" is enrolled in ambient mode, but no agent takes its traffic: ${reason}`,
    'Change the pod, or enroll it in another way',
  ));
}

function checkInjectable(object: ApiObject, template: JsonObject, settings: InjectionSettings): string[] {
  // Who says "false" has decided it; only what happens behind one's back is a finding.
  if (optedOut(template.metadata?.labels) || optedOut(template.metadata?.annotations)) return [];
  const title = `${object.kind} "${object.name}" at "${object.node.path}"`;
  return [
    ...uninjectableReasons(template.spec ?? {}).map((reason) => finding(
      `${title} is not injected: ${reason}`,
      'Change the pod, or give it the label sidecar.istio.io/inject: "false" to keep it out of the mesh',
    )),
    ...refusedAnnotations(template.metadata?.annotations ?? {}, settings).map((refused) => `${title} cannot be injected. ${refused}`),
  ];
}

function optedOut(values: Record<string, string> | undefined): boolean {
  return values?.['sidecar.istio.io/inject'] === 'false';
}

/** Generated classes write only the fields that they know; those of an old release know less than a proxy needs. */
function checkWritten(object: ApiObject): string[] {
  const dropped = droppedFields(object);
  return dropped.length === 0 ? [] : [finding(
    `The class ${object.constructor.name} of "${object.node.path}" drops these fields of its proxy: ${dropped.join(', ')}`,
    'Use the class of a newer Kubernetes version, or an ApiObject',
  )];
}
