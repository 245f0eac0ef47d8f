import { Said, said } from './said';

function policy(fields: object): object {
  return { host: 'web', trafficPolicy: fields };
}

function http(fields: object): object {
  return policy({ connectionPool: { http: fields } });
}

function tcp(fields: object): object {
  return policy({ connectionPool: { tcp: fields } });
}

function outlier(fields: object): object {
  return policy({ outlierDetection: fields });
}

function tls(fields: object): object {
  return policy({ tls: fields });
}

function tunnel(fields: object): object {
  return policy({ tunnel: { targetHost: 'example.com', targetPort: 443, ...fields } });
}

function selected(fields: object): object {
  return { host: 'web', workloadSelector: { matchLabels: { app: 'a' } }, ...fields };
}

describe('a rule', () => {
  test.each<[string, object, Said[]]>([
    ['is for a host', { host: 'web' }, []],
    ['is for hosts with a wildcard', { host: '*.shop.svc.cluster.local' }, []],
    ['is for some host', {}, [
      ['error', 'spec.host', 'The host is empty', 'Give a DNS name, such as "web.shop.svc.cluster.local"'],
    ]],
    ['is for no address', { host: '10.0.0.1' }, [
      ['error', 'spec.host', '"10.0.0.1" ends in the number "1", which no DNS name does', 'Give a DNS name; IP addresses are not taken here'],
    ]],
    ['has a policy that says something', policy({}), [
      ['error', 'spec.trafficPolicy', 'The traffic policy says nothing',
        'Give at least one of outlierDetection, connectionPool, loadBalancer, tls, tunnel, proxyProtocol, retryBudget and portLevelSettings, or leave it out'],
    ]],
    ['has one that may say how many retries there are', policy({ retryBudget: {} }), []],
    ['has a tunnel or the PROXY protocol', policy({ tunnel: { targetHost: 'a', targetPort: 1 }, proxyProtocol: {} }), [
      ['error', 'spec.trafficPolicy', 'Traffic goes through a tunnel and carries the PROXY protocol', 'Keep "tunnel" or "proxyProtocol"'],
    ]],
    ['has a version of the PROXY protocol that there is', policy({ proxyProtocol: { version: 2 } }), [
      ['error', 'spec.trafficPolicy.proxyProtocol.version', '2 is not a version of the PROXY protocol', 'Use V1 or V2'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('subsets', () => {
  test.each<[string, object, Said[]]>([
    ['have names and labels', { host: 'web', subsets: [{ name: 'v1', labels: { version: 'v1' } }] }, []],
    ['have names', { host: 'web', subsets: [{}] }, [
      ['error', 'spec.subsets[0].name', 'The subset has no name',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most, such as "v1"'],
    ]],
    ['have names without dots', { host: 'web', subsets: [{ name: 'v1.0' }] }, [
      ['error', 'spec.subsets[0].name', '"v1.0" is not the name of a subset',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most, such as "v1"'],
    ]],
    ['have names that differ', { host: 'web', subsets: [{ name: 'v1' }, { name: 'v1' }] }, [
      ['error', 'spec.subsets[1].name', 'There is another subset "v1"', 'Give each subset a name of its own'],
    ]],
    ['have sound labels', { host: 'web', subsets: [{ name: 'v1', labels: { version: 'v1 ' } }] }, [
      ['error', 'spec.subsets[0].labels.version', '"v1 " is not the value of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
    ]],
    ['have sound policies', { host: 'web', subsets: [{ name: 'v1', trafficPolicy: {} }] }, [
      ['error', 'spec.subsets[0].trafficPolicy', 'The traffic policy says nothing',
        'Give at least one of outlierDetection, connectionPool, loadBalancer, tls, tunnel, proxyProtocol, retryBudget and portLevelSettings, or leave it out'],
    ]],
    ['have policies without warnings',
      { host: 'web', subsets: [{ name: 'v1', trafficPolicy: { outlierDetection: { consecutiveErrors: 5 } } }] }, []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('settings of a port', () => {
  test.each<[string, object, Said[]]>([
    ['are for a port', policy({ portLevelSettings: [{ tls: {} }] }), [
      ['error', 'spec.trafficPolicy.portLevelSettings[0].port', 'The settings are for no port', 'Give "port.number"'],
    ]],
    ['say something', policy({ portLevelSettings: [{ port: { number: 80 } }] }), [
      ['error', 'spec.trafficPolicy.portLevelSettings[0]', 'The settings of the port say nothing',
        'Give at least one of outlierDetection, connectionPool, loadBalancer, tls, or remove them'],
    ]],
    ['are sound', policy({ portLevelSettings: [{ port: { number: 80 }, connectionPool: {} }] }), [
      ['error', 'spec.trafficPolicy.portLevelSettings[0].connectionPool', 'The connection pool says nothing',
        'Give "tcp" or "http", or leave it out'],
    ]],
    ['have no warnings', policy({ portLevelSettings: [{ port: { number: 80 }, outlierDetection: { consecutiveErrors: 5 } }] }), []],
    ['do for a policy', policy({ portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'ISTIO_MUTUAL' } }] }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('exportTo', () => {
  test.each<[string, object, Said[]]>([
    ['names namespaces', { host: 'web', exportTo: ['.', 'other'] }, []],
    ['is everywhere', { host: 'web', exportTo: ['*'] }, []],
    ['is everywhere alone', { host: 'web', exportTo: ['*', '.'] }, [
      ['error', 'spec.exportTo', '"*" stands beside other namespaces', 'Use ["*"] alone, or name the namespaces without it'],
    ]],
    ['is somewhere', { host: 'web', exportTo: ['~'] }, [
      ['error', 'spec.exportTo[0]', 'Only a ServiceEntry can be exported to no namespace ("~")', 'Use "." for its own namespace'],
    ]],
    ['names each once', { host: 'web', exportTo: ['other', 'other'] }, [
      ['error', 'spec.exportTo[1]', '"other" stands here twice', 'Leave one of them out'],
    ]],
    ['names its own once', { host: 'web', exportTo: ['shop', '.'] }, [
      ['error', 'spec.exportTo[1]', '"." stands here twice, as it is the namespace "shop"', 'Leave one of them out'],
    ]],
    ['names namespaces that can be', { host: 'web', exportTo: ['a_b'] }, [
      ['error', 'spec.exportTo[0]', '"a_b" is not a namespace', 'Use ".", "*" or the name of a namespace'],
    ]],
    ['is its own where workloads are picked', selected({ exportTo: ['.'] }), []],
    ['is no other where workloads are picked', selected({ exportTo: ['other'] }), [
      ['error', 'spec.exportTo', 'A destination rule with a workloadSelector is exported to "other"',
        'Use ["."], since it has an effect in its own namespace alone'],
    ]],
    ['is its own alone where workloads are picked', selected({ exportTo: ['.', 'other'] }), [
      ['error', 'spec.exportTo', 'A destination rule with a workloadSelector is exported to "shop", "other"',
        'Use ["."], since it has an effect in its own namespace alone'],
    ]],
    ['may be left out where workloads are picked', selected({}), []],
    ['is beside labels to pick by, else there is a warning', selected({ workloadSelector: {} }), [
      ['warning', 'spec.workloadSelector.matchLabels', 'The workloadSelector has no labels, so that it picks every workload',
        'Name labels, or leave it out'],
    ]],
    ['is beside labels without wildcards', selected({ workloadSelector: { matchLabels: { app: '*' } } }), [
      ['error', 'spec.workloadSelector.matchLabels.app', 'The label "app=*" of the selector has a wildcard',
        'Write the label as the workloads have it; a selector has no patterns'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('the connection pool', () => {
  test.each<[string, object, Said[]]>([
    ['says something', policy({ connectionPool: {} }), [
      ['error', 'spec.trafficPolicy.connectionPool', 'The connection pool says nothing', 'Give "tcp" or "http", or leave it out'],
    ]],
    ['has no negative counts of requests', http({
      http1MaxPendingRequests: -1,
      http2MaxRequests: -1,
      maxRequestsPerConnection: -1,
      maxRetries: -1,
      maxConcurrentStreams: -1,
    }), [
      ['error', 'spec.trafficPolicy.connectionPool.http.http1MaxPendingRequests', '-1 is less than 0', 'Give 0 or more'],
      ['error', 'spec.trafficPolicy.connectionPool.http.http2MaxRequests', '-1 is less than 0', 'Give 0 or more'],
      ['error', 'spec.trafficPolicy.connectionPool.http.maxRequestsPerConnection', '-1 is less than 0', 'Give 0 or more'],
      ['error', 'spec.trafficPolicy.connectionPool.http.maxRetries', '-1 is less than 0', 'Give 0 or more'],
      ['error', 'spec.trafficPolicy.connectionPool.http.maxConcurrentStreams', '-1 is less than 0', 'Give 0 or more'],
    ]],
    ['has no negative count of connections', tcp({ maxConnections: -1 }), [
      ['error', 'spec.trafficPolicy.connectionPool.tcp.maxConnections', '-1 is less than 0', 'Give 0 or more'],
    ]],
    ['has durations of a millisecond at least',
      tcp({ connectTimeout: '0s', maxConnectionDuration: '999us', tcpKeepalive: { time: '-1s', interval: '0.5ms' } }), [
        ['error', 'spec.trafficPolicy.connectionPool.tcp.connectTimeout', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
        ['error', 'spec.trafficPolicy.connectionPool.tcp.maxConnectionDuration', '"999us" is shorter than a millisecond', 'Give at least "1ms"'],
        ['error', 'spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.time', '"-1s" is shorter than a millisecond', 'Give at least "1ms"'],
        ['error', 'spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.interval', '"0.5ms" is shorter than a millisecond', 'Give at least "1ms"'],
      ]],
    ['has durations in whole milliseconds', http({ idleTimeout: '1.0005s' }), [
      ['error', 'spec.trafficPolicy.connectionPool.http.idleTimeout', '"1.0005s" is not a whole number of milliseconds',
        'Round it to milliseconds, such as "250ms"'],
    ]],
    ['may have no timeout of idle connections', tcp({ idleTimeout: '0s' }), []],
    ['has a timeout in whole milliseconds', tcp({ idleTimeout: '1.5ms' }), [
      ['error', 'spec.trafficPolicy.connectionPool.tcp.idleTimeout', '"1.5ms" is not a whole number of milliseconds',
        'Round it to milliseconds, such as "250ms"'],
    ]],
    ['has a timeout above zero', tcp({ idleTimeout: '-1s' }), [
      ['error', 'spec.trafficPolicy.connectionPool.tcp.idleTimeout', '"-1s" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
    ['keeps the protocol of clients or upgrades it', http({ h2UpgradePolicy: 'UPGRADE', useClientProtocol: true }), [
      ['error', 'spec.trafficPolicy.connectionPool.http.useClientProtocol', 'Requests cannot keep the protocol of the client and be upgraded to HTTP/2',
        'Remove "useClientProtocol", or "h2UpgradePolicy: UPGRADE"'],
    ]],
    ['has a whole keep-alive', http({ http2KeepAlive: {} }), [
      ['error', 'spec.trafficPolicy.connectionPool.http.http2KeepAlive.interval', 'The keep-alive of HTTP/2 has no "interval"',
        'Give "interval" and "timeout", such as "30s" and "5s"'],
      ['error', 'spec.trafficPolicy.connectionPool.http.http2KeepAlive.timeout', 'The keep-alive of HTTP/2 has no "timeout"',
        'Give "interval" and "timeout", such as "30s" and "5s"'],
    ]],
    ['has a sound keep-alive', http({ http2KeepAlive: { interval: '0s', timeout: '5s' } }), [
      ['error', 'spec.trafficPolicy.connectionPool.http.http2KeepAlive.interval', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('outlier detection', () => {
  test.each<[string, object, Said[]]>([
    ['has durations', outlier({ interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 50 }), []],
    ['has durations of a millisecond at least', outlier({ interval: '0s', baseEjectionTime: '1us' }), [
      ['error', 'spec.trafficPolicy.outlierDetection.baseEjectionTime', '"1us" is shorter than a millisecond', 'Give at least "1ms"'],
      ['error', 'spec.trafficPolicy.outlierDetection.interval', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
    ['has percentages', outlier({ maxEjectionPercent: 101, minHealthPercent: -1 }), [
      ['error', 'spec.trafficPolicy.outlierDetection.maxEjectionPercent', '101 is not a percentage', 'Give a number from 0 to 100'],
      ['error', 'spec.trafficPolicy.outlierDetection.minHealthPercent', '-1 is not a percentage', 'Give a number from 0 to 100'],
    ]],
    ['has no deprecated field, else there is a warning', outlier({ consecutiveErrors: 5 }), [
      ['warning', 'spec.trafficPolicy.outlierDetection.consecutiveErrors', '"consecutiveErrors" is deprecated',
        'Use "consecutive5xxErrors" or "consecutiveGatewayErrors"'],
    ]],
    ['counts local failures apart', outlier({ consecutiveLocalOriginFailures: 5 }), [
      ['error', 'spec.trafficPolicy.outlierDetection.consecutiveLocalOriginFailures', '5 failures of local origin are counted together with the others',
        'Set "splitExternalLocalOriginErrors", or remove "consecutiveLocalOriginFailures"'],
    ]],
    ['may count them so', outlier({ consecutiveLocalOriginFailures: 5, splitExternalLocalOriginErrors: true }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('TLS', () => {
  test.each<[string, object, Said[]]>([
    ['has a credential', tls({ mode: 'MUTUAL', credentialName: 'cert' }), []],
    ['has files', tls({ mode: 'MUTUAL', clientCertificate: '/cert.pem', privateKey: '/key.pem' }), []],
    ['has files of the client in mode MUTUAL', tls({ mode: 'MUTUAL' }), [
      ['error', 'spec.trafficPolicy.tls.clientCertificate', 'TLS of mode MUTUAL has no "clientCertificate"',
        'Give "clientCertificate" and "privateKey", or "credentialName"'],
      ['error', 'spec.trafficPolicy.tls.privateKey', 'TLS of mode MUTUAL has no "privateKey"',
        'Give "clientCertificate" and "privateKey", or "credentialName"'],
    ]],
    ['has a credential or files', tls({ mode: 'SIMPLE', credentialName: 'cert', caCertificates: '/ca.pem', caCrl: '/crl.pem' }), [
      ['error', 'spec.trafficPolicy.tls.caCertificates', 'The certificates come from the credential "cert" and from the file "/ca.pem"',
        'Remove "caCertificates" or "credentialName"'],
      ['error', 'spec.trafficPolicy.tls.caCrl', 'The certificates come from the credential "cert" and from the file "/crl.pem"',
        'Remove "caCrl" or "credentialName"'],
    ]],
    ["does not look at files of Istio's own mode", tls({ mode: 'ISTIO_MUTUAL', clientCertificate: '/cert.pem' }), []],
    ['verifies the server or not', tls({ mode: 'SIMPLE', insecureSkipVerify: true, caCertificates: '/ca.pem', subjectAltNames: ['a'] }), [
      ['error', 'spec.trafficPolicy.tls.caCertificates', 'The server is not verified (insecureSkipVerify), yet caCertificates says "/ca.pem"',
        'Remove "insecureSkipVerify", or "caCertificates"'],
      ['error', 'spec.trafficPolicy.tls.subjectAltNames', 'The server is not verified (insecureSkipVerify), yet subjectAltNames says ["a"]',
        'Remove "insecureSkipVerify", or "subjectAltNames"'],
    ]],
    ['verifies the server of a credential', tls({ mode: 'SIMPLE', insecureSkipVerify: true, credentialName: 'cert' }), [
      ['error', 'spec.trafficPolicy.tls.credentialName', 'The server is not verified (insecureSkipVerify), yet credentialName says "cert"',
        'Remove "insecureSkipVerify", or "credentialName"'],
    ]],
    ['may have a credential of the client alone', tls({ mode: 'MUTUAL', insecureSkipVerify: true, credentialName: 'cert' }), []],
    ['has a ConfigMap of its own namespace', tls({ mode: 'SIMPLE', credentialName: 'configmap://shop/ca' }), []],
    ['has no ConfigMap of another namespace', tls({ mode: 'SIMPLE', credentialName: 'configmap://other/ca' }), [
      ['error', 'spec.trafficPolicy.tls.credentialName', 'The ConfigMap of "configmap://other/ca" is in another namespace than the object, which is in "shop"',
        'Use a ConfigMap of the object\'s own namespace: "configmap://shop/ca"'],
    ]],
    ['has a ConfigMap with a namespace', tls({ mode: 'SIMPLE', credentialName: 'configmap://ca' }), [
      ['error', 'spec.trafficPolicy.tls.credentialName', '"configmap://ca" does not name a ConfigMap', 'Write it as "configmap://shop/NAME"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('a tunnel', () => {
  test.each<[string, object, Said[]]>([
    ['leads to a host', tunnel({ protocol: 'POST' }), []],
    ['leads to an address', tunnel({ targetHost: '10.0.0.1' }), []],
    ['is made with CONNECT or POST', tunnel({ protocol: 'connect' }), [
      ['error', 'spec.trafficPolicy.tunnel.protocol', '"connect" is not a method of a tunnel', 'Use "CONNECT" or "POST"'],
    ]],
    ['leads to a name or an address', tunnel({ targetHost: '*.example.com' }), [
      ['error', 'spec.trafficPolicy.tunnel.targetHost', '"*.example.com" is neither a DNS name nor an IP address',
        'Give the host at the other end of the tunnel'],
    ]],
    ['leads to a port', tunnel({ targetPort: 0 }), [
      ['error', 'spec.trafficPolicy.tunnel.targetPort', 'There is no port number', 'Give a number from 1 to 65535'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});
