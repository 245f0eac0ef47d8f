import { effectiveMeshConfig, withProxyConfig } from './mesh-defaults';
import { InjectionSettings } from './settings';
import { JsonObject } from '../reference/json';

/** All that the proxy's model may ask of a pod and of the mesh that it joins. */
export interface PodContext {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  /** What made the pod: the workload's API version and kind. */
  readonly typeMeta: { readonly apiVersion: string; readonly kind: string };
  /** Name and namespace of the workload. */
  readonly owner: { readonly name: string; readonly namespace: string };
  readonly values: JsonObject;
  readonly meshConfig: JsonObject;
  readonly proxyConfig: JsonObject;
  readonly revision: string;
  readonly nativeSidecars: boolean;
  readonly proxyImage: string;
  readonly proxyInitImage: string;
}

/** Who a pod belongs to. */
export type Owner = Pick<PodContext, 'typeMeta' | 'owner'>;

/** The context of one pod template. */
export function podContext(template: JsonObject, owner: Owner, settings: InjectionSettings): PodContext {
  const annotations: Record<string, string> = template.metadata?.annotations ?? {};
  const meshConfig = meshConfigFor(annotations, settings);
  return {
    ...owner,
    labels: template.metadata?.labels ?? {},
    annotations,
    spec: template.spec ?? {},
    values: settings.values,
    meshConfig,
    proxyConfig: meshConfig.defaultConfig,
    revision: settings.revision,
    nativeSidecars: settings.nativeSidecars ?? false,
    proxyImage: imageUrl(settings.values, annotations, settings.values.global?.proxy?.image, meshConfig.defaultConfig.image?.imageType),
    proxyInitImage: imageUrl(settings.values, annotations, settings.values.global?.proxy_init?.image),
  };
}

const effective = new WeakMap<JsonObject, JsonObject>();

/** The mesh configuration that holds for a pod: Istio's defaults, the mesh's own, and what the pod's annotation changes. */
export function meshConfigFor(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): JsonObject {
  let config = effective.get(settings.meshConfig);
  if (!config) {
    config = effectiveMeshConfig(settings.meshConfig);
    effective.set(settings.meshConfig, config);
  }
  const own = annotations['proxy.istio.io/config'];
  return own === undefined ? config : withProxyConfig(config, own);
}

const IMAGE_TYPES = ['distroless', 'debug'];

function imageUrl(values: JsonObject, annotations: Readonly<Record<string, string>>, name = 'proxyv2', configured = ''): string {
  const { hub, tag, variant } = values.global ?? {};
  const type = annotations['sidecar.istio.io/proxyImageType'] ?? (configured || variant || '');
  return `${hub}/${name || 'proxyv2'}:${tagFor(String(tag ?? ''), type)}`;
}

function tagFor(tag: string, type: string): string {
  if (type === '') return tag;
  const present = IMAGE_TYPES.find((one) => tag.endsWith(`-${one}`));
  const plain = present === undefined ? tag : tag.slice(0, -(present.length + 1));
  return type === 'default' ? plain : `${plain}-${type}`;
}
