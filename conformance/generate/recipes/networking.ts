import { clientTls, connectionPool, count, destination, drawn, labels, percent, port, serverTls } from './common';
import { Draw } from '../draw';

/** Subsets and traffic policies, with every way of balancing. */
export function destinationRule(draw: Draw): object {
  return {
    host: draw.chance(0.15) ? drawn(draw, 'wildHost') : drawn(draw, 'host'),
    trafficPolicy: draw.maybe(0.8, () => trafficPolicy(draw, true)),
    subsets: draw.maybe(0.5, () => draw.list(1, 3, (index) => ({
      name: draw.oddly(() => draw.pick(['v1', 'V1', ''])) ?? `v${index + 1}`,
      labels: draw.maybe(0.9, () => labels(draw)),
      trafficPolicy: draw.maybe(0.3, () => trafficPolicy(draw, true)),
    }))),
    exportTo: draw.maybe(0.25, () => draw.list(1, 2, () => drawn(draw, 'exportTo'))),
    workloadSelector: draw.maybe(0.15, () => draw.oddly(() => ({})) ?? { matchLabels: labels(draw) }),
  };
}

function trafficPolicy(draw: Draw, outer: boolean): object {
  return draw.oddly(() => ({})) ?? {
    loadBalancer: draw.maybe(0.5, () => loadBalancer(draw)),
    connectionPool: draw.maybe(0.4, () => connectionPool(draw)),
    outlierDetection: draw.maybe(0.4, () => outlierDetection(draw)),
    tls: draw.maybe(0.4, () => clientTls(draw)),
    portLevelSettings: outer ? draw.maybe(0.2, () => draw.list(1, 2, () => ({
      port: draw.oddly(() => draw.pick([undefined, {}])) ?? { number: port(draw) }, ...trafficPolicy(draw, false),
    }))) : undefined,
    tunnel: outer ? draw.maybe(0.12, () => ({
      protocol: draw.maybe(0.7, () => draw.value(['CONNECT', 'POST'], ['', 'connect', 'GET'])), targetHost: drawn(draw, 'host'), targetPort: port(draw),
    })) : undefined,
    proxyProtocol: outer ? draw.maybe(0.1, () => draw.value([{ version: 'V1' }, { version: 'V2' }], [{}, { version: 'V3' }])) : undefined,
    retryBudget: outer ? draw.maybe(0.1, () => ({ percent: draw.maybe(0.7, () => percent(draw)), minRetryConcurrency: draw.maybe(0.5, () => draw.value([3], [0, -1])), budgetInterval: draw.maybe(0.3, () => drawn(draw, 'duration')) })) : undefined,
  };
}

function loadBalancer(draw: Draw): object {
  const places = ['region1', 'region1/zone1', 'region1/zone1/*', 'region2/*', 'region1/*', 'region2/zone1/sub1'];
  const oddPlaces = ['', '*', '*/zone', 'region1/*/*', 'region1//sub', 'a/b/c/d', '/zone', 'region*', 'region1/', 'region1/zone1'];
  const failover = () => draw.list(1, 2, () => ({ from: draw.value(['region1', 'region3'], ['', 'region1/zone1', '*', 'region2']), to: draw.value(['region2', 'region4'], ['', 'region1', 'region2/zone', '*']) }));
  return draw.oddly(() => ({})) ?? {
    ...draw.way<object>(
      () => ({ simple: draw.value(['ROUND_ROBIN', 'LEAST_REQUEST', 'RANDOM', 'PASSTHROUGH', 'LEAST_CONN', 'UNSPECIFIED'], ['round_robin', 'FOO']) }),
      () => ({ consistentHash: consistentHash(draw) }),
      () => ({}),
    ),
    localityLbSetting: draw.maybe(0.35, () => draw.oddly(() => ({})) ?? {
      enabled: draw.maybe(0.4, () => draw.chance(0.7)),
      ...draw.way<object>(
        () => ({
          distribute: draw.list(1, 2, () => ({
            from: draw.value(places, oddPlaces),
            to: draw.value<object>([{ region1: 80, region2: 20 }, { 'region1/zone1': 100 }, { 'region1/*': 50, 'region2/*': 50 }], [{}, { a: 50 }, { a: 0, b: 100 }, { a: 101 }, { 'a/*': 50, 'a/b': 50 }, { '': 100 }, { '*': 50, 'a': 50 }, { a: 4294967295 }]),
          })),
        }),
        () => ({ failover: failover() }),
        () => ({ failoverPriority: draw.some(['topology.kubernetes.io/region', 'topology.istio.io/network', 'topology.kubernetes.io/zone=a', 'topology.istio.io/subzone', 'foo']) }),
      ),
      failover: draw.oddly(failover),
      failoverPriority: draw.oddly(() => ['topology.kubernetes.io/region']),
    }),
    zoneAwareLbSetting: draw.maybe(0.1, () => ({
      enabled: draw.maybe(0.5, () => true), failover: draw.maybe(0.4, failover), failoverPriority: draw.maybe(0.3, () => ['topology.kubernetes.io/region']), minClusterSize: draw.maybe(0.4, () => draw.value([6], [0, -1])),
    })),
    warmupDurationSecs: draw.maybe(0.15, () => drawn(draw, 'duration')),
    warmup: draw.maybe(0.15, () => ({
      duration: draw.maybe(0.95, () => drawn(draw, 'duration')), minimumPercent: draw.maybe(0.5, () => percent(draw)), aggression: draw.maybe(0.5, () => draw.value([1, 1.5], [0, -1, 0.5])),
    })),
  };
}

