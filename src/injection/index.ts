export { InjectionNamespace, uninjectableReasons } from './decide';
export { injectObject, InjectionOutcome } from './inject';
export { InjectionSettings } from './settings';
export { webhookTemplates } from './template';
export { podTemplateOf, withPodTemplate } from './workloads';
