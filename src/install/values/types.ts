import type { JsonObject } from '../../reference/json';
import type * as values from '../../resources/install-values';

/*
 * What the renderers read: the values of each component over the defaults of its chart. Their types are those of schema/; what a
 * chart has a default for is there, and words are text, since they come as YAML.
 */

/** A value with all its fields, as plain data. */
export type Filled<T> =
  0 extends 1 & T ? any
    : T extends string ? string
      : T extends number | boolean ? T
        : T extends readonly (infer Item)[] ? readonly Filled<Item>[]
          : { readonly [Field in keyof T]-?: Filled<T[Field]> };

/** Values with all their fields, save for those without a default, which may not be there. */
export type WithDefaults<T, Without extends keyof T = never> = Filled<Omit<T, Without>> & { readonly [Field in Without]?: Filled<T[Field]> };

/** Values with other types of some of their fields. */
export type Changed<T, Changes> = Omit<T, keyof Changes> & Changes;

/** Requests and limits of a container. */
export type ResourceValues = WithDefaults<values.ResourceValues, 'limits' | 'requests'>;

export type UtilizationValues = WithDefaults<values.UtilizationValues, 'targetAverageUtilization'>;

type Resources = { readonly resources: ResourceValues };

type Utilization = { readonly cpu: UtilizationValues; readonly memory: UtilizationValues };

/** Values that every component reads. */
export type GlobalValues = Changed<
  WithDefaults<values.GlobalValues, 'platform' | 'readerServiceAccount' | 'tracer' | 'trustBundleName'>,
  {
    readonly defaultResources: ResourceValues;
    readonly meshNetworks: JsonObject;
    readonly proxy: Changed<WithDefaults<values.ProxyValues, 'variant'>, Resources>;
    readonly readerServiceAccount?: WithDefaults<values.ReaderAccountValues, 'name' | 'namespace'>;
    readonly tracer?: JsonObject;
  }
>;

/** Values of the base component. */
export interface BaseValues {
  readonly global: Pick<GlobalValues, 'istioNamespace' | 'imagePullSecrets' | 'resourceScope' | 'enableReaderRBAC' | 'readerServiceAccount'>;
  readonly base: WithDefaults<values.BaseValues, 'validationFailurePolicy'>;
  readonly defaultRevision: string;
  readonly experimental: Filled<values.ExperimentalValues>;
}

/** Values of what makes a revision the default one. */
export interface DefaultRevisionValues {
  readonly base: Pick<Filled<values.BaseValues>, 'validationURL'>;
  readonly global: Pick<GlobalValues, 'istioNamespace'>;
  readonly istiodRemote: Pick<Filled<values.IstiodRemoteValues>, 'injectionURL'>;
  readonly revision: string;
  readonly sidecarInjectorWebhook: Pick<Filled<values.InjectorValues>, 'enableNamespacesByDefault'>;
}

/** What the mesh has beside istiod, as istiod's chart reads it. */
type MeshValues = Pick<Filled<values.InstallValues>, 'experimental' | 'revision' | 'revisionTags' | 'sidecarInjectorWebhook' | 'telemetry'>;

/** Values of istiod. They stand beside those of the mesh, without the name of the component. */
export type IstiodValues = Changed<
  WithDefaults<values.IstiodValues, 'crlConfigMapName' | 'terminationMessagePolicy' | 'trafficDistribution'> & MeshValues,
  Resources & Utilization & {
    readonly base: Partial<Filled<values.BaseValues>>;
    readonly gatewayClasses: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
    readonly gateways: Pick<Filled<values.GatewaysValues>, 'seccompProfile' | 'securityContext'>;
    readonly global: Changed<GlobalValues, { readonly enableReaderRBAC?: boolean }>;
    readonly meshConfig: JsonObject;
    readonly pdb: WithDefaults<values.PodDisruptionValues, 'maxUnavailable' | 'minAvailable'>;
    readonly platform?: string;
  }
>;

/** A port of a gateway, as its Service has it. */
export type GatewayPortValues = { readonly port: number } & WithDefaults<Omit<values.GatewayPortValues, 'port'>, 'name' | 'nodePort' | 'protocol' | 'targetPort'>;

/** Values of one gateway of the installer. */
export type GatewayValues = Changed<
  WithDefaults<values.InstallerGatewayValues, 'egressPorts' | 'ingressPorts' | 'replicaCount' | 'tag'>,
  Resources & Utilization & { readonly ports: readonly GatewayPortValues[] }
>;

/** Values that a gateway of the installer reads. */
interface InstallerGatewayChartValues {
  readonly revision: string;
  /** What istiod was given, as far as a gateway depends on it. */
  readonly pilot?: { readonly env?: { readonly [name: string]: any } };
  readonly platform?: string;
  readonly global: GlobalValues;
  readonly meshConfig: JsonObject;
}

/** Values that an ingress gateway reads. */
export interface IngressValues extends InstallerGatewayChartValues {
  readonly gateways: { readonly 'istio-ingressgateway': GatewayValues };
}

/** Values that an egress gateway reads. */
export interface EgressValues extends InstallerGatewayChartValues {
  readonly gateways: { readonly 'istio-egressgateway': GatewayValues };
}

/** Values of a gateway of the chart `gateway`. */
export type GatewayChartValues = Changed<
  WithDefaults<values.GatewayChartValues, 'minReadySeconds' | 'replicaCount'>,
  Resources & {
    readonly global: { readonly networkPolicy?: { readonly enabled?: boolean } };
    readonly podDisruptionBudget: WithDefaults<values.PodDisruptionValues, 'maxUnavailable' | 'minAvailable' | 'unhealthyPodEvictionPolicy'>;
    readonly service: Changed<
      WithDefaults<values.GatewayServiceValues, 'allocateLoadBalancerNodePorts' | 'healthCheckNodePort' | 'internalTrafficPolicy' | 'loadBalancerClass'>,
      { readonly ports: readonly ({ readonly port: number } & WithDefaults<Omit<values.GatewayServicePortValues, 'port'>, 'appProtocol' | 'name' | 'nodePort' | 'protocol' | 'targetPort'>)[] }
    >;
    readonly networkGatewayPorts: { readonly [name: string]: WithDefaults<values.GatewayNetworkPortValues, 'protocol' | 'targetPort'> };
  }
>;
