import type { ClientAddressProps } from './client-address';
import type { EdgeGatewayProps } from './edge-gateway-props';
import type { EgressGatewayProps, ForwardOptions } from './egress-gateway';
import type { GatewayAutoscaling, GatewayDisruptionBudget, GatewayWorkloadProps } from './gateway-workload-props';
import type { IngressGatewayProps } from './ingress-gateway';
import type { InjectedGatewayProps } from './injected-gateway';
import type { KubernetesGatewayProps } from './kubernetes-gateway';
import { anything, flag, labels, listOf, mapOf, number, numbers, OptionKinds, struct, structOf, text, texts } from '../reference/option-kinds';

// Words of the chart, such as kinds of workloads and types of Services, are looked at with its other values.
const annotations = mapOf(text);

const CLIENT_ADDRESS: OptionKinds<ClientAddressProps> = { externalTrafficPolicy: text, gatewayTopology: struct };

const EDGE: OptionKinds<EdgeGatewayProps> = { ...CLIENT_ADDRESS, http3: flag };

const AUTOSCALING: OptionKinds<GatewayAutoscaling> = {
  minReplicas: number, maxReplicas: number, targetCpuUtilization: number, targetMemoryUtilization: number,
};

/** A number, or text such as "50%": the chart's values are looked at as a whole. */
const DISRUPTION_BUDGET: OptionKinds<GatewayDisruptionBudget> = { minAvailable: anything, maxUnavailable: anything };

const WORKLOAD: OptionKinds<GatewayWorkloadProps> = {
  revision: text,
  workloadKind: text,
  replicas: number,
  autoscaling: structOf(AUTOSCALING),
  disruptionBudget: structOf(DISRUPTION_BUDGET),
  serviceAnnotations: annotations,
  labels,
  podAnnotations: annotations,
  env: mapOf(text),
  resources: struct,
  values: struct,
};

export const INGRESS_GATEWAY: OptionKinds<IngressGatewayProps> = { ...EDGE, serviceType: text };

export const INJECTED_GATEWAY: OptionKinds<InjectedGatewayProps> = { ...WORKLOAD, ...EDGE, serviceType: text, ports: listOf(struct) };

export const KUBERNETES_GATEWAY: OptionKinds<KubernetesGatewayProps> = {
  ...CLIENT_ADDRESS,
  gatewayClass: text,
  revision: text,
  serviceType: text,
  infrastructureLabels: labels,
  infrastructureAnnotations: annotations,
  parametersConfigMap: text,
  listenerHosts: texts,
};

export const EGRESS_GATEWAY: OptionKinds<EgressGatewayProps> = { ...WORKLOAD, ports: numbers };

export const FORWARD: OptionKinds<ForwardOptions> = { wildcardServer: text };
