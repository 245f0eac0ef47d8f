import { JsonObject, Manifest } from '../reference/json';

/** Who puts the proxies into the pods: they do not ask the same questions. */
export type Injector =
  /** istiod's webhook: chosen by the labels of namespaces and pods, then by selectors and the policy of its configuration. */
  | 'webhook'
  /** The command line of Istio: every pod that does not say otherwise, with the template "sidecar" unless the pod names others. */
  | 'kube-inject';

/** What the injector knows of the mesh. */
export interface InjectionSettings {
  /** Merged values of the control plane's chart: `global`, `pilot`, `sidecarInjectorWebhook` and so on. */
  readonly values: JsonObject;
  /** The mesh configuration; what it leaves out is as Istio's defaults. */
  readonly meshConfig: JsonObject;
  /** Name of the revision that the proxies belong to. */
  readonly revision: string;
  /**
   * Further names of the revision, by which namespaces and pods choose it.
   *
   * @default none
   */
  readonly revisionTags?: readonly string[];
  /**
   * Resources of kind ProxyConfig, each with its namespace, which istiod's webhook heeds, and the command line of Istio does not.
   *
   * @default none
   */
  readonly proxyConfigs?: readonly Manifest[];
  /**
   * Whose decisions and defaults hold.
   *
   * @default 'webhook'
   */
  readonly injector?: Injector;
  /**
   * Names that stand for several templates: what the webhook's configuration has as `aliases`.
   *
   * @default none
   */
  readonly aliases?: { readonly [name: string]: readonly string[] };
  /**
   * Path under which the webhook is asked, such as `/inject/cluster/east/net/network1`: it says what variables proxies get.
   *
   * @default '/inject', which says nothing
   */
  readonly injectionPath?: string;
  /**
   * Which standard of cryptography the control plane keeps to.
   *
   * @default that of istiod's environment, where the webhook injects
   */
  readonly compliancePolicy?: string;
  /**
   * Whether the proxy runs as an init container that stays, which needs Kubernetes 1.29.
   *
   * @default whether istiod's environment says so, where the webhook injects
   */
  readonly nativeSidecars?: boolean;
}

/** Whether an object is a ProxyConfig. */
export function isProxyConfig({ apiVersion, kind }: { readonly apiVersion?: string; readonly kind?: string }): boolean {
  return kind === 'ProxyConfig' && String(apiVersion).startsWith('networking.istio.io/');
}

/** Whether istiod's webhook injects. */
export function byWebhook(settings: InjectionSettings): boolean {
  return settings.injector !== 'kube-inject';
}

/** A variable of istiod's environment, by which it injects as well. */
export function environmentOf(settings: InjectionSettings, name: string): string {
  return byWebhook(settings) ? String(settings.values.pilot?.env?.[name] ?? '') : '';
}
