// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { addManifest, copyOf, isOfKind, manifestOf } from './manifest';
import { ObjectReference } from './object-reference';
import { PolicyTargetReference, WorkloadMode, WorkloadPortSelector, WorkloadSelector } from './selector.generated';

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
  }
}

/**
 * The message `EnvVar`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface EnvVar {
  /**
   * `EnvVar.name`: a string, not empty, at most 256 characters.
   */
  readonly name: string;

  /**
   * `EnvVar.value`: a string, at most 2048 characters.
   *
   * @default - not set
   */
  readonly value?: string;

  /**
   * `EnvVar.valueFrom`: one of the words of `EnvValueSource`.
   *
   * @default - not set
   */
  readonly valueFrom?: EnvValueSource;
}

/**
 * The message `VmConfig`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface VmConfig {
  /**
   * `VmConfig.env`: a list, each item `EnvVar`, at most 256 items.
   *
   * @default - not set
   */
  readonly env?: EnvVar[];
}

/**
 * The message `WasmPluginSpec`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginSpec {
  /**
   * `WasmPluginSpec.failStrategy`: one of the words of `FailStrategy`.
   *
   * @default - not set
   */
  readonly failStrategy?: FailStrategy;

  /**
   * `WasmPluginSpec.imagePullPolicy`: one of the words of `PullPolicy`.
   *
   * @default - not set
   */
  readonly imagePullPolicy?: PullPolicy;

  /**
   * `WasmPluginSpec.imagePullSecret`: a string, not empty, at most 253 characters.
   *
   * @default - not set
   */
  readonly imagePullSecret?: string;

  /**
   * `WasmPluginSpec.match`: a list, each item `WasmPluginTrafficSelector`.
   *
   * @default - not set
   */
  readonly match?: WasmPluginTrafficSelector[];

  /**
   * `WasmPluginSpec.phase`: one of the words of `PluginPhase`.
   *
   * @default - not set
   */
  readonly phase?: PluginPhase;

  /**
   * `WasmPluginSpec.pluginConfig`: an object of any form.
   *
   * @default - not set
   */
  readonly pluginConfig?: any;

  /**
   * `WasmPluginSpec.pluginName`: a string, not empty, at most 256 characters.
   *
   * @default - not set
   */
  readonly pluginName?: string;

  /**
   * `WasmPluginSpec.priority`: a whole number.
   *
   * @default - not set
   */
  readonly priority?: number;

  /**
   * `WasmPluginSpec.selector`: `WorkloadSelector`.
   *
   * @default - not set
   */
  readonly selector?: WorkloadSelector;

  /**
   * `WasmPluginSpec.sha256`: a string, of the pattern `(^$|^[a-f0-9]{64}$)`.
   *
   * @default - not set
   */
  readonly sha256?: string;

  /**
   * `WasmPluginSpec.targetRef`: `PolicyTargetReference`.
   *
   * @default - not set
   */
  readonly targetRef?: PolicyTargetReference;

  /**
   * `WasmPluginSpec.targetRefs`: a list, each item `PolicyTargetReference`, at most 16 items.
   *
   * @default - not set
   */
  readonly targetRefs?: PolicyTargetReference[];

  /**
   * `WasmPluginSpec.type`: one of the words of `PluginType`.
   *
   * @default - not set
   */
  readonly type?: PluginType;

  /**
   * `WasmPluginSpec.url`: a string, not empty.
   */
  readonly url: string;

  /**
   * `WasmPluginSpec.verificationKey`: a string.
   *
   * @default - not set
   */
  readonly verificationKey?: string;

  /**
   * `WasmPluginSpec.vmConfig`: `VmConfig`.
   *
   * @default - not set
   */
  readonly vmConfig?: VmConfig;
}

/**
 * The message `WasmPluginTrafficSelector`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export interface WasmPluginTrafficSelector {
  /**
   * `WasmPluginTrafficSelector.mode`: one of the words of `WorkloadMode`.
   *
   * @default - not set
   */
  readonly mode?: WorkloadMode;

  /**
   * `WasmPluginTrafficSelector.ports`: a list, each item `WorkloadPortSelector`.
   *
   * @default - not set
   */
  readonly ports?: WorkloadPortSelector[];
}

/**
 * The words of `EnvValueSource`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum EnvValueSource {
  /**
   * The word `INLINE`.
   */
  INLINE = 'INLINE',

  /**
   * The word `HOST`.
   */
  HOST = 'HOST',
}

/**
 * The words of `FailStrategy`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum FailStrategy {
  /**
   * The word `FAIL_CLOSE`.
   */
  FAIL_CLOSE = 'FAIL_CLOSE',

  /**
   * The word `FAIL_OPEN`.
   */
  FAIL_OPEN = 'FAIL_OPEN',

  /**
   * The word `FAIL_RELOAD`.
   */
  FAIL_RELOAD = 'FAIL_RELOAD',
}

/**
 * The words of `PluginPhase`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum PluginPhase {
  /**
   * The word `UNSPECIFIED_PHASE`.
   */
  UNSPECIFIED_PHASE = 'UNSPECIFIED_PHASE',

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

/**
 * The words of `PluginType`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum PluginType {
  /**
   * The word `UNSPECIFIED_PLUGIN_TYPE`.
   */
  UNSPECIFIED_PLUGIN_TYPE = 'UNSPECIFIED_PLUGIN_TYPE',

  /**
   * The word `HTTP`.
   */
  HTTP = 'HTTP',

  /**
   * The word `NETWORK`.
   */
  NETWORK = 'NETWORK',
}

/**
 * The words of `PullPolicy`.
 *
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/
 */
export enum PullPolicy {
  /**
   * The word `UNSPECIFIED_POLICY`.
   */
  UNSPECIFIED_POLICY = 'UNSPECIFIED_POLICY',

  /**
   * The word `IfNotPresent`.
   */
  IF_NOT_PRESENT = 'IfNotPresent',

  /**
   * The word `Always`.
   */
  ALWAYS = 'Always',
}
