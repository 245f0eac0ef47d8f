/** A port of the Service in front of a gateway. */
export interface GatewayServicePort {
  readonly name: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
  readonly appProtocol: string;
}

/** What istiod tells its templates of a Gateway of the Gateway API that it deploys. */
export interface GatewayInput {
  readonly name: string;
  readonly namespace: string;
  /** The Gateway's identity in the cluster, by which it owns what is made of it. Nobody knows it before the Gateway is there. */
  readonly uid?: string;
  readonly gatewayClass: string;
  /** Name of the Deployment, the Service and all else but the account. */
  readonly deploymentName: string;
  readonly serviceAccount: string;
  readonly ports: readonly GatewayServicePort[];
  /** Type of the Service. */
  readonly serviceType: string;
  /** The cluster, as istiod was told when it was started. */
  readonly clusterId: string;
  readonly infrastructureLabels: Readonly<Record<string, string>>;
  readonly infrastructureAnnotations: Readonly<Record<string, string>>;
  /** The class's controller, as a label says it. */
  readonly controllerLabel: string;
  /** Values of `spec.addresses`. */
  readonly addresses: readonly string[];
  readonly agentgatewayImage: string;
}
