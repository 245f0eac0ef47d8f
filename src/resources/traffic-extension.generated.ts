// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadMode, WorkloadPortSelector, WorkloadSelector } from './selector.generated';
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
  }
}

/**
 * The message `LuaConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface LuaConfig {
  /**
   * `LuaConfig.inlineCode`: a string, not empty, at most 65536 characters.
   */
  readonly inlineCode: string;
}

/**
 * The message `TrafficExtensionSpec`.
 *
 * One of `wasm` and `lua` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export class TrafficExtensionSpec {
  /**
   * `TrafficExtensionSpec.wasm`: `WasmConfig`.
   *
   * @param value `WasmConfig`
   * @param options the other fields
   */
  public static wasm(value: WasmConfig, options?: TrafficExtensionSpecOptions): TrafficExtensionSpec {
    return new TrafficExtensionSpec({ ...options, wasm: value });
  }

  /**
   * `TrafficExtensionSpec.lua`: `LuaConfig`.
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
   * `TrafficExtensionSpec.match`: a list, each item `TrafficSelector`.
   *
   * @default - not set
   */
  readonly match?: TrafficSelector[];

  /**
   * `TrafficExtensionSpec.phase`: one of the words of `ExecutionPhase`.
   *
   * @default - not set
   */
  readonly phase?: ExecutionPhase;

  /**
   * `TrafficExtensionSpec.priority`: a whole number.
   *
   * @default - not set
   */
  readonly priority?: number;

  /**
   * `TrafficExtensionSpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;

  /**
   * `TrafficExtensionSpec.targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - not set
   */
  readonly targetRefs?: PolicyTargetReference[];
}

/**
 * The message `TrafficSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface TrafficSelector {
  /**
   * `TrafficSelector.mode`: one of the words of `WorkloadMode`.
   *
   * @default - not set
   */
  readonly mode?: WorkloadMode;

  /**
   * `TrafficSelector.ports`: a list, each item `WorkloadPortSelector`.
   *
   * @default - not set
   */
  readonly ports?: WorkloadPortSelector[];
}

/**
 * The message `WasmConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export interface WasmConfig {
  /**
   * `WasmConfig.failStrategy`: one of the words of `FailStrategy`.
   *
   * @default - not set
   */
  readonly failStrategy?: FailStrategy;

  /**
   * `WasmConfig.imagePullPolicy`: one of the words of `PullPolicy`.
   *
   * @default - not set
   */
  readonly imagePullPolicy?: PullPolicy;

  /**
   * `WasmConfig.imagePullSecret`: a string, not empty, at most 253 characters.
   *
   * @default - not set
   */
  readonly imagePullSecret?: string;

  /**
   * `WasmConfig.pluginConfig`: an object of any form.
   *
   * @default - not set
   */
  readonly pluginConfig?: any;

  /**
   * `WasmConfig.pluginName`: a string, not empty, at most 256 characters.
   *
   * @default - not set
   */
  readonly pluginName?: string;

  /**
   * `WasmConfig.sha256`: a string, of the pattern `(^$|^[a-f0-9]{64}$)`.
   *
   * @default - not set
   */
  readonly sha256?: string;

  /**
   * `WasmConfig.type`: one of the words of `PluginType`.
   *
   * @default - not set
   */
  readonly type?: PluginType;

  /**
   * `WasmConfig.url`: a string, not empty.
   */
  readonly url: string;

  /**
   * `WasmConfig.verificationKey`: a string.
   *
   * @default - not set
   */
  readonly verificationKey?: string;

  /**
   * `WasmConfig.vmConfig`: `VmConfig`.
   *
   * @default - not set
   */
  readonly vmConfig?: VmConfig;
}

/**
 * The words of `ExecutionPhase`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/traffic_extension/
 */
export enum ExecutionPhase {
  /**
   * The word `UNSPECIFIED`.
   */
  UNSPECIFIED = 'UNSPECIFIED',

  /**
   * The word `AUTHN`.
   */
  AUTHN = 'AUTHN',

  /**
   * The word `AUTHZ`.
   */
  AUTHZ = 'AUTHZ',

  /**
   * The word `STATS`.
   */
  STATS = 'STATS',
}