function consistentHash(draw: Draw): object {
  const by = draw.way<object>(
    () => ({ httpHeaderName: drawn(draw, 'header') }), () => ({ useSourceIp: draw.chance(0.8) }), () => ({ httpQueryParameterName: drawn(draw, 'text') }),
    () => ({
      httpCookie: {
        name: drawn(draw, 'text'),
        path: draw.maybe(0.4, () => '/'),
        ttl: draw.maybe(0.7, () => draw.value(['0s', '1h'], ['', '-1s', 'x'])),
        attributes: draw.maybe(0.3, () => draw.list(1, 2, () => ({ name: draw.value(['SameSite', 'Secure'], ['', 'SameSite']), value: draw.maybe(0.5, () => 'Strict') }))),
      },
    }),
  );
  return {
    ...draw.oddly(() => ({})) ?? by,
    minimumRingSize: draw.maybe(0.15, () => draw.value([1024], [0, -1, 1.5])),
    ringHash: draw.maybe(0.15, () => ({ minimumRingSize: draw.maybe(0.8, () => draw.value([1024], [0])) })),
    maglev: draw.maybe(0.2, () => ({ tableSize: draw.maybe(0.9, () => draw.value([65537, 5], [0, 4, 5000011, 5000009, 1, 2, 65536, 9, 25])) })),
  };
}

function outlierDetection(draw: Draw): object {
  return {
    consecutive5xxErrors: draw.maybe(0.5, () => draw.value([5, 0], [-1])),
    consecutiveGatewayErrors: draw.maybe(0.3, () => draw.value([5, 0], [4294967295])),
    consecutiveErrors: draw.maybe(0.1, () => count(draw)),
    consecutiveLocalOriginFailures: draw.maybe(0.2, () => draw.value([5], [0])),
    splitExternalLocalOriginErrors: draw.maybe(0.25, () => draw.chance(0.6)),
    interval: draw.maybe(0.4, () => drawn(draw, 'duration')),
    baseEjectionTime: draw.maybe(0.4, () => drawn(draw, 'duration')),
    maxEjectionPercent: draw.maybe(0.3, () => draw.value([10, 100, 0], [-1, 101])),
    minHealthPercent: draw.maybe(0.3, () => draw.value([10, 100, 0], [-1, 101])),
    outlierDetectionHttpErrorCodes: draw.maybe(0.1, () => draw.list(1, 2, () => draw.value([500, 503], [99, 600, 0]))),
  };
}

