import { webhookTemplates } from '../../injection';
import { JsonObject } from '../../reference/json';
import { orElse, quotedMap } from '../values/read';
import { IstiodValues } from '../values/types';

/** Which pods istiod injects at run time, and with what. Templates given as values stand in for ours of the same name. */
export function injectorConfig({ global, sidecarInjectorWebhook }: IstiodValues): JsonObject {
  return {
    defaultTemplates: orElse(sidecarInjectorWebhook.defaultTemplates, ['sidecar']),
    policy: global.proxy.autoInject,
    alwaysInjectSelector: sidecarInjectorWebhook.alwaysInjectSelector,
    neverInjectSelector: sidecarInjectorWebhook.neverInjectSelector,
    injectedAnnotations: quotedMap(sidecarInjectorWebhook.injectedAnnotations ?? {}),
    // An istiod that is too old for several templates reads this one, and says by its name what is wrong.
    template: '{{ Template_Version_And_Istio_Version_Mismatched_Check_Installation }}',
    templates: { ...webhookTemplates(), ...sidecarInjectorWebhook.templates },
  };
}

/** The values that the templates ask for. */
export function injectorValues(values: IstiodValues): JsonObject {
  const { cni, env, gateways, global, revision, sidecarInjectorWebhook } = values;
  return {
    gateways: { seccompProfile: gateways.seccompProfile, securityContext: gateways.securityContext },
    global,
    pilot: { cni, env },
    revision,
    sidecarInjectorWebhook,
  };
}
