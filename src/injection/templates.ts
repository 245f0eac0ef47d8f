import { byWebhook, InjectionSettings } from './settings';
import { memberOf } from '../reference/json';

const ANNOTATION = 'inject.istio.io/templates';

/** Templates that the model has. */
export const TEMPLATE_NAMES: readonly string[] = ['sidecar', 'gateway', 'grpc-simple', 'grpc-agent'];

/** What a pod gets, in the order in which it is laid over the pod: what its annotation asks for, or else what the mesh gives every pod. */
export function templatesOf(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): string[] {
  const { aliases = {} } = settings;
  // The command line of Istio knows neither other default templates nor aliases.
  if (!byWebhook(settings)) return asked(annotations) ?? ['sidecar'];
  const byDefault: string[] = settings.values.sidecarInjectorWebhook?.defaultTemplates ?? [];
  const names = asked(annotations) ?? (byDefault.length > 0 ? byDefault : ['sidecar']);
  return names.flatMap((name) => (Object.hasOwn(aliases, name) ? aliases[name] : [name]));
}

function asked(annotations: Readonly<Record<string, string>>): string[] | undefined {
  return annotations[ANNOTATION]?.split(',').map((name) => name.trim());
}

/** What is wrong with the templates of a pod. */
export function refusedTemplates(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): string[] {
  const own: Record<string, string> = settings.values.sidecarInjectorWebhook?.templates ?? {};
  const source = annotations[ANNOTATION] === undefined ? 'Value sidecarInjectorWebhook.defaultTemplates' : `Annotation ${ANNOTATION}`;
  return templatesOf(annotations, settings).flatMap((name) => {
    if (TEMPLATE_NAMES.includes(name) || Object.hasOwn(own, name)) return [];
    return [`${source} asks for the template "${name}", which there is not. Choose from: ${[...new Set([...TEMPLATE_NAMES, ...Object.keys(own)])].join(', ')}.`];
  });
}

/** The text of a template that the values give; it stands in for one of the model of the same name. */
export function ownTemplate(name: string, settings: InjectionSettings): string | undefined {
  return memberOf(settings.values.sidecarInjectorWebhook?.templates ?? {}, name);
}