/** Servers of every protocol and TLS mode. */
export function gateway(draw: Draw): object {
  return {
    selector: draw.maybe(0.9, () => draw.oddly(() => ({})) ?? labels(draw)),
    servers: draw.oddly(() => draw.pick([undefined, []])) ?? draw.list(1, 3, (index) => {
      const protocol = drawn(draw, 'protocol');
      const secure = ['HTTPS', 'TLS', 'https', 'tls'].includes(protocol);
      const unix = draw.chance(0.05);
      return {
        name: draw.maybe(0.2, () => draw.value([`server-${index}`], ['', 'server-0'])),
        port: draw.oddly(() => draw.pick([undefined, {}])) ?? {
          number: unix ? draw.value([0], [80]) : port(draw),
          name: draw.oddly(() => draw.pick([undefined, 'http-0', ''])) ?? `${protocol.toLowerCase()}-${index}`,
          protocol,
          targetPort: draw.maybe(0.05, () => port(draw)),
        },
        bind: unix ? drawn(draw, 'unix') : draw.maybe(0.15, () => drawn(draw, 'address')),
        hosts: draw.oddly(() => draw.pick([undefined, [], ['*/*'], ['*'], ['./*'], ['~/*']])) ?? draw.list(1, 2, () => `${draw.value(['', '', './', 'shop/', '*/'], ['/', 'a_b/', '~/', 'Shop/', 'a/b/', '../'])}${draw.chance(0.3) ? drawn(draw, 'wildHost') : drawn(draw, 'host')}`),
        tls: secure ? draw.oddly(() => draw.pick([undefined, {}])) ?? serverTls(draw, protocol.toUpperCase() === 'TLS' ? 'PASSTHROUGH' : 'SIMPLE')
          : draw.maybe(0.1, () => ({ httpsRedirect: draw.chance(0.8) })) ?? draw.oddly(() => serverTls(draw)),
        defaultEndpoint: draw.maybe(0.03, () => '127.0.0.1:8080'),
      };
    }),
  };
}

/** Resolution by addresses, endpoints, hosts and ports. */
export function serviceEntry(draw: Draw): object {
  const resolution = draw.value(['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'], ['dns', 'FOO']);
  const wild = resolution === 'DYNAMIC_DNS' || (resolution === 'NONE' && draw.chance(0.3));
  const names = draw.some(['http', 'https', 'tcp-db']);
  const endpoints = resolution === 'STATIC' ? 0.8 : resolution.startsWith('DNS') ? 0.4 : draw.oddness;
  return {
    hosts: draw.list(draw.chance(draw.oddness) ? 0 : 1, resolution === 'DYNAMIC_DNS' && !draw.chance(draw.oddness) ? 1 : 2, () => drawn(draw, wild !== draw.chance(draw.oddness) ? 'wildHost' : 'host')),
    addresses: draw.maybe(resolution === 'DYNAMIC_DNS' ? draw.oddness : 0.3, () => draw.list(1, 2, () => drawn(draw, draw.chance(0.3) ? 'cidr' : 'address'))),
    ports: draw.oddly(() => draw.pick([undefined, []])) ?? names.map((name, index) => ({
      number: draw.oddly(() => port(draw)) ?? 8000 + index,
      name: draw.oddly(() => draw.pick(['http', '', 'a_b', 'A', undefined])) ?? name,
      protocol: draw.maybe(0.9, () => draw.oddly(() => drawn(draw, 'protocol')) ?? { 'http': 'HTTP', 'https': 'TLS', 'tcp-db': resolution === 'DYNAMIC_DNS' ? 'GRPC' : 'TCP' }[name]!),
      targetPort: draw.maybe(0.15, () => port(draw)),
    })),
    location: draw.maybe(0.7, () => draw.value(['MESH_EXTERNAL', 'MESH_INTERNAL'], ['mesh', 'MESH'])),
    resolution: draw.maybe(0.95, () => resolution),
    endpoints: draw.maybe(endpoints, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, resolution === 'DNS_ROUND_ROBIN' && !draw.chance(draw.oddness) ? 1 : 3,
      () => workload(draw, resolution.startsWith('DNS') && draw.chance(0.6) ? 'host' : 'address', names))),
    workloadSelector: draw.maybe(resolution === 'STATIC' ? 0.15 : draw.oddness, () => draw.oddly(() => draw.pick([{}, { labels: {} }])) ?? { labels: labels(draw) }),
    exportTo: draw.maybe(0.2, () => draw.list(1, 2, () => drawn(draw, 'exportTo'))),
    subjectAltNames: draw.maybe(0.1, () => draw.list(1, 2, () => drawn(draw, 'text'))),
  };
}

