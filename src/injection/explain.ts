import { refusedAnnotations } from './annotations';
import { decide } from './decide';
import { Decision } from './decision';
import { InjectionNamespace } from './namespace';
import { InjectionSettings } from './settings';
import { templatesOf } from './templates';
import { podTemplateOf } from './workloads';
import { JsonObject } from '../reference/json';

/** Why the pods of a workload get a proxy, or none. */
export interface InjectionExplanation extends Decision {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The templates that the pod gets, in their order; none where it is not injected. */
  readonly templates: readonly string[];
  /** What is wrong with the pod, so that it would be refused. */
  readonly refused: readonly string[];
}

/**
 * Explains what becomes of the pods of an object, or of the items of a List; of objects without pods there is nothing to say.
 *
 * @param namespaceOf the namespace of an object, as the injector knows it
 */
export function explainInjection(
  object: JsonObject,
  settings: InjectionSettings,
  namespaceOf: (object: JsonObject) => InjectionNamespace,
): InjectionExplanation[] {
  if (object.kind === 'List' && object.apiVersion === 'v1' && Array.isArray(object.items)) {
    return object.items.filter((item: unknown) => typeof item === 'object' && item !== null)
      .flatMap((item: JsonObject) => explainInjection(item, settings, namespaceOf));
  }
  const template = podTemplateOf(object)?.template;
  if (!template) return [];
  const namespace = namespaceOf(object);
  const decision = decide(template, namespace, settings);
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  return [{
    kind: object.kind,
    namespace: namespace.name,
    name: object.metadata?.name ?? object.metadata?.generateName ?? '',
    ...decision,
    templates: decision.inject ? templatesOf(annotations, settings) : [],
    refused: decision.inject ? refusedAnnotations(annotations, settings) : [],
  }];
}
