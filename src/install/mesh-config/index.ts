import { tracingOf } from './tracing';
import { JsonObject } from '../../reference/json';
import { revisioned } from '../names';
import { isGiven, orElse, when } from '../values/read';
import { merge, sorted } from '../values/tree';
import { IstiodValues } from '../values/types';

/**
 * The configuration of the mesh as it is installed: what follows from the values, and over it the fields that were given, maps
 * merged field by field.
 */
export function meshConfigOf({ values, namespace }: { readonly values: IstiodValues; readonly namespace: string }): JsonObject {
  const { global, meshConfig } = values;
  const variant = orElse(global.proxy.variant, global.variant);
  const derived: JsonObject = {
    trustDomain: 'cluster.local',
    rootNamespace: orElse(meshConfig.rootNamespace, global.istioNamespace),
    ...when('defaultProviders', defaultProviders(values)),
    defaultConfig: {
      ...when('meshId', global.meshID),
      ...(isGiven(variant) && { image: { imageType: variant } }),
      ...tracingOf(global),
      discoveryAddress: `${discoveryService(values)}.${namespace}.svc:15012`,
    },
  };
  return sorted(merge(derived, meshConfig));
}

/**
 * The Service at which proxies ask for their configuration. That of an istiod elsewhere has no revision; beside an istiod that
 * injects here, it has a name of its own.
 */
function discoveryService({ global, istiodRemote, revision }: IstiodValues): string {
  if (!isGiven(global.remotePilotAddress)) return revisioned('istiod', revision);
  return isGiven(istiodRemote.enabled) && isGiven(istiodRemote.enabledLocalInjectorIstiod) ? 'istiod-remote' : 'istiod';
}

/** Where metrics and logs go unless a Telemetry resource says otherwise; nothing where the mesh names its own providers. */
function defaultProviders({ meshConfig, telemetry }: IstiodValues): JsonObject {
  if (isGiven(meshConfig.defaultProviders) || !telemetry.enabled || !telemetry.v2.enabled) return {};
  const prometheus = telemetry.v2.prometheus.enabled;
  const stackdriver = telemetry.v2.stackdriver.enabled;
  return {
    ...when('metrics', [...(prometheus ? ['prometheus'] : []), ...(stackdriver ? ['stackdriver'] : [])]),
    ...(stackdriver && { accessLogging: ['stackdriver'] }),
  };
}
