/*
 * The model and its printers are loaded when they are first used: importing the library must stay quick.
 */
/* eslint-disable @typescript-eslint/no-require-imports */
import type { InjectionExplanation } from './explain';
import type { GatewayOutcome } from './gateway-deployment';
import type { InjectionOutcome } from './inject';
import type { InjectionNamespace } from './namespace';
import type { InjectionSettings } from './settings';
import type { JsonObject, Manifest } from '../reference/json';

export { uninjectableReasons } from './decide';
export { isProxyConfig } from './settings';
export { isWorkload, podTemplateOf, withPodTemplate } from './workloads';
export type { DecidedBy, Decision, DecisionRule } from './decision';
export type { GatewayOutcome } from './gateway-deployment';
export type { InjectionExplanation } from './explain';
export type { InjectionOutcome } from './inject';
export type { InjectionNamespace } from './namespace';
export type { InjectionSettings, Injector } from './settings';

/**
 * Gives the pods of a workload their proxy, as Istio's injector does. The object is not changed.
 *
 * @param object a Kubernetes object, or a List of them
 * @param settings what the injector knows of the mesh
 * @param namespace where the object is
 * @throws if an annotation of the pod has a value that the injector refuses
 */
export function injectObject(object: JsonObject, settings: InjectionSettings, namespace: InjectionNamespace): InjectionOutcome {
  return (require('./inject') as typeof import('./inject')).injectObject(object, settings, namespace);
}

/**
 * What is wrong with a pod's annotations: values that the injector would refuse, and templates that cannot be injected here.
 *
 * @param annotations of the pod
 * @param settings what the injector knows of the mesh
 */
export function refusedAnnotations(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): string[] {
  return (require('./annotations') as typeof import('./annotations')).refusedAnnotations(annotations, settings);
}

/** The templates that istiod serves at run time, by name, printed from the model that also injects at synthesis. */
export function webhookTemplates(): Record<string, string> {
  return (require('./template') as typeof import('./template')).webhookTemplates();
}

/**
 * What istiod deploys for a Gateway of the Gateway API.
 *
 * @param gateway the Gateway, with its namespace
 * @param settings what the injector knows of the mesh
 * @param cluster what else counts: the Gateway's Namespace, ConfigMaps that are laid over what is made, GatewayClasses, ListenerSets,
 *   ProxyConfigs; other objects may be among them
 * @throws if what is laid over does not fit, or is named and not there
 */
export function deployGateway(gateway: Manifest, settings: InjectionSettings, cluster: readonly Manifest[] = []): GatewayOutcome {
  return (require('./gateway-deployment') as typeof import('./gateway-deployment')).deployGateway(gateway, settings, cluster);
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
  return (require('./explain') as typeof import('./explain')).explainInjection(object, settings, namespaceOf);
}
