import { JsonObject } from '../reference/json';

/** What the injector knows of the mesh. */
export interface InjectionSettings {
  /** Merged values of the control plane's chart: `global`, `pilot`, `sidecarInjectorWebhook` and so on. */
  readonly values: JsonObject;
  /** The mesh configuration; what it leaves out is as Istio's defaults. */
  readonly meshConfig: JsonObject;
  /** Name of the revision that the proxies belong to. */
  readonly revision: string;
  /**
   * Whether the proxy runs as an init container that stays, which needs Kubernetes 1.29.
   *
   * @default false
   */
  readonly nativeSidecars?: boolean;
}