function workload(draw: Draw, sort: 'host' | 'address', names: readonly string[] = ['http', 'grpc']): object {
  const unix = draw.chance(0.07);
  return {
    address: unix ? drawn(draw, 'unix') : draw.oddly(() => draw.pick([undefined, ''])) ?? drawn(draw, sort),
    ports: draw.maybe(unix ? draw.oddness : 0.4, () => draw.oddly(() => ({})) ?? Object.fromEntries(draw.some(names).map((name) => [
      draw.oddly(() => drawn(draw, 'portName')) ?? name, port(draw),
    ]))),
    labels: draw.maybe(0.3, () => labels(draw)),
    network: draw.maybe(0.15, () => drawn(draw, 'name')),
    locality: draw.maybe(0.15, () => draw.value(['region1/zone1', 'r/z/s'], ['', '/', 'a//b', 'a/b/c/d', '*', 'region*'])),
    weight: draw.maybe(0.2, () => draw.value([1, 50], [0, -1, 4294967295])),
    serviceAccount: draw.maybe(0.2, () => drawn(draw, 'name')),
  };
}

export function workloadEntry(draw: Draw): object {
  return workload(draw, draw.chance(0.3) ? 'host' : 'address');
}

/** Templates and probes of every sort. */
export function workloadGroup(draw: Draw): object {
  const { address, ...template } = workload(draw, 'address') as Record<string, unknown>;
  return {
    metadata: draw.maybe(0.4, () => ({ labels: draw.maybe(0.7, () => labels(draw)), annotations: draw.maybe(0.3, () => labels(draw)) })),
    template: draw.oddly(() => draw.pick([undefined, {}])) ?? { ...template, address: draw.maybe(0.2, () => address) },
    probe: draw.maybe(0.6, () => ({
      initialDelaySeconds: draw.maybe(0.3, () => count(draw)),
      timeoutSeconds: draw.maybe(0.3, () => count(draw)),
      periodSeconds: draw.maybe(0.3, () => count(draw)),
      successThreshold: draw.maybe(0.3, () => count(draw)),
      failureThreshold: draw.maybe(0.3, () => count(draw)),
      ...draw.oddly(() => draw.pick([{}, { httpGet: { port: 80 }, exec: { command: ['a'] } }])) ?? draw.way<object>(
        () => ({
          httpGet: {
            path: draw.maybe(0.6, () => drawn(draw, 'uri')),
            port: draw.maybe(0.95, () => port(draw)),
            host: draw.maybe(0.3, () => drawn(draw, 'host')),
            scheme: draw.maybe(0.4, () => draw.value(['HTTP', 'HTTPS'], ['', 'http', 'FTP'])),
            httpHeaders: draw.maybe(0.3, () => draw.list(1, 2, () => ({ name: draw.maybe(0.95, () => drawn(draw, 'header')), value: draw.maybe(0.8, () => drawn(draw, 'headerValue')) }))),
          },
        }),
        () => ({ tcpSocket: { port: draw.maybe(0.95, () => port(draw)), host: draw.maybe(0.3, () => drawn(draw, 'host')) } }),
        () => ({ exec: { command: draw.oddly(() => draw.pick([undefined, [], ['']])) ?? ['/bin/true'] } }),
        () => ({ grpc: { port: draw.maybe(0.9, () => port(draw)), service: draw.maybe(0.4, () => drawn(draw, 'text')) } }),
      ),
    })),
  };
}

