import { byWebhook, InjectionSettings } from './settings';

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
    if (Object.hasOwn(own, name)) {
      return [`${source} asks for the template "${name}", which sidecarInjectorWebhook.templates gives in the language of Go: only istiod can run it. `
        + 'Leave such pods to istiod, with the label sidecar.istio.io/inject: "false" while synthesizing.'];
    }
    return TEMPLATE_NAMES.includes(name) ? [] : [`${source} asks for the template "${name}", which there is not. Choose from: ${TEMPLATE_NAMES.join(', ')}.`];
  });
}
