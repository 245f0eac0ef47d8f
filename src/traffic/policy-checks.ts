import { IConstruct } from 'constructs';
import { TRAFFIC_POLICY } from './policy-option-kinds';
import { CallPolicy, TrafficPolicyOptions } from './traffic-policy';
import { failure, inSentence, listed } from '../reference/fail';
import { checkOptions } from '../reference/option-kinds';
import { MeshPort, PortProtocol } from '../reference/port';
import { ConnectionPoolSettings, H2UpgradePolicy, OutlierDetection } from '../resources/destination-rule.generated';

/** What Istio reads as "no limit" where it is zero. */
const LIMITS = {
  tcp: ['maxConnections'],
  http: ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'],
} as const;

/** Envoy's own, where nothing is said. */
const CONSECUTIVE_5XX = 5;

/** Refuses a policy that is wrong by itself, or asks for what the ports of the service do not have. */
export function checkTrafficPolicy(scope: IConstruct, policy: TrafficPolicyOptions, ports: readonly MeshPort[]): void {
  checkOptions(scope, 'The traffic policy', policy, TRAFFIC_POLICY);
  const { portLevelSettings, ...whole } = policy;
  if (Object.values(policy).every((value) => value === undefined)) {
    throw failure(scope, 'The traffic policy says nothing', 'Give at least one field, or leave it out');
  }
  checkCalls(scope, whole, ports, 'The service');
  if (policy.tunnel && policy.proxyProtocol) {
    throw failure(scope, 'Traffic goes through a tunnel and carries the PROXY protocol', 'Keep one of them');
  }
  const numbers = (portLevelSettings ?? []).map(({ port }) => port);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) throw failure(scope, `Port ${twice} has two policies`, 'Put both into one');
  for (const { port: number, ...settings } of portLevelSettings ?? []) {
    const port = ports.find((one) => one.number === number);
    if (port === undefined) {
      const known = listed(ports.map((one) => one.number));
      throw failure(scope, `A traffic policy is for port ${number}, and the ports of the service are ${known}`, 'Name one of them');
    }
    if (Object.values(settings).every((value) => value === undefined)) {
      throw failure(scope, `The traffic policy of port ${number} says nothing`, 'Give at least one field, or leave the port out');
    }
    checkCalls(scope, settings, [port], `Port ${number}`);
  }
}

function checkCalls(scope: IConstruct, policy: CallPolicy, ports: readonly MeshPort[], who: string): void {
  const { connectionPool, outlierDetection, loadBalancer } = policy;
  const speaksHttp = ports.some((port) => port.isHttp);
  const asked = [
    ...(connectionPool?.http ? ['limits of HTTP requests (connectionPool.http)'] : []),
    ...(loadBalancer?._hashedOfRequests ? [`a hash of ${loadBalancer._hashedOfRequests}`] : []),
  ];
  if (!speaksHttp && asked.length > 0) {
    throw failure(scope, `${who} has ${inSentence(asked)}, and speaks ${inSentence(ports.map(({ protocol }) => protocol))}, in which there are no requests`,
      'Leave it out, or make the port with MeshPort.http, http2 or grpc', 'A17');
  }
  if (connectionPool) checkPool(scope, connectionPool, ports);
  if (outlierDetection) checkOutliers(scope, outlierDetection);
}

function checkPool(scope: IConstruct, { tcp, http }: ConnectionPoolSettings, ports: readonly MeshPort[]): void {
  const zero = LIMITS.tcp.find((field) => tcp?.[field] === 0) ?? LIMITS.http.find((field) => http?.[field] === 0);
  if (zero !== undefined) {
    throw failure(scope, `${zero} is 0, which Istio reads as no limit`, 'Give a number from 1 on, or leave it out for no limit');
  }
  if (http?.useClientProtocol && http.h2UpgradePolicy !== undefined) {
    throw failure(scope, `h2UpgradePolicy is ${http.h2UpgradePolicy}, and has no effect beside useClientProtocol`, 'Keep one of them');
  }
  const speaksHttp2 = ports.some(({ protocol }) => protocol === PortProtocol.HTTP2 || protocol === PortProtocol.GRPC);
  const idle = (['maxConcurrentStreams', 'http2KeepAlive'] as const).find((field) => http?.[field] !== undefined);
  if (idle !== undefined && !speaksHttp2 && http?.h2UpgradePolicy !== H2UpgradePolicy.UPGRADE) {
    throw failure(scope, `${idle} is for HTTP/2, which the service is not called in`,
      'Make the port with MeshPort.http2 or grpc, or give h2UpgradePolicy: H2UpgradePolicy.UPGRADE');
  }
}

function checkOutliers(scope: IConstruct, outliers: OutlierDetection): void {
  const { consecutive5xxErrors = CONSECUTIVE_5XX, consecutiveGatewayErrors = 0 } = outliers;
  const { consecutiveLocalOriginFailures, splitExternalLocalOriginErrors } = outliers;
  if (consecutive5xxErrors > 0 && consecutiveGatewayErrors >= consecutive5xxErrors) {
    throw failure(scope,
      `consecutiveGatewayErrors is ${consecutiveGatewayErrors}, but ${consecutive5xxErrors} errors of any kind are enough (consecutive5xxErrors)`,
      'Give a smaller number, or turn the other off with consecutive5xxErrors: 0');
  }
  if (consecutiveLocalOriginFailures !== undefined && !splitExternalLocalOriginErrors) {
    throw failure(scope, `consecutiveLocalOriginFailures is ${consecutiveLocalOriginFailures}, and has no effect without splitExternalLocalOriginErrors`,
      'Give splitExternalLocalOriginErrors: true, or leave it out');
  }
}
