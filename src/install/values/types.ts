import { JsonObject } from '../../reference/json';

/*
 * What the renderers read: the merged values of each component, as its chart sees them.
 */

/** Requests and limits of a container. */
export interface ResourceValues {
  readonly requests?: Readonly<Record<string, string | number>>;
  readonly limits?: Readonly<Record<string, string | number>>;
}

export interface UtilizationValues {
  readonly targetAverageUtilization?: number;
}

/** Values that every component reads. */
export interface GlobalValues {
  readonly istioNamespace: string;
  readonly hub: string;
  readonly tag: string;
  readonly variant: string;
  readonly imagePullPolicy: string;
  readonly imagePullSecrets: readonly string[];
  readonly priorityClassName: string;
  readonly logAsJson: boolean;
  readonly logging: { readonly level: string };
  readonly caAddress: string;
  readonly meshID: string;
  readonly network: string;
  readonly mountMtlsCerts: boolean;
  readonly multiCluster: { readonly clusterName: string };
  readonly pilotCertProvider: string;
  readonly trustBundleName?: string;
  readonly platform?: string;
  readonly sds: { readonly token: { readonly aud: string } };
  readonly sts: { readonly servicePort: number };
  readonly networkPolicy: { readonly enabled: boolean };
  readonly defaultPodDisruptionBudget: { readonly enabled: boolean };
  readonly defaultResources: ResourceValues;
}

/** Values of the base component. */
export interface BaseValues {
  readonly global: {
    readonly istioNamespace: string;
    readonly imagePullSecrets: readonly string[];
    readonly resourceScope: string;
    readonly enableReaderRBAC: boolean;
    readonly readerServiceAccount?: { readonly name?: string; readonly namespace?: string };
  };
  readonly base: {
    readonly excludedCRDs: readonly string[];
    readonly validationURL: string;
    readonly validationCABundle: string;
    readonly validationFailurePolicy?: string;
  };
  readonly defaultRevision: string;
}

export interface IstiodProxyValues {
  readonly clusterDomain: string;
  readonly autoInject: string;
  readonly tracer: string;
  readonly variant?: string;
}

export interface IstiodGlobalValues extends GlobalValues {
  readonly certSigners: readonly string[];
  readonly configValidation: boolean;
  readonly enableReaderRBAC?: boolean;
  readonly externalIstiod: boolean;
  readonly istiod: { readonly enableAnalysis: boolean };
  readonly meshNetworks: JsonObject;
  readonly omitSidecarInjectorConfigMap: boolean;
  readonly operatorManageWebhooks: boolean;
  readonly proxy: IstiodProxyValues;
  readonly readerServiceAccount?: { readonly name?: string; readonly namespace?: string };
  readonly resourceScope: string;
  readonly tracer?: JsonObject;
}

export interface InjectorValues {
  readonly neverInjectSelector: readonly JsonObject[];
  readonly alwaysInjectSelector: readonly JsonObject[];
  readonly injectedAnnotations: Readonly<Record<string, string>>;
  readonly enableNamespacesByDefault: boolean;
  readonly reinvocationPolicy: string;
  readonly rewriteAppHTTPProbe: boolean;
  readonly templates: Readonly<Record<string, string>>;
  readonly defaultTemplates: readonly string[];
}

