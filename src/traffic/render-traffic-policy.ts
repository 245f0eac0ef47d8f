import { CallPolicy, TrafficPolicyOptions } from './traffic-policy';
import { PortSelector } from '../resources';
import { PortTrafficPolicy, TrafficPolicy } from '../resources/destination-rule.generated';

/**
 * A policy as a DestinationRule spells it; nothing where it says nothing.
 *
 * @param policy what was said
 * @param around what holds where a port says nothing, for ports take nothing over by themselves
 */
export function renderTrafficPolicy(policy: TrafficPolicyOptions, around: CallPolicy = policy): TrafficPolicy | undefined {
  const ports = [...(policy.portLevelSettings ?? [])].sort((one, other) => one.port - other.port);
  const rendered: TrafficPolicy = {
    ...renderCalls(policy),
    ...(policy.retryBudget && { retryBudget: policy.retryBudget }),
    ...(policy.proxyProtocol && { proxyProtocol: policy.proxyProtocol }),
    ...(policy.tunnel && { tunnel: policy.tunnel }),
    ...(ports.length > 0 && {
      portLevelSettings: ports.map(({ port, ...settings }): PortTrafficPolicy => (
        { port: PortSelector.of(port), ...renderCalls(mergedCalls(around, settings)) })),
    }),
  };
  return Object.keys(rendered).length === 0 ? undefined : rendered;
}

/** The fields of the inner policy, and of the outer one what the inner does not say. */
export function mergedCalls(outer: CallPolicy, inner: CallPolicy): CallPolicy {
  return {
    connectionPool: inner.connectionPool ?? outer.connectionPool,
    outlierDetection: inner.outlierDetection ?? outer.outlierDetection,
    loadBalancer: inner.loadBalancer ?? outer.loadBalancer,
    tls: inner.tls ?? outer.tls,
  };
}

function renderCalls({ connectionPool, outlierDetection, loadBalancer, tls }: CallPolicy): TrafficPolicy {
  return {
    ...(connectionPool && { connectionPool }),
    ...(outlierDetection && { outlierDetection }),
    ...(loadBalancer && { loadBalancer: loadBalancer._render() }),
    ...(tls && { tls }),
  };
}
