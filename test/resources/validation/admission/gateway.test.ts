import { Said, said } from './said';

const HTTP = { number: 80, name: 'http', protocol: 'HTTP' };
const HTTPS = { number: 443, name: 'https', protocol: 'HTTPS' };

function server(fields: object): object {
  return { servers: [{ hosts: ['*'], port: HTTP, ...fields }] };
}

function tls(fields: object): object {
  return { servers: [{ hosts: ['*'], port: HTTPS, tls: fields }] };
}

function host(name: string): object {
  return server({ hosts: [name] });
}

describe('a gateway', () => {
  test.each<[string, object, Said[], object]>([
    ['has servers', server({}), [], {}],
    ['has one at least', { servers: [] }, [
      ['error', 'spec.servers', 'The gateway has no servers', 'Give one, with a port and hosts'],
    ], {}],
    ['has a name without dots', server({}), [
      ['error', 'metadata.name', '"web.shop" is not the name of a gateway',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most'],
    ], { name: 'web.shop' }],
    ['may have one with dots where it was made of another',
      server({}), [], { name: 'web.shop', annotations: { 'internal.istio.io/gateway-semantics': 'gateway' } }],
    ['has ports of different names', {
      servers: [
        { hosts: ['*'], port: { number: 80, name: 'http', protocol: 'HTTP' } },
        { hosts: ['*'], port: { number: 8080, name: 'http', protocol: 'HTTP' } },
      ],
    }, [
      ['error', 'spec.servers[1].port.name', 'Another server has a port named "http"', 'Give each port a name of its own'],
    ], {}],
    ['has servers with content', { servers: [{}] }, [
      ['error', 'spec.servers[0].hosts', 'The server has no hosts', 'Name one, such as "shop.example.com" or "*"'],
      ['error', 'spec.servers[0].port', 'The server has no port', 'Give "port", with a number, a name and a protocol'],
    ], {}],
  ])('%s', (_sentence, spec, expected, metadata) => {
    expect(said('Gateway', spec, metadata)).toEqual(expected);
  });
});

describe('a host', () => {
  test.each<[string, object, Said[], object]>([
    ['is a DNS name', host('shop.example.com'), [], {}],
    ['has a wildcard', host('*.example.com'), [], {}],
    ['has a namespace', host('shop/shop.example.com'), [], {}],
    ['has any namespace', host('*/*'), [], {}],
    ['has its own namespace', host('./*.example.com'), [], {}],
    ['is an IPv4 address', host('10.0.0.1'), [], {}],
    ['is not a short name', host('shop'), [
      ['error', 'spec.servers[0].hosts[0]', '"shop" is a short name, which a gateway is not asked for',
        'Give a full DNS name, such as "shop.example.com"'],
    ], {}],
    ['is not an IPv6 address', host('2001:db8::1'), [
      ['error', 'spec.servers[0].hosts[0]', '"2001:db8::1" is an IPv6 address, which a gateway is not asked for',
        'Give a full DNS name, such as "shop.example.com"'],
    ], {}],
    ['is there', server({ hosts: [] }), [
      ['error', 'spec.servers[0].hosts', 'The server has no hosts', 'Name one, such as "shop.example.com" or "*"'],
    ], {}],
    ['is not empty', host('shop/'), [
      ['error', 'spec.servers[0].hosts[0]', 'The host is empty', 'Give a DNS name, such as "web.shop.svc.cluster.local"'],
    ], {}],
    ['has no empty namespace', host('/shop.example.com'), [
      ['error', 'spec.servers[0].hosts[0]', '"" in "/shop.example.com" is not a namespace',
        'Use ".", "*" or the name of a namespace before the "/"'],
    ], {}],
    ['has no namespace that is no name', host('a_b/shop.example.com'), [
      ['error', 'spec.servers[0].hosts[0]', '"a_b" in "a_b/shop.example.com" is not a namespace',
        'Use ".", "*" or the name of a namespace before the "/"'],
    ], {}],
    ['has no wildcard within a label', host('*-a.example.com'), [
      ['error', 'spec.servers[0].hosts[0]', 'The wildcard of "*-a.example.com" stands for a part of a label',
        'Use "*" for whole labels, such as "*.example.com"'],
    ], {}],
    ['has no wildcard after the first label', host('a.*.com'), [
      ['error', 'spec.servers[0].hosts[0]', '"a.*.com" is not a DNS name, because of "*"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ], {}],
    ['does not end in a number', host('example.443'), [
      ['error', 'spec.servers[0].hosts[0]', '"example.443" ends in the number "443", which no DNS name does',
        'Give a DNS name; IP addresses are not taken here'],
    ], {}],
    ['may end in a dot', host('shop.example.com.'), [], {}],
    ['has no namespace that is none', host('~/shop.example.com'), [
      ['error', 'spec.servers[0].hosts[0]', '"~" in "~/shop.example.com" is not a namespace',
        'Use ".", "*" or the name of a namespace before the "/"'],
    ], {}],
    ['may have none where it was made of another',
      host('~/shop.example.com'), [], { annotations: { 'internal.istio.io/gateway-semantics': 'gateway' } }],
  ])('%s', (_sentence, spec, expected, metadata) => {
    expect(said('Gateway', spec, metadata)).toEqual(expected);
  });
});

describe('a port', () => {
  test.each<[string, object, Said[]]>([
    ['is there', { servers: [{ hosts: ['*'] }] }, [
      ['error', 'spec.servers[0].port', 'The server has no port', 'Give "port", with a number, a name and a protocol'],
    ]],
    ['has a protocol of any case', server({ port: { number: 80, name: 'http', protocol: 'grpc-WEB' } }), []],
    ['has a protocol', server({ port: { number: 80, name: 'http' } }), [
      ['error', 'spec.servers[0].port.protocol', 'The port has no protocol',
        'Use one of HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, MYSQL, REDIS, UDP, HTTP_PROXY'],
    ]],
    ['has a protocol that Istio knows', server({ port: { number: 80, name: 'http', protocol: 'QUIC' } }), [
      ['error', 'spec.servers[0].port.protocol', '"QUIC" is not a protocol of Istio\'s',
        'Use one of HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, MYSQL, REDIS, UDP, HTTP_PROXY'],
    ]],
    ['has a number', server({ port: { name: 'http', protocol: 'HTTP' } }), [
      ['error', 'spec.servers[0].port.number', 'There is no port number', 'Give a number from 1 to 65535'],
    ]],
    ['has a number up to 65535', server({ port: { number: 65536, name: 'http', protocol: 'HTTP' } }), [
      ['error', 'spec.servers[0].port.number', '65536 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['has a name', server({ port: { number: 80, protocol: 'HTTP' } }), [
      ['error', 'spec.servers[0].port.name', 'The port has no name', 'Give it one of its own, such as "https"'],
    ]],
    ['has no target', server({ port: { number: 80, name: 'http', protocol: 'HTTP', targetPort: 8080 } }), [
      ['error', 'spec.servers[0].port.targetPort', 'A gateway has no target ports (8080)',
        'Remove "targetPort"; the port of the Service says where it leads'],
    ]],
    ['is bound to an address', server({ bind: '127.0.0.1' }), []],
    ['is not bound to a name', server({ bind: 'localhost' }), [
      ['error', 'spec.servers[0].bind', '"localhost" is not an IP address', 'Give an address such as "10.0.0.1" or "2001:db8::1"'],
    ]],
    ['is bound to a socket without a number', server({ bind: 'unix:///run/app.sock', port: { name: 'http', protocol: 'HTTP' } }), []],
    ['has no number beside a socket', server({ bind: 'unix:///run/app.sock' }), [
      ['error', 'spec.servers[0].port.number', 'The server listens on the socket "unix:///run/app.sock" and has the port number 80',
        'Leave the number out, or "bind"'],
    ]],
    ['is not bound to a folder', server({ bind: 'unix:///run/', port: { name: 'http', protocol: 'HTTP' } }), [
      ['error', 'spec.servers[0].bind', '"unix:///run/" names no socket',
        'Give the absolute path of a file, such as "unix:///run/app.sock", or an abstract name, such as "unix://@app"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Gateway', spec)).toEqual(expected);
  });
});

describe('TLS by protocol', () => {
  test.each<[string, object, Said[]]>([
    ['is needed for HTTPS', server({ port: { number: 443, name: 'https', protocol: 'HTTPS' } }), [
      ['error', 'spec.servers[0].tls', 'A port of protocol HTTPS has no TLS settings', 'Give "tls", with a mode'],
    ]],
    ['sends clients of HTTP to HTTPS', server({ tls: { httpsRedirect: true } }), []],
    ['is not for HTTP otherwise', server({ tls: { mode: 'SIMPLE', credentialName: 'cert' } }), [
      ['error', 'spec.servers[0].tls', 'A port of protocol HTTP has TLS settings', 'Use protocol HTTPS or TLS, or remove "tls"'],
    ]],
    ['has no key on a port of HTTP', server({ tls: { httpsRedirect: true, privateKey: '/key.pem' } }), [
      ['warning', 'spec.servers[0].tls', 'TLS of mode PASSTHROUGH uses no certificates, so these fields are ignored: privateKey',
        'Remove them, or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls', 'A port of protocol HTTP has TLS settings', 'Use protocol HTTPS or TLS, or remove "tls"'],
    ]],
    ['is not for TCP', server({ port: { number: 80, name: 'tcp', protocol: 'TCP' }, tls: {} }), [
      ['error', 'spec.servers[0].tls', 'A port of protocol TCP has TLS settings', 'Use protocol HTTPS or TLS, or remove "tls"'],
    ]],
    ['does not redirect from HTTPS, which is a warning', tls({ mode: 'SIMPLE', credentialName: 'cert', httpsRedirect: true }), [
      ['warning', 'spec.servers[0].tls.httpsRedirect', 'A port of protocol HTTPS cannot send clients to HTTPS',
        'Set "httpsRedirect" on a port of protocol HTTP'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Gateway', spec)).toEqual(expected);
  });
});

describe('certificates', () => {
  test.each<[string, object, Said[]]>([
    ['come from a credential', tls({ mode: 'SIMPLE', credentialName: 'cert' }), []],
    ['come from several credentials', tls({ mode: 'MUTUAL', credentialNames: ['rsa', 'ecdsa'] }), []],
    ['come from files', tls({ mode: 'MUTUAL', serverCertificate: '/cert.pem', privateKey: '/key.pem', caCertificates: '/ca.pem' }), []],
    ['come from a list of files', tls({ mode: 'SIMPLE', tlsCertificates: [{ serverCertificate: '/cert.pem', privateKey: '/key.pem' }] }), []],
    ["are Istio's own", tls({ mode: 'ISTIO_MUTUAL' }), []],
    ['are a certificate and a key', tls({ mode: 'SIMPLE' }), [
      ['error', 'spec.servers[0].tls.serverCertificate', 'TLS of mode SIMPLE has no "serverCertificate"',
        'Give "serverCertificate" and "privateKey", or "credentialName"'],
      ['error', 'spec.servers[0].tls.privateKey', 'TLS of mode SIMPLE has no "privateKey"',
        'Give "serverCertificate" and "privateKey", or "credentialName"'],
    ]],
    ['are pairs in a list', tls({ mode: 'SIMPLE', tlsCertificates: [{ serverCertificate: '/cert.pem' }] }), [
      ['error', 'spec.servers[0].tls.tlsCertificates[0].privateKey', 'TLS of mode SIMPLE has no "privateKey"',
        'Give "serverCertificate" and "privateKey", or "credentialName"'],
    ]],
    ['have something to verify clients with', tls({ mode: 'OPTIONAL_MUTUAL', serverCertificate: '/cert.pem', privateKey: '/key.pem' }), [
      ['error', 'spec.servers[0].tls.caCertificates', 'TLS of mode OPTIONAL_MUTUAL has nothing to verify clients with',
        'Give "caCertificates" or "credentialName"'],
    ]],
    ['come from one place', tls({ mode: 'SIMPLE', credentialName: 'a', credentialNames: ['b'] }), [
      ['error', 'spec.servers[0].tls', "The server's certificates come from several places: credentialName, credentialNames", 'Keep one of them'],
    ]],
    ['come from one place, files or credential',
      tls({ mode: 'SIMPLE', credentialName: 'a', serverCertificate: '/cert.pem', privateKey: '/key.pem' }), [
        ['error', 'spec.servers[0].tls', "The server's certificates come from several places: serverCertificate and privateKey, credentialName",
          'Keep one of them'],
      ]],
    ['are two at most, which is a warning', tls({
      mode: 'SIMPLE',
      tlsCertificates: [
        { serverCertificate: '/1.pem', privateKey: '/1.key' },
        { serverCertificate: '/2.pem', privateKey: '/2.key' },
        { serverCertificate: '/3.pem', privateKey: '/3.key' },
      ],
    }), [
      ['warning', 'spec.servers[0].tls.tlsCertificates', 'There are 3 certificates; a server can have two',
        'Keep one RSA and one ECDSA certificate'],
    ]],
    ["are no others beside Istio's", tls({
      mode: 'ISTIO_MUTUAL',
      serverCertificate: '/cert.pem',
      privateKey: '/key.pem',
      caCertificates: '/ca.pem',
      credentialName: 'a',
      credentialNames: ['b'],
      tlsCertificates: [{}],
    }), [
      ['error', 'spec.servers[0].tls.serverCertificate', 'TLS of mode ISTIO_MUTUAL has a serverCertificate ("/cert.pem"), though Istio brings the certificates',
        'Remove "serverCertificate", or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls.privateKey', 'TLS of mode ISTIO_MUTUAL has a privateKey ("/key.pem"), though Istio brings the certificates',
        'Remove "privateKey", or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls.caCertificates', 'TLS of mode ISTIO_MUTUAL has a caCertificates ("/ca.pem"), though Istio brings the certificates',
        'Remove "caCertificates", or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls.tlsCertificates', 'TLS of mode ISTIO_MUTUAL has a tlsCertificates ([{}]), though Istio brings the certificates',
        'Remove "tlsCertificates", or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls.credentialName', 'TLS of mode ISTIO_MUTUAL has a credentialName ("a"), though Istio brings the certificates',
        'Remove "credentialName", or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls.credentialNames', 'TLS of mode ISTIO_MUTUAL has a credentialNames (["b"]), though Istio brings the certificates',
        'Remove "credentialNames", or use mode SIMPLE or MUTUAL'],
    ]],
    ['are not used where TLS passes through, which is a warning', tls({ mode: 'PASSTHROUGH', credentialName: 'cert', caCrl: '' }), [
      ['warning', 'spec.servers[0].tls', 'TLS of mode PASSTHROUGH uses no certificates, so these fields are ignored: credentialName',
        'Remove them, or use mode SIMPLE or MUTUAL'],
    ]],
    ['are not used by default either', tls({ serverCertificate: '/cert.pem' }), [
      ['warning', 'spec.servers[0].tls', 'TLS of mode PASSTHROUGH uses no certificates, so these fields are ignored: serverCertificate',
        'Remove them, or use mode SIMPLE or MUTUAL'],
    ]],
    ['are revoked in their credential', tls({ mode: 'AUTO_PASSTHROUGH', credentialName: 'cert', caCrl: '/crl.pem' }), [
      ['warning', 'spec.servers[0].tls', 'TLS of mode AUTO_PASSTHROUGH uses no certificates, so these fields are ignored: caCrl, credentialName',
        'Remove them, or use mode SIMPLE or MUTUAL'],
      ['error', 'spec.servers[0].tls.caCrl', 'The revocation list "/crl.pem" stands beside the credential "cert"',
        'Put the list into the credential, under the key "ca.crl"'],
    ]],
    ['are not revoked where clients show none',
      tls({ mode: 'SIMPLE', serverCertificate: '/cert.pem', privateKey: '/key.pem', caCrl: '/crl.pem' }), [
        ['error', 'spec.servers[0].tls.caCrl', 'TLS of mode SIMPLE has the revocation list "/crl.pem", though clients show no certificates',
          'Remove "caCrl", or use mode MUTUAL'],
      ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Gateway', spec)).toEqual(expected);
  });
});

describe('cipher suites', () => {
  test.each<[string, object, Said[]]>([
    ['are known', tls({ mode: 'ISTIO_MUTUAL', cipherSuites: ['AES128-SHA', 'ALL', '-DES-CBC3-SHA'] }), []],
    ['that are not are ignored, which is a warning', tls({ mode: 'ISTIO_MUTUAL', cipherSuites: ['b', 'a', 'b'] }), [
      ['warning', 'spec.servers[0].tls.cipherSuites', 'Cipher suites that Istio does not know are ignored: a, b',
        'Remove them, or write them as OpenSSL does'],
    ]],
    ['stand there once, which is a warning', tls({ mode: 'ISTIO_MUTUAL', cipherSuites: ['AES128-SHA', 'AES128-SHA'] }), [
      ['warning', 'spec.servers[0].tls.cipherSuites', 'Cipher suites are listed twice: AES128-SHA', 'List each once'],
    ]],
    ['are needed for old versions, which is a warning', tls({ mode: 'ISTIO_MUTUAL', minProtocolVersion: 'TLSV1_1' }), [
      ['warning', 'spec.servers[0].tls.minProtocolVersion', 'TLSV1_1 works with no cipher suite of the default ones',
        'List suites that it can use in "cipherSuites", or use TLSV1_2 or newer'],
    ]],
    ['that are given do for old versions', tls({ mode: 'ISTIO_MUTUAL', minProtocolVersion: 'TLSV1_0', cipherSuites: ['AES128-SHA'] }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('Gateway', spec)).toEqual(expected);
  });
});
