import { IstiodContext, istiodLabels, istiodName } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { injectorHooks } from '../injector-hooks';
import { revisionLabel } from '../labels';
import { revisioned } from '../names';
import { isGiven, text, textMap, when } from '../values/read';

/** Which pods are sent to istiod to be given a proxy; and, for each tag of the revision, which by the tag's name. */
export function renderInjectors(context: IstiodContext): Manifest[] {
  const { values } = context;
  if (isGiven(values.global.operatorManageWebhooks)) return [];
  const isDefault = values.revision === '';
  return [
    injector(context, revisioned('istio-sidecar-injector', values.revision), {}, isDefault ? 'default' : values.revision, isDefault),
    ...(values.revisionTags ?? []).map((tag) =>
      injector(context, `istio-revision-tag-${tag}`, { 'istio.io/tag': tag }, tag, tag === 'default')),
  ];
}

function injector(context: IstiodContext, name: string, labels: Record<string, string>, revision: string, byDefault: boolean): Manifest {
  const { values, release } = context;
  const unasked = isGiven(values.sidecarInjectorWebhook.enableNamespacesByDefault);
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      // Its name is unique in the cluster only together with the namespace, which the usual one leaves out.
      name: release.namespace === 'istio-system' ? name : `${name}-${release.namespace}`,
      labels: istiodLabels(context, { ...labels, ...revisionLabel(values.revision), app: 'sidecar-injector' }),
      ...when('annotations', textMap(values.sidecarInjectorWebhookAnnotations ?? {})),
    },
    webhooks: injectorHooks(webhook(context), { revision, byDefault, unasked }),
  };
}

/** Whom to ask: istiod by its Service, or whoever is said to inject. */
function webhook({ values, release }: IstiodContext): JsonObject {
  const { injectionCABundle, injectionPath, injectionURL } = values.istiodRemote;
  return {
    clientConfig: {
      ...(isGiven(injectionURL)
        ? { url: injectionURL }
        : { service: { name: istiodName(values), namespace: release.namespace, path: text(injectionPath), port: 443 } }),
      ...when('caBundle', injectionCABundle),
    },
    reinvocationPolicy: text(values.sidecarInjectorWebhook.reinvocationPolicy),
  };
}
