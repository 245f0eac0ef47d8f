// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadMode, WorkloadPortSelector, WorkloadSelector } from './selector.generated';
import { validated } from './validation/at-synthesis';
import { FailStrategy, PluginType, PullPolicy, VmConfig } from './wasm-plugin.generated';

/**
 * What a TrafficExtension is made from.
 */
export interface TrafficExtensionProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the TrafficExtension says.
   */
  readonly spec: TrafficExtensionSpec;
}

/**
 * Extensions of proxies, as WebAssembly or Lua, and where in the chain of filters they stand.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export class TrafficExtension extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'extensions.istio.io/v1alpha1',
    kind: 'TrafficExtension',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: TrafficExtensionProps): any {
    return manifestOf(TrafficExtension.GVK, props);
  }

  /**
   * Adds a TrafficExtension to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, TrafficExtension.GVK, manifest, 'istio');
  }

  /**
   * A TrafficExtension that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(TrafficExtension.GVK, name, namespace);
  }

  /**
   * Whether something is a TrafficExtension, of whichever version and class.
   *
   * @param construct anything
   */
  public static isTrafficExtension(construct: any): construct is ApiObject {
    return isOfKind(construct, TrafficExtension.GVK);
  }

  /**
   * Adds a TrafficExtension to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: TrafficExtensionProps) {
    super(scope, id, { ...copyOf(props), ...TrafficExtension.GVK });
    validated(this);
  }
}

/**
 * A Lua script that runs in the proxy.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface LuaConfig {
  /**
   * The script. It defines `envoy_on_request(handle)`, `envoy_on_response(handle)`, or both.
   *
   * Written as `inlineCode`: a string, not empty, at most 65536 characters.
   */
  readonly inlineCode: string;
}

/**
 * One extension, the proxies that run it, and its place among their filters.
 *
 * One of `wasm` and `lua` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export class TrafficExtensionSpec {
  /**
   * A WebAssembly module. It excludes `lua`.
   *
   * Written as `wasm`: `WasmConfig`.
   *
   * @param value `WasmConfig`
   * @param options the other fields
   */
  public static wasm(value: WasmConfig, options?: TrafficExtensionSpecOptions): TrafficExtensionSpec {
    return new TrafficExtensionSpec({ ...options, wasm: value });
  }

  /**
   * A Lua script. It excludes `wasm`.
   *
   * Written as `lua`: `LuaConfig`.
   *
   * @param value `LuaConfig`
   * @param options the other fields
   */
  public static lua(value: LuaConfig, options?: TrafficExtensionSpecOptions): TrafficExtensionSpec {
    return new TrafficExtensionSpec({ ...options, lua: value });
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `TrafficExtensionSpec` beside `wasm` and `lua`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface TrafficExtensionSpecOptions {
  /**
   * Traffic that passes through the extension; one match is enough.
   *
   * Written as `match`: a list, each item `TrafficSelector`.
   *
   * @default - all traffic
   */
  readonly match?: TrafficSelector[];

  /**
   * Where the extension stands among the filters of Istio.
   *
   * Written as `phase`: one of the words of `ExecutionPhase`.
   *
   * @default - `UNSPECIFIED`
   */
  readonly phase?: ExecutionPhase;

  /**
   * Order within a phase: higher numbers first, then older objects, then by name.
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
   * Resources whose proxies run it: a Gateway, a GatewayClass, a Service or a ServiceEntry. Waypoints need it.
   *
   * Written as `targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - chosen by `selector`
   */
  readonly targetRefs?: PolicyTargetReference[];
}

/**
 * Traffic, by its direction and port. All that is written must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface TrafficSelector {
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
 * A WebAssembly module: where it is found, how it is checked, and what it is told.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface WasmConfig {
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
   * The SHA-256 checksum of the module or image, in hexadecimal; what does not agree is not loaded.
   *
   * Written as `sha256`: a string, of the pattern `(^$|^[a-f0-9]{64}$)`.
   *
   * @default - not checked
   */
  readonly sha256?: string;

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
 * Where an extension stands among the filters of Istio.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export enum ExecutionPhase {
  /**
   * Near the end of the chain; for extensions that need no order.
   */
  UNSPECIFIED = 'UNSPECIFIED',

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