/** Listeners for both ways, and what else goes out. */
export function sidecar(draw: Draw): object {
  const sidecarPort = () => ({ number: port(draw), name: draw.maybe(0.9, () => drawn(draw, 'portName')), protocol: draw.maybe(0.95, () => drawn(draw, 'protocol')), targetPort: draw.maybe(0.03, () => port(draw)) });
  const hosts = () => draw.list(draw.chance(draw.oddness) ? 0 : 1, 3, () => draw.value(['./*', '*/*', 'shop/*', 'istio-system/*', './reviews.shop.svc.cluster.local', '*/*.example.com', 'shop/web.shop.svc.cluster.local', '~/*'],
    ['', '*', 'shop', 'shop/', '/a', 'a/b/c', './*', '*/reviews', 'Shop/*', 'shop/a_b', '~/a', './**', 'a b/*', 'shop/10.0.0.1', 'shop/*a', './a.*', 'shop/*.', '*/*']));
  const ingress = draw.maybe(0.5, () => draw.list(1, 2, () => ({
    port: draw.oddly(() => draw.pick([undefined, {}])) ?? sidecarPort(),
    bind: draw.maybe(0.2, () => draw.chance(0.7) ? drawn(draw, 'address') : drawn(draw, 'unix')),
    captureMode: draw.maybe(0.2, () => draw.value(['DEFAULT', 'IPTABLES', 'NONE'], ['no'])),
    defaultEndpoint: draw.maybe(0.8, () => draw.value(['127.0.0.1:8080', 'unix:///var/run/app.sock', '0.0.0.0:8080', '[::1]:80', '[::]:8080'],
      ['', 'localhost:8080', '127.0.0.1', '127.0.0.1:', '127.0.0.1:0', '127.0.0.1:99999', '127.0.0.1:http', '10.0.0.1:80', '::1:80', 'unix://', 'unix:///dir/', ':8080', '127.0.0.1:80:80', 'unix://@x', '[::2]:80', '127.0.0.2:80', '[127.0.0.1]:80'])),
    tls: draw.maybe(0.2, () => serverTls(draw, 'SIMPLE')),
    connectionPool: draw.maybe(0.2, () => connectionPool(draw)),
  })));
  return draw.oddly(() => ({})) ?? {
    workloadSelector: draw.maybe(ingress ? 0.9 : 0.3, () => draw.oddly(() => draw.pick([{}, { labels: {} }])) ?? { labels: labels(draw) }),
    ingress,
    egress: draw.oddly(() => draw.pick([undefined, []])) ?? draw.maybe(0.85, () => draw.list(1, 3, (index) => ({
      port: index === 0 || draw.chance(0.2)
        ? draw.maybe(0.3, () => draw.oddly(() => ({})) ?? sidecarPort()) : draw.oddly(() => ({ number: 0 })) ?? sidecarPort(),
      bind: draw.maybe(0.2, () => draw.chance(0.6) ? drawn(draw, 'address') : drawn(draw, 'unix')),
      captureMode: draw.maybe(0.25, () => draw.value(['DEFAULT', 'IPTABLES', 'NONE'], ['no'])),
      hosts: hosts(),
    })).reverse()),
    outboundTrafficPolicy: draw.maybe(0.25, () => ({
      mode: draw.maybe(0.9, () => draw.value(['REGISTRY_ONLY', 'ALLOW_ANY'], ['ALLOW_ANY_DYNAMIC_DNS', 'any'])),
      egressProxy: draw.maybe(0.3, () => draw.oddly(() => ({ host: 'a' })) ?? { ...destination(draw), port: { number: port(draw) } }),
    })),
    inboundConnectionPool: draw.maybe(0.2, () => connectionPool(draw)),
  };
}

export function proxyConfig(draw: Draw): object {
  return draw.oddly(() => ({})) ?? {
    selector: draw.maybe(0.4, () => draw.oddly(() => draw.pick([{}, { matchLabels: {} }])) ?? { matchLabels: labels(draw) }),
    concurrency: draw.maybe(0.7, () => draw.value([0, 2, 16], [-1, -2147483648, 2147483648, 1.5])),
    environmentVariables: draw.maybe(0.5, () => ({ [draw.value(['A', 'ISTIO_META_X'], ['', 'a b', 'a=b', 'ISTIO_META_DNS_AUTO_ALLOCATE'])]: drawn(draw, 'text') })),
    image: draw.maybe(0.4, () => draw.oddly(() => ({})) ?? { imageType: draw.value(['distroless', 'debug', 'default'], ['', 'Foo Bar', 'no']) }),
  };
}