/** Values of istiod. */
export interface IstiodValues {
  readonly revision: string;
  readonly revisionTags: readonly string[];
  readonly autoscaleEnabled: boolean;
  readonly autoscaleMin: number;
  readonly autoscaleMax: number;
  readonly autoscaleBehavior: JsonObject;
  readonly replicaCount: number;
  readonly rollingMaxSurge: string | number;
  readonly rollingMaxUnavailable: string | number;
  readonly hub: string;
  readonly tag: string;
  readonly variant: string;
  readonly image: string;
  readonly traceSampling: number;
  readonly resources: ResourceValues;
  readonly seccompProfile: JsonObject;
  readonly cni: { readonly enabled: boolean; readonly provider: string };
  readonly extraContainerArgs: readonly string[];
  readonly env: Readonly<Record<string, string | number | boolean>>;
  readonly envVarFrom: readonly JsonObject[];
  readonly taint: { readonly enabled: boolean; readonly namespace: string; readonly name: string };
  readonly affinity: JsonObject;
  readonly tolerations: readonly JsonObject[];
  readonly cpu: UtilizationValues;
  readonly memory: UtilizationValues;
  readonly volumeMounts: readonly JsonObject[];
  readonly volumes: readonly JsonObject[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly deploymentLabels: Readonly<Record<string, string>>;
  readonly serviceAnnotations: Readonly<Record<string, string>>;
  readonly serviceAccountAnnotations: Readonly<Record<string, string>>;
  readonly topologySpreadConstraints: readonly JsonObject[];
  readonly jwksResolverExtraRootCA: string;
  readonly crlConfigMapName?: string;
  readonly keepaliveMaxServerConnectionAge: string;
  readonly configMap: boolean;
  readonly ipFamilyPolicy: string;
  readonly ipFamilies: readonly string[];
  readonly trustedZtunnelNamespace: string;
  readonly trustedZtunnelName: string;
  readonly sidecarInjectorWebhook: InjectorValues;
  readonly telemetry: {
    readonly enabled: boolean;
    readonly v2: {
      readonly enabled: boolean;
      readonly prometheus: { readonly enabled: boolean };
      readonly stackdriver: { readonly enabled: boolean };
    };
  };
  readonly meshConfig: JsonObject;
  readonly base: {
    readonly enableIstioConfigCRDs?: boolean;
    readonly validationURL?: string;
    readonly validationCABundle?: string;
    readonly validationFailurePolicy?: string;
  };
  readonly gateways: { readonly securityContext: JsonObject; readonly seccompProfile: JsonObject };
  readonly gatewayClasses: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly pdb: {
    readonly minAvailable?: number | string;
    readonly maxUnavailable?: number | string;
    readonly unhealthyPodEvictionPolicy: string;
  };
  readonly global: IstiodGlobalValues;
}

/** A port of a gateway, as its Service has it. */
export interface GatewayPortValues {
  readonly port: number;
  readonly name?: string;
  readonly targetPort?: number;
  readonly nodePort?: number;
  readonly protocol?: string;
}

export interface SecretVolumeValues {
  readonly name: string;
  readonly secretName: string;
  readonly mountPath: string;
}

/** Values of one ingress gateway. */
export interface GatewayValues {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly tag?: string;
  readonly ports: readonly GatewayPortValues[];
  readonly replicaCount?: number;
  readonly rollingMaxSurge: string | number;
  readonly rollingMaxUnavailable: string | number;
  readonly autoscaleEnabled: boolean;
  readonly autoscaleMin: number;
  readonly autoscaleMax: number;
  readonly cpu: UtilizationValues;
  readonly resources: ResourceValues;
  readonly loadBalancerIP: string;
  readonly loadBalancerSourceRanges: readonly string[];
  readonly serviceAnnotations: Readonly<Record<string, string>>;
  readonly ipFamilyPolicy: string;
  readonly ipFamilies: readonly string[];
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly type: string;
  readonly secretVolumes: readonly SecretVolumeValues[];
  readonly configVolumes: readonly { readonly name: string; readonly configMapName: string; readonly mountPath?: string }[];
  readonly customService: boolean;
  readonly externalTrafficPolicy: string;
  readonly ingressPorts: readonly { readonly name?: string; readonly port: number }[];
  readonly additionalContainers: readonly JsonObject[];
  readonly serviceAccount: { readonly annotations: Readonly<Record<string, string>> };
  readonly env: Readonly<Record<string, string | number | boolean>>;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly JsonObject[];
  readonly runAsRoot: boolean;
}

/** Values that an ingress gateway reads. */
export interface IngressValues {
  readonly revision: string;
  /** What istiod was given, as far as a gateway depends on it. */
  readonly pilot?: { readonly env?: Readonly<Record<string, unknown>> };
  readonly gateways: { readonly 'istio-ingressgateway': GatewayValues };
  readonly global: GlobalValues & {
    readonly arch: Readonly<Record<string, number>>;
    readonly defaultNodeSelector: Readonly<Record<string, string>>;
    readonly defaultTolerations: readonly JsonObject[];
    readonly proxy: {
      readonly image: string;
      readonly clusterDomain: string;
      readonly componentLogLevel: string;
      readonly logLevel: string;
      readonly variant?: string;
    };
  };
  readonly meshConfig: JsonObject & {
    readonly enablePrometheusMerge: boolean;
    readonly trustDomain: string;
    readonly defaultConfig: JsonObject;
  };
}
