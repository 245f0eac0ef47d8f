import { at, isMap } from '../values/tree';
import { IstiodValues } from '../values/types';

const TRACER_FIELDS = ['debug', 'maxNumberOfAttributes', 'maxNumberOfAnnotations', 'maxNumberOfMessageEvents'];

/** Values that Istio does not read any more, and what took their place. Even false and zero are refused, since they had a meaning. */
const REMOVED: readonly { readonly path: readonly string[]; readonly fix: string }[] = [
  { path: ['telemetry', 'v2', 'prometheus', 'configOverride'], fix: 'Write a Telemetry resource.' },
  { path: ['telemetry', 'v2', 'stackdriver', 'disableOutbound'], fix: 'Write a Telemetry resource.' },
  ...TRACER_FIELDS.flatMap((field) => [['global', 'tracer', 'stackdriver', field], ['meshConfig', 'defaultConfig', 'tracing', 'stackdriver', field]])
    .map((path) => ({ path, fix: 'Name a tracer in meshConfig.extensionProviders, and choose it with a Telemetry resource.' })),
];

/** Values with others in them, some of which are always read. */
const MAPS: readonly string[] = [
  'base', 'cpu', 'env', 'experimental', 'global', 'global.defaultPodDisruptionBudget', 'global.istiod', 'global.logging', 'global.multiCluster',
  'global.proxy', 'global.sds', 'global.sds.token', 'istiodRemote', 'memory', 'meshConfig', 'sidecarInjectorWebhook',
  'sidecarInjectorWebhook.templates', 'taint', 'telemetry', 'telemetry.v2', 'telemetry.v2.prometheus', 'telemetry.v2.stackdriver',
];

/** Values of which names are made. */
const TEXTS: readonly string[] = ['global.istioNamespace', 'image', 'revision'];

/**
 * Refuses what an installation would go wrong with, or silently without.
 *
 * @throws at a value that takes away what is always read, or that Istio does not read any more
 */
export function checkIstiod(values: IstiodValues): void {
  checkKinds(values, MAPS, isMap, 'a map');
  checkKinds(values, TEXTS, (value) => typeof value === 'string', 'text');
  for (const { path, fix } of REMOVED) {
    const value = at(values, path);
    if (value !== undefined && value !== null && value !== '') {
      throw new Error(`The value "${path.join('.')}" is ${JSON.stringify(value)}, and Istio does not read it any more. ${fix}`);
    }
  }
  checkCertProvider(values.global.pilotCertProvider);
  checkTracer(values.global);
  checkTrustBundle(values);
}

function checkKinds(values: IstiodValues, paths: readonly string[], isRight: (value: unknown) => boolean, kind: string): void {
  for (const path of paths) {
    const value: unknown = at(values, path.split('.'));
    if (value !== undefined && !isRight(value)) {
      throw new Error(`The value "${path}" is ${JSON.stringify(value)}, and istiod cannot go without it. Leave it out, or give ${kind}.`);
    }
  }
}

/** The cluster does not sign certificates by itself any more; it does through a signer, which has a name. */
export function checkCertProvider(provider: unknown): void {
  if (provider === 'kubernetes') {
    throw new Error('The certificate provider "kubernetes" is not supported by Istio any more. Use "istiod", "custom", "none" or "k8s.io/" with the name of a signer.');
  }
}

/** All other tracers are somewhere by themselves. */
function checkTracer({ proxy, tracer }: IstiodValues['global']): void {
  if (proxy.tracer === 'lightstep' && !isMap(at(tracer, ['lightstep']))) {
    throw new Error('The tracer "lightstep" has neither address nor token. Set values.global.tracer.lightstep.address and accessToken.');
  }
}

/** Of all variables, this one is not read as text. */
function checkTrustBundle({ env }: IstiodValues): void {
  const value = env?.ENABLE_CLUSTER_TRUST_BUNDLE_API;
  if (value !== undefined && value !== null && typeof value !== 'boolean') {
    throw new Error(`The variable "ENABLE_CLUSTER_TRUST_BUNDLE_API" of istiod is ${JSON.stringify(value)}, which is neither true nor false. Write it without quotes.`);
  }
}
