import { Said, said } from './said';

const HTTP = { number: 8080, protocol: 'HTTP' };

function egress(fields: object): object {
  return { egress: [{ hosts: ['./*'], ...fields }] };
}

function hosts(list: string[]): object {
  return egress({ hosts: list });
}

function ingress(fields: object): object {
  return { ingress: [{ port: HTTP, ...fields }] };
}

function tls(fields: object): object {
  return ingress({ port: { number: 8443, protocol: 'HTTPS' }, tls: fields });
}

function endpoint(place: string): object {
  return ingress({ defaultEndpoint: place });
}

function proxy(destination: object): object {
  return { outboundTrafficPolicy: { mode: 'ALLOW_ANY', egressProxy: destination } };
}

describe('a Sidecar', () => {
  test.each<[string, object, Said[]]>([
    ['says what is known', egress({}), []],
    ['says what is listened for', ingress({}), []],
    ['says what becomes of other traffic', { outboundTrafficPolicy: {} }, []],
    ['says how many connections there may be', { inboundConnectionPool: { tcp: { maxConnections: 1 } } }, []],
    ['says something', { workloadSelector: { labels: {} } }, [
      ['error', 'spec', 'The Sidecar says nothing', 'Give "egress", "ingress", "outboundTrafficPolicy" or "inboundConnectionPool"'],
    ]],
    ['picks workloads', { workloadSelector: { labels: { app: 'web' } }, egress: [{ hosts: ['./*'] }] }, []],
    ['picks by labels, else there is a warning', { workloadSelector: {}, egress: [{ hosts: ['./*'] }] }, [
      ['warning', 'spec.workloadSelector', 'The workloadSelector has no labels, so that it picks every workload of the namespace',
        'Name labels, or leave the selector out'],
    ]],
    ['picks by whole labels, and is not looked at further where it does not', { workloadSelector: { labels: { app: 'web*' } } }, [
      ['error', 'spec.workloadSelector.labels.app', 'The label "app=web*" of the selector has a wildcard',
        'Write the label as the workloads have it; a selector has no patterns'],
    ]],
    ['picks by labels with keys', { workloadSelector: { labels: { '': 'web' } } }, [
      ['error', 'spec.workloadSelector.labels', 'The value "web" of the selector has no key', 'Write the key of the label before it'],
    ]],
    ['has a sound pool', { inboundConnectionPool: {} }, [
      ['error', 'spec.inboundConnectionPool', 'The connection pool says nothing', 'Give "tcp" or "http", or leave it out'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});

describe('hosts of egress', () => {
  test.each<[string, object, Said[]]>([
    ['are of any namespace', hosts(['*/*']), []],
    ['are of its own namespace and others', hosts(['./*', 'istio-system/*', 'shop2/web.shop2.svc.cluster.local', '*/*.example.com']), []],
    ['are taken away', hosts(['*/*', '~shop/*', '~/example.com']), []],
    ['are there', hosts([]), [
      ['error', 'spec.egress[0].hosts', 'The listener has no hosts', 'Name some, such as "./*" or "shop/web.shop.svc.cluster.local"'],
    ]],
    ['have a namespace', hosts(['web.shop.svc.cluster.local']), [
      ['error', 'spec.egress[0].hosts[0]', '"web.shop.svc.cluster.local" names no namespace',
        'Write it as "namespace/host", with "." for its own namespace or "*" for any'],
    ]],
    ['have one that is not empty', hosts(['/web.shop.svc.cluster.local']), [
      ['error', 'spec.egress[0].hosts[0]', '"" in "/web.shop.svc.cluster.local" is not a namespace',
        'Use ".", "*" or the name of a namespace before the "/"; "~" before it takes hosts away'],
    ]],
    ['have one that is a name', hosts(['a_b/web.shop.svc.cluster.local']), [
      ['error', 'spec.egress[0].hosts[0]', '"a_b" in "a_b/web.shop.svc.cluster.local" is not a namespace',
        'Use ".", "*" or the name of a namespace before the "/"; "~" before it takes hosts away'],
    ]],
    ['have a name', hosts(['shop/']), [
      ['error', 'spec.egress[0].hosts[0]', 'The host is empty', 'Give a DNS name, such as "web.shop.svc.cluster.local"'],
    ]],
    ['have a full name', hosts(['shop/web']), [
      ['error', 'spec.egress[0].hosts[0]', '"web" in "shop/web" is a short name', 'Give a full DNS name, such as "web.shop.svc.cluster.local"'],
    ]],
    ['have a wildcard for whole labels', hosts(['shop/*a.example.com']), [
      ['error', 'spec.egress[0].hosts[0]', 'The wildcard of "*a.example.com" stands for a part of a label',
        'Use "*" for whole labels, such as "*.example.com"'],
    ]],
    ['are no addresses', hosts(['shop/10.0.0.1']), [
      ['error', 'spec.egress[0].hosts[0]', '"10.0.0.1" ends in the number "1", which no DNS name does',
        'Give a DNS name; IP addresses are not taken here'],
    ]],
    ['stand there once, else there is a warning', hosts(['shop2/a.b', 'shop2/a.b']), [
      ['warning', 'spec.egress[0].hosts[1]', '"shop2/a.b" names hosts that another entry names', 'Remove one of them'],
    ]],
    ['of a namespace stand there alone, else there is a warning', hosts(['shop2/a.b', 'shop2/*']), [
      ['warning', 'spec.egress[0].hosts[1]', '"shop2/*" names hosts that another entry names', 'Remove one of them'],
    ]],
    ['of a namespace stand there alone, before or after', hosts(['shop2/*', 'shop2/a.b']), [
      ['warning', 'spec.egress[0].hosts[1]', '"shop2/a.b" names hosts that another entry names', 'Remove one of them'],
    ]],
    ['of its own namespace are those of that name', hosts(['./*', 'shop/*']), [
      ['warning', 'spec.egress[0].hosts[1]', '"shop/*" names hosts that another entry names', 'Remove one of them'],
    ]],
    ['of all namespaces stand there alone, else there is a warning', hosts(['*/*', 'shop/*']), [
      ['warning', 'spec.egress[0].hosts', '"*/*" stands for every host, so that the others add nothing', 'Remove the others'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});

describe('ports of egress', () => {
  test.each<[string, object, Said[]]>([
    ['may be left out at the end', { egress: [{ port: { number: 80, protocol: 'HTTP' }, hosts: ['./*'] }, { hosts: ['*/*'] }] }, []],
    ['may be left out there alone', { egress: [{ hosts: ['./*'] }, { port: { number: 80, protocol: 'HTTP' }, hosts: ['./*'] }] }, [
      ['error', 'spec.egress[0].port', 'A listener without a port stands before others', 'Put it last, and let there be one alone'],
    ]],
    ['differ', { egress: [{ port: { number: 80 }, hosts: ['./*'] }, { port: { number: 80 }, hosts: ['./*'] }] }, [
      ['error', 'spec.egress[1].port.number', 'Another listener has port 80', 'Give each listener a port of its own'],
    ]],
    ['are of sockets that differ', {
      egress: [
        { port: { protocol: 'TCP' }, bind: 'unix:///a', hosts: ['./*'] },
        { port: { protocol: 'TCP' }, bind: 'unix:///a', hosts: ['./*'] },
      ],
    }, [
      ['error', 'spec.egress[1].bind', 'Another listener has the socket "unix:///a"', 'Give each listener a socket of its own'],
    ]],
    ['have numbers', egress({ port: { number: 65536 } }), [
      ['error', 'spec.egress[0].port.number', '65536 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['have names of ports', egress({ port: { number: 80, name: 'a.b' } }), [
      ['error', 'spec.egress[0].port.name', '"a.b" is not the name of a port',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most'],
    ]],
    ['have protocols', egress({ port: { number: 80, protocol: 'QUIC' } }), [
      ['error', 'spec.egress[0].port.protocol', '"QUIC" is not a protocol of Istio\'s',
        'Use one of HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, MYSQL, REDIS, UDP, HTTP_PROXY, or leave it out'],
    ]],
    ['have no target', egress({ port: { number: 80, targetPort: 8080 } }), [
      ['error', 'spec.egress[0].port.targetPort', 'The port of a Sidecar has no target port (8080)', 'Remove "targetPort"'],
    ]],
    ['are bound to addresses', egress({ port: { number: 80 }, bind: 'localhost' }), [
      ['error', 'spec.egress[0].bind', '"localhost" is not an IP address', 'Give an address such as "10.0.0.1" or "2001:db8::1"'],
    ]],
    ['without number are bound to sockets', egress({ port: { protocol: 'TCP' } }), [
      ['error', 'spec.egress[0].bind', 'A listener without a port number listens on no socket',
        'Give a port number, or bind it to "unix:///PATH"'],
    ]],
    ['without number are bound to a path', egress({ port: { protocol: 'TCP' }, bind: 'unix://a' }), [
      ['error', 'spec.egress[0].bind', '"unix://a" names no socket',
        'Give the absolute path of a file, such as "unix:///run/app.sock", or an abstract name, such as "unix://@app"'],
    ]],
    ['of sockets are not captured', egress({ port: { protocol: 'TCP' }, bind: 'unix:///a', captureMode: 'IPTABLES' }), [
      ['error', 'spec.egress[0].captureMode', 'Traffic to a socket cannot be captured by IPTABLES', 'Use captureMode NONE, or leave it out'],
    ]],
    ['of sockets may say so', egress({ port: { protocol: 'TCP' }, bind: 'unix:///a', captureMode: 'NONE' }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});

describe('ports of ingress', () => {
  test.each<[string, object, Said[]]>([
    ['are there', { ingress: [{}] }, [
      ['error', 'spec.ingress[0].port', 'The listener has no port', 'Give "port", with a number and a protocol'],
    ]],
    ['have numbers', ingress({ port: { protocol: 'HTTP' } }), [
      ['error', 'spec.ingress[0].port.number', 'There is no port number', 'Give a number from 1 to 65535'],
    ]],
    ['have names of ports', ingress({ port: { number: 80, name: 'a.b' } }), [
      ['error', 'spec.ingress[0].port.name', '"a.b" is not the name of a port',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most'],
    ]],
    ['have protocols', ingress({ port: { number: 80, protocol: 'QUIC' } }), [
      ['error', 'spec.ingress[0].port.protocol', '"QUIC" is not a protocol of Istio\'s',
        'Use one of HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, MYSQL, REDIS, UDP, HTTP_PROXY, or leave it out'],
    ]],
    ['have no target', ingress({ port: { number: 80, targetPort: 8080 } }), [
      ['error', 'spec.ingress[0].port.targetPort', 'The port of a Sidecar has no target port (8080)', 'Remove "targetPort"'],
    ]],
    ['are bound to addresses', ingress({ bind: 'unix:///a' }), [
      ['error', 'spec.ingress[0].bind', '"unix:///a" is not an IP address', 'Give an address such as "10.0.0.1" or "2001:db8::1"'],
    ]],
    ['differ', { ingress: [{ port: { number: 80 } }, { port: { number: 80 } }] }, [
      ['error', 'spec.ingress[1].port.number', 'Another listener has port 80', 'Give each listener a port of its own'],
    ]],
    ['have sound pools', ingress({ connectionPool: {} }), [
      ['error', 'spec.ingress[0].connectionPool', 'The connection pool says nothing', 'Give "tcp" or "http", or leave it out'],
    ]],
    ['have pools of their protocol, else there is a warning', ingress({ port: { number: 80, protocol: 'TCP' }, connectionPool: { http: {} } }), [
      ['warning', 'spec.ingress[0].connectionPool.http', 'Settings for HTTP have no effect on port 80, whose protocol is TCP',
        'Use protocol HTTP, HTTP2 or GRPC, or remove them'],
    ]],
    ['without protocol have pools for connections, else there is a warning', ingress({ port: { number: 80 }, connectionPool: { http: {} } }), [
      ['warning', 'spec.ingress[0].connectionPool.http', 'Settings for HTTP have no effect on port 80, whose protocol is found out from the traffic',
        'Use protocol HTTP, HTTP2 or GRPC, or remove them'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});

describe('the default endpoint', () => {
  test.each<[string, object, Said[]]>([
    ['is a port of the workload', endpoint('127.0.0.1:8080'), []],
    ['is a port of any address of it', endpoint('[::]:8080'), []],
    ['is a port alone', endpoint(':8080'), []],
    ['is a socket', endpoint('unix:///run/app.sock'), []],
    ['is a socket with a path', endpoint('unix://app.sock'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"unix://app.sock" names no socket',
        'Give the absolute path of a file, such as "unix:///run/app.sock", or an abstract name, such as "unix://@app"'],
    ]],
    ['has a port', endpoint('127.0.0.1'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"127.0.0.1" is not a place on the workload\'s own machine',
        'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"'],
    ]],
    ['has a number as port', endpoint('127.0.0.1:http'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"127.0.0.1:http" is not a place on the workload\'s own machine',
        'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"'],
    ]],
    ['has a port up to 65535', endpoint('127.0.0.1:65536'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"127.0.0.1:65536" is not a place on the workload\'s own machine',
        'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"'],
    ]],
    ['is on the machine of the workload', endpoint('10.0.0.1:8080'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"10.0.0.1:8080" is not a place on the workload\'s own machine',
        'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"'],
    ]],
    ['is not a name', endpoint('localhost:8080'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"localhost:8080" is not a place on the workload\'s own machine',
        'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"'],
    ]],
    ['has brackets about an IPv6 address', endpoint('::1:8080'), [
      ['error', 'spec.ingress[0].defaultEndpoint', '"::1:8080" is not a place on the workload\'s own machine',
        'Write it as "127.0.0.1:PORT", "0.0.0.0:PORT", "[::1]:PORT", "[::]:PORT" or "unix:///PATH"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});

describe('TLS of ingress', () => {
  test.each<[string, object, Said[]]>([
    ['has files', tls({ mode: 'SIMPLE', serverCertificate: '/cert.pem', privateKey: '/key.pem' }), []],
    ['has no other mode than those of files', tls({ mode: 'ISTIO_MUTUAL' }), [
      ['error', 'spec.ingress[0].tls.mode', 'TLS of a Sidecar has no mode ISTIO_MUTUAL', 'Use SIMPLE, MUTUAL or PASSTHROUGH'],
    ]],
    ['has no fields that a gateway has', tls({ mode: 'SIMPLE', subjectAltNames: ['a'], httpsRedirect: true, credentialName: 'a' }), [
      ['error', 'spec.ingress[0].tls.subjectAltNames', 'A listener of a Sidecar takes no "subjectAltNames" (["a"])',
        'Remove it, and name certificate files'],
      ['error', 'spec.ingress[0].tls.httpsRedirect', 'A listener of a Sidecar takes no "httpsRedirect" (true)',
        'Remove it, and name certificate files'],
      ['error', 'spec.ingress[0].tls.credentialName', 'A listener of a Sidecar takes no "credentialName" ("a")',
        'Remove it, and name certificate files'],
    ]],
    ['has no lists of certificates', tls({ mode: 'SIMPLE', tlsCertificates: [{ serverCertificate: '/cert.pem', privateKey: '/key.pem' }] }), [
      ['error', 'spec.ingress[0].tls.tlsCertificates', 'A listener of a Sidecar takes no "tlsCertificates" ([{"serverCertificate":"/cert.pem","privateKey":"/key.pem"}])',
        'Remove it, and name certificate files'],
    ]],
    ['has no lists of credentials', tls({ mode: 'MUTUAL', credentialNames: ['a'] }), [
      ['error', 'spec.ingress[0].tls.credentialNames', 'A listener of a Sidecar takes no "credentialNames" (["a"])',
        'Remove it, and name certificate files'],
    ]],
    ['is for HTTPS and TLS', ingress({ tls: { mode: 'SIMPLE', serverCertificate: '/cert.pem', privateKey: '/key.pem' } }), [
      ['error', 'spec.ingress[0].tls', 'A port of protocol "HTTP" has TLS settings', 'Use protocol HTTPS or TLS, or remove "tls"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});

describe('the egress proxy', () => {
  test.each<[string, object, Said[]]>([
    ['is a host with a port', proxy({ host: 'egress.istio-system.svc.cluster.local', port: { number: 443 } }), []],
    ['is for mode ALLOW_ANY', { outboundTrafficPolicy: { egressProxy: { host: 'egress.example.com', port: { number: 443 } } } }, [
      ['error', 'spec.outboundTrafficPolicy.egressProxy', 'Traffic goes through an egress proxy in mode ALLOW_ANY, not REGISTRY_ONLY',
        'Set mode ALLOW_ANY, or remove "egressProxy"'],
    ]],
    ['has a port', proxy({ host: 'egress.example.com' }), [
      ['error', 'spec.outboundTrafficPolicy.egressProxy.port', 'The egress proxy has no port', 'Give "port.number"'],
    ]],
    ['is a host without wildcards', proxy({ host: '*.example.com', port: { number: 443 } }), [
      ['error', 'spec.outboundTrafficPolicy.egressProxy.host', '"*.example.com" is not a DNS name, because of "*"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most'],
    ]],
    ['has a sound subset and port', proxy({ host: 'egress.example.com', subset: 'v_1', port: {} }), [
      ['error', 'spec.outboundTrafficPolicy.egressProxy.subset', '"v_1" is not the name of a subset',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most, such as "v1"'],
      ['error', 'spec.outboundTrafficPolicy.egressProxy.port.number', 'There is no port number', 'Give a number from 1 to 65535'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Sidecar', spec)).toEqual(expected);
  });
});
