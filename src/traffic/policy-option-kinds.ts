import { CallPolicy, PortTrafficPolicyOptions, TrafficPolicyOptions } from './traffic-policy';
import { anything, having, listOf, number, OptionKinds, struct, structOf } from '../reference/option-kinds';

export const loadBalancer = having('_needsOutlierDetection', 'a LoadBalancer, such as LoadBalancer.random()');
const CALL_POLICY: OptionKinds<CallPolicy> = { connectionPool: struct, outlierDetection: struct, loadBalancer, tls: struct };
const PORT_POLICY: OptionKinds<PortTrafficPolicyOptions> = { ...CALL_POLICY, port: number };

export const TRAFFIC_POLICY: OptionKinds<TrafficPolicyOptions> = {
  ...CALL_POLICY, retryBudget: struct, proxyProtocol: anything, tunnel: anything, portLevelSettings: listOf(structOf(PORT_POLICY)),
};
