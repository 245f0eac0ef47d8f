// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadMode, WorkloadPortSelector, WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';

/**
 * What a WasmPlugin is made from.
 */
export interface WasmPluginProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the WasmPlugin says.
   */
  readonly spec: WasmPluginSpec;
}

/**
 * WebAssembly extensions of proxies, with their image, configuration and place in the chain of filters.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export class WasmPlugin extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'extensions.istio.io/v1alpha1',
    kind: 'WasmPlugin',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: WasmPluginProps): any {
    return manifestOf(WasmPlugin.GVK, props);
  }

  /**
   * Adds a WasmPlugin to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, WasmPlugin.GVK, manifest, 'istio');
  }

  /**
   * A WasmPlugin that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(WasmPlugin.GVK, name, namespace);
  }

  /**
   * Whether something is a WasmPlugin, of whichever version and class.
   *
   * @param construct anything
   */
  public static isWasmPlugin(construct: any): construct is ApiObject {
    return isOfKind(construct, WasmPlugin.GVK);
  }

  /**
   * Adds a WasmPlugin to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: WasmPluginProps) {
    super(scope, id, { ...copyOf(props), ...WasmPlugin.GVK });
    validated(this);
  }
}

/**
 * An environment variable that a module sees.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface EnvVar {
  /**
   * The name of the variable: letters, digits and underscores.
   *
   * Written as `name`: a string, not empty, at most 256 characters.
   */
  readonly name: string;

  /**
   * The value, for `INLINE` only.
   *
   * Written as `value`: a string, at most 2048 characters.
   *
   * @default - empty
   */
  readonly value?: string;

  /**
   * Where the value comes from.
   *
   * Written as `valueFrom`: one of the words of `EnvValueSource`.
   *
   * @default - `INLINE`
   */
  readonly valueFrom?: EnvValueSource;
}

/**
 * What the virtual machine around a module is given.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface VmConfig {
  /**
   * Environment variables. Those that the proxy lacks are left out.
   *
   * Written as `env`: a list, each item `EnvVar`, at most 256 items.
   *
   * @default - none
   */
  readonly env?: EnvVar[];
}

/**
 * One module, the proxies that run it, and its place among their filters.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginSpec {
  /**
   * What happens to requests when the module cannot be loaded or breaks down.
   *
   * Written as `failStrategy`: one of the words of `FailStrategy`.
   *
   * @default - `FAIL_CLOSE`
   */
  readonly failStrategy?: FailStrategy;

  /**
   * When an image is fetched again. It counts only where no digest is given.
   *
   * Written as `imagePullPolicy`: one of the words of `PullPolicy`.
   *
   * @default - `Always` for the tag `latest`, else `IfNotPresent`
   */
  readonly imagePullPolicy?: PullPolicy;

  /**
   * A Secret of the same namespace with the credentials of the registry.
   *
   * Written as `imagePullSecret`: a string, not empty, at most 253 characters.
   *
   * @default - no credentials
   */
  readonly imagePullSecret?: string;

  /**
   * Traffic that passes through the module; one match is enough.
   *
   * Written as `match`: a list, each item `WasmPluginTrafficSelector`.
   *
   * @default - all traffic
   */
  readonly match?: WasmPluginTrafficSelector[];

  /**
   * Where the module stands among the filters of Istio.
   *
   * Written as `phase`: one of the words of `PluginPhase`.
   *
   * @default - `UNSPECIFIED_PHASE`
   */
  readonly phase?: PluginPhase;

  /**
   * Configuration that is handed to the module, as JSON.
   *
   * Written as `pluginConfig`: an object of any form.
   *
   * @default - none
   */
  readonly pluginConfig?: any;

  /**
   * The root ID of the module, by which one file can hold several.
   *
   * Written as `pluginName`: a string, not empty, at most 256 characters.
   *
   * @default - none
   */
  readonly pluginName?: string;

  /**
   * Order within a phase: higher numbers first, then by name and namespace.
   *
   * Written as `priority`: a whole number.
   *
   * @default - 0
   */
  readonly priority?: number;

  /**
   * Workloads whose proxies run it, by labels. It excludes `targetRefs`.
   *
   * Written as `selector`: `WorkloadSelector`.
   *
   * @default - all of the namespace; in the root namespace, all of the mesh
   */
  readonly selector?: WorkloadSelector;

  /**
   * The SHA-256 checksum of the module or image, in hexadecimal; what does not agree is not loaded.
   *
   * Written as `sha256`: a string, of the pattern `(^$|^[a-f0-9]{64}$)`.
   *
   * @default - not checked
   */
  readonly sha256?: string;

  /**
   * One resource whose proxies run it. `targetRefs` says the same of several.
   *
   * Written as `targetRef`: `PolicyTargetReference`.
   *
   * @default - chosen by `selector`
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * Resources whose proxies run it: a Gateway, a GatewayClass, a Service or a ServiceEntry. Waypoints need it.
   *
   * Written as `targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - chosen by `selector`
   */
  readonly targetRefs?: PolicyTargetReference[];

  /**
   * Whether the module is a filter of requests or of connections.
   *
   * Written as `type`: one of the words of `PluginType`.
   *
   * @default - `HTTP`
   */
  readonly type?: PluginType;

  /**
   * Where the module is: `oci://`, which may be left out, `http://`, `https://`, or `file://` in the proxy's container.
   *
   * Written as `url`: a string, not empty.
   */
  readonly url: string;

  /**
   * A public key for signed images. Istio does not heed it yet.
   *
   * Written as `verificationKey`: a string.
   *
   * @default - nothing
   */
  readonly verificationKey?: string;

  /**
   * What the virtual machine around the module is given.
   *
   * Written as `vmConfig`: `VmConfig`.
   *
   * @default - nothing
   */
  readonly vmConfig?: VmConfig;
}

