import { GatewayInput } from './gateway-input';
import { effectiveMeshConfig, proxyConfigOfPod, withProxyConfig } from './mesh-defaults';
import { InjectionNamespace, ProxyIds, proxyIds } from './namespace';
import { effectiveProxyConfig } from './proxy-configs';
import { byWebhook, environmentOf, InjectionSettings } from './settings';
import { JsonObject } from '../reference/json';

/** All that the proxy's model may ask of a pod and of the mesh that it joins. */
export interface PodContext {
  readonly metadata: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  /** What made the pod: the workload's API version and kind. */
  readonly typeMeta: { readonly apiVersion: string; readonly kind: string };
  /** Name and namespace of the workload. */
  readonly owner: { readonly name: string; readonly namespace: string };
  readonly values: JsonObject;
  /** The mesh configuration; the command line of Istio takes the pod's own proxy configuration for a part of it. */
  readonly meshConfig: JsonObject;
  /** The proxy configuration, with the pod's own over the mesh's. */
  readonly proxyConfig: JsonObject;
  /** Whom the proxy runs as. */
  readonly proxyIds: ProxyIds;
  /** The standard of cryptography that the control plane keeps to; empty for none. */
  readonly compliancePolicy: string;
  readonly revision: string;
  readonly nativeSidecars: boolean;
  readonly proxyImage: string;
  readonly proxyInitImage: string;
  /** The Gateway of the Gateway API whose deployment this is; nothing for the pods of others. */
  readonly gateway?: GatewayInput;
}

/** What the mesh and a pod's annotations decide, whatever else the pod has. */
export type OfProxy = Pick<PodContext, 'annotations' | 'values' | 'meshConfig' | 'proxyConfig' | 'proxyIds' | 'compliancePolicy' | 'revision'
| 'nativeSidecars' | 'proxyImage' | 'proxyInitImage'>;

/** Who a pod belongs to. */
export type Owner = Pick<PodContext, 'typeMeta' | 'owner'>;

/** The context of one pod template. */
export function podContext(template: JsonObject, { typeMeta, owner }: Owner, settings: InjectionSettings, namespace: InjectionNamespace): PodContext {
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  const meshConfig = meshConfigFor(annotations, settings);
  const proxyConfig = byWebhook(settings) ? webhookProxyConfig(template, meshConfig, settings, namespace) : meshConfig.defaultConfig;
  return {
    typeMeta,
    owner,
    metadata: template.metadata ?? {},
    labels: template.metadata?.labels ?? {},
    annotations,
    spec: template.spec ?? {},
    values: settings.values,
    meshConfig,
    proxyConfig,
    proxyIds: proxyIds(onOpenShift(settings) ? namespace : { name: namespace.name }),
    compliancePolicy: settings.compliancePolicy ?? environmentOf(settings, 'COMPLIANCE_POLICY'),
    revision: settings.revision,
    nativeSidecars: settings.nativeSidecars ?? environmentOf(settings, 'ENABLE_NATIVE_SIDECARS') === 'true',
    proxyImage: imageUrl(settings.values, annotations, settings.values.global?.proxy?.image, proxyConfig.image?.imageType),
    proxyInitImage: imageUrl(settings.values, annotations, settings.values.global?.proxy_init?.image),
  };
}

/** The proxy configuration as istiod's webhook works it out, which heeds ProxyConfigs and what the pod says itself. */
function webhookProxyConfig(template: JsonObject, meshConfig: JsonObject, settings: InjectionSettings, namespace: InjectionNamespace): JsonObject {
  const { annotations = {}, labels = {} } = template.metadata ?? {};
  const own: string | undefined = annotations?.['proxy.istio.io/config'];
  const { proxyConfigs = [], revision } = settings;
  const pod = { namespace: namespace.name, labels: labels ?? {} };
  return effectiveProxyConfig(meshConfig, pod, proxyConfigs, revision, own === undefined ? undefined : proxyConfigOfPod(own));
}

const effective = new WeakMap<JsonObject, JsonObject>();

/** Whether the pods run on OpenShift, as far as the webhook knows. */
export function onOpenShift(settings: InjectionSettings): boolean {
  return byWebhook(settings) && settings.values.global?.platform === 'openshift';
}

/**
 * The mesh configuration that holds for a pod: Istio's defaults and the mesh's own. For the command line of Istio, what the pod's
 * annotation says of its proxy is a part of it; for the webhook it is not, so that the agent's port stays the mesh's.
 */
export function meshConfigFor(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): JsonObject {
  let config = effective.get(settings.meshConfig);
  if (!config) {
    config = effectiveMeshConfig(settings.meshConfig);
    effective.set(settings.meshConfig, config);
  }
  const own = annotations['proxy.istio.io/config'];
  return own === undefined || byWebhook(settings) ? config : withProxyConfig(config, own);
}

const IMAGE_TYPES = ['distroless', 'debug'];

/** Where an image of the mesh is, in the variant that a pod, the proxy configuration or the values ask for. */
export function imageUrl(values: JsonObject, annotations: Readonly<Record<string, string>>, name = 'proxyv2', configured = ''): string {
  const { hub, tag, variant } = values.global ?? {};
  const type = annotations['sidecar.istio.io/proxyImageType'] ?? (configured || variant || '');
  return `${hub}/${name || 'proxyv2'}:${tagFor(String(tag ?? ''), type)}`;
}

/** A tag with the variant of the image in it, in place of the one that it may name already. */
export function tagFor(tag: string, type: string): string {
  if (type === '') return tag;
  const present = IMAGE_TYPES.find((one) => tag.endsWith(`-${one}`));
  const plain = present === undefined ? tag : tag.slice(0, -(present.length + 1));
  return type === 'default' ? plain : `${plain}-${type}`;
}