/**
 * Traffic, by its direction and port. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginTrafficSelector {
  /**
   * The direction, seen from the workload. Gateways only know `CLIENT`.
   *
   * Written as `mode`: one of the words of `WorkloadMode`.
   *
   * @default - `CLIENT_AND_SERVER`
   */
  readonly mode?: WorkloadMode;

  /**
   * Ports, of which one is called: the service's for outgoing traffic, the pod's for incoming.
   *
   * Written as `ports`: a list, each item `WorkloadPortSelector`.
   *
   * @default - any port
   */
  readonly ports?: WorkloadPortSelector[];
}

/**
 * Where the value of an environment variable comes from.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum EnvValueSource {
  /**
   * It is written beside the name.
   */
  INLINE = 'INLINE',

  /**
   * It is that of the proxy's variable of the same name.
   */
  HOST = 'HOST',
}

/**
 * What happens to requests when a module fails.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum FailStrategy {
  /**
   * They fail with a status from 500 on.
   */
  FAIL_CLOSE = 'FAIL_CLOSE',

  /**
   * They go on without the module. Not for modules that guard something.
   */
  FAIL_OPEN = 'FAIL_OPEN',

  /**
   * The module starts afresh for the next request, if it broke down while running; else as `FAIL_CLOSE`.
   */
  FAIL_RELOAD = 'FAIL_RELOAD',
}

/**
 * Where a module stands among the filters of Istio.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum PluginPhase {
  /**
   * Near the end of the chain; for modules that need no order.
   */
  UNSPECIFIED_PHASE = 'UNSPECIFIED_PHASE',

  /**
   * Ahead of the authentication of Istio.
   */
  AUTHN = 'AUTHN',

  /**
   * Between authentication and authorization.
   */
  AUTHZ = 'AUTHZ',

  /**
   * Between authorization and metrics.
   */
  STATS = 'STATS',
}

/**
 * Whether a module sees requests or connections.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum PluginType {
  /**
   * The same as `HTTP`.
   */
  UNSPECIFIED_PLUGIN_TYPE = 'UNSPECIFIED_PLUGIN_TYPE',

  /**
   * A filter of HTTP requests.
   */
  HTTP = 'HTTP',

  /**
   * A filter of connections, also those that carry HTTP.
   */
  NETWORK = 'NETWORK',
}

/**
 * When the image of a module is fetched again.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum PullPolicy {
  /**
   * As `Always` for the tag `latest`, else as `IfNotPresent`.
   */
  UNSPECIFIED_POLICY = 'UNSPECIFIED_POLICY',

  /**
   * Only where the proxy does not have it.
   */
  IF_NOT_PRESENT = 'IfNotPresent',

  /**
   * Each time that the object changes, its metadata included.
   */
  ALWAYS = 'Always',
}
