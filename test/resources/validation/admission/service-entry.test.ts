import { Said, said } from './said';

const TLS = { number: 443, name: 'tls', protocol: 'TLS' };

function entry(fields: object): object {
  return { hosts: ['a.example.com'], ports: [TLS], resolution: 'DNS', ...fields };
}

function port(fields: object): object {
  return entry({ ports: [fields] });
}

function dynamic(fields: object): object {
  return entry({ hosts: ['*.example.com'], resolution: 'DYNAMIC_DNS', ...fields });
}

describe('a service', () => {
  test.each<[string, object, Said[]]>([
    ['has hosts, ports and a resolution', entry({}), []],
    ['has hosts', entry({ hosts: [] }), [
      ['error', 'spec.hosts', 'The service has no hosts', 'Name one, such as "api.example.com"'],
    ]],
    ['is not every host', entry({ hosts: ['*'], resolution: 'NONE' }), [
      ['error', 'spec.hosts[0]', 'A service cannot be every host ("*")', 'Name one, such as "api.example.com" or "*.example.com"'],
    ]],
    ['has hosts that are DNS names', entry({ hosts: ['a_b.example.com'], resolution: 'NONE' }), [
      ['error', 'spec.hosts[0]', '"a_b.example.com" is not a DNS name, because of "a_b"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ]],
    ['has wildcards for whole labels, else there is a warning', entry({ hosts: ['*-a.example.com'], resolution: 'NONE' }), [
      ['warning', 'spec.hosts[0]', 'The wildcard of "*-a.example.com" stands for a part of a label',
        'Use "*" for whole labels, such as "*.example.com"'],
    ]],
    ['has a resolution that there is', entry({ resolution: 7 }), [
      ['error', 'spec.resolution', '7 is not a resolution', 'Use NONE, STATIC, DNS, DNS_ROUND_ROBIN or DYNAMIC_DNS'],
    ]],
    ['has a selector or endpoints',
      entry({ resolution: 'STATIC', workloadSelector: { labels: { app: 'a' } }, endpoints: [{ address: '10.0.0.1' }] }), [
        ['error', 'spec', 'The service has a workloadSelector and endpoints', 'Keep one of them'],
      ]],
    ['has a selector with labels, else there is a warning', entry({ resolution: 'STATIC', workloadSelector: {} }), [
      ['warning', 'spec.workloadSelector', 'The workloadSelector has no labels, so that it picks every workload of the namespace',
        'Name labels, or leave the selector out'],
    ]],
    ['has a selector without wildcards, and is not looked at further where it has some', { workloadSelector: { labels: { app: '*' } } }, [
      ['error', 'spec.workloadSelector.labels.app', 'The label "app=*" of the selector has a wildcard',
        'Write the label as the workloads have it; a selector has no patterns'],
    ]],
    ['is exported', entry({ exportTo: ['.', 'other'] }), []],
    ['is exported to nobody', entry({ exportTo: ['~'] }), []],
    ['is not exported to nobody and somebody', entry({ exportTo: ['~', 'other'] }), [
      ['error', 'spec.exportTo', '"~" stands beside other namespaces', 'Use ["~"] alone, or name the namespaces without it'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('ServiceEntry', spec)).toEqual(expected);
  });
});

describe('addresses', () => {
  test.each<[string, object, Said[]]>([
    ['are addresses', entry({ addresses: ['10.0.0.1', '2001:db8::1'] }), []],
    ['are ranges where nothing is looked up', entry({ addresses: ['10.0.0.0/8'], resolution: 'STATIC' }), []],
    ['are no ranges where it is', entry({ addresses: ['10.0.0.0/8'] }), [
      ['error', 'spec.addresses[0]', 'A service of resolution DNS has a range of addresses, "10.0.0.0/8"',
        'Give single addresses, or use resolution NONE or STATIC'],
    ]],
    ['are no names', entry({ addresses: ['a.example.com'] }), [
      ['error', 'spec.addresses[0]', '"a.example.com" is neither an IP address nor a range of them',
        'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
    ]],
    ['have prefixes that fit', entry({ addresses: ['10.0.0.0/33'], resolution: 'NONE' }), [
      ['error', 'spec.addresses[0]', '"10.0.0.0/33" is neither an IP address nor a range of them',
        'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
    ]],
    ['are those of one host where the port is TCP, else there is a warning', entry({ hosts: ['a.b', 'c.d'], addresses: ['10.0.0.1'] }), [
      ['warning', 'spec.hosts', '2 hosts share the addresses of a service with a TCP port, so that they cannot be told apart',
        'Write a ServiceEntry for each host'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('ServiceEntry', spec)).toEqual(expected);
  });
});

describe('ports', () => {
  test.each<[string, object, Said[], object]>([
    ['have names that differ', entry({ ports: [{ number: 80, name: 'a', protocol: 'HTTP' }, { number: 81, name: 'a', protocol: 'HTTP' }] }), [
      ['error', 'spec.ports[1].name', 'Another port is named "a"', 'Give each port a name of its own'],
    ], {}],
    ['have numbers that differ', entry({ ports: [{ number: 80, name: 'a', protocol: 'HTTP' }, { number: 80, name: 'b', protocol: 'HTTP' }] }), [
      ['error', 'spec.ports[1].number', 'Another port has the number 80', 'Give each number once'],
    ], {}],
    ['have names', port({ number: 80, protocol: 'HTTP' }), [
      ['error', 'spec.ports[0].name', '"" is not the name of a port',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most'],
    ], {}],
    ['have numbers', port({ name: 'a', protocol: 'HTTP' }), [
      ['error', 'spec.ports[0].number', 'There is no port number', 'Give a number from 1 to 65535'],
    ], {}],
    ['have protocols', port({ number: 80, name: 'a', protocol: 'QUIC' }), [
      ['error', 'spec.ports[0].protocol', '"QUIC" is not a protocol of Istio\'s',
        'Use one of HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, MYSQL, REDIS, UDP, HTTP_PROXY, or leave it out'],
    ], {}],
    ['have targets up to 65535', port({ number: 80, name: 'a', protocol: 'HTTP', targetPort: 65536 }), [
      ['error', 'spec.ports[0].targetPort', '65536 is not a port', 'Give a number from 1 to 65535'],
    ], {}],
    ['of TCP get an address from Istio', port({ number: 80, name: 'a' }), [], {}],
    ['of TCP need an address where Istio gives none, else there is a warning', { hosts: ['a.b'], ports: [{ number: 80, name: 'a' }] }, [
      ['warning', 'spec.ports[0]', 'Port 80 carries TCP for a service without an address, so that it takes all traffic to that port',
        'Give "addresses", or use a resolution other than NONE and let Istio allocate one'],
    ], {}],
    ['of TCP need an address where Istio is told to give none', port({ number: 80, name: 'a', protocol: 'TCP' }), [
      ['warning', 'spec.ports[0]', 'Port 80 carries TCP for a service without an address, so that it takes all traffic to that port',
        'Give "addresses", or use a resolution other than NONE and let Istio allocate one'],
    ], { labels: { 'networking.istio.io/enable-autoallocate-ip': 'False' } }],
    ['of TCP have one host', entry({ hosts: ['a.b', 'c.d'], ports: [{ number: 80, name: 'a', protocol: 'MONGO' }] }), [
      ['error', 'spec.ports[0].protocol', '2 hosts share a port of protocol MONGO, which does not tell which one is meant',
        'Use an HTTP or TLS protocol, or write a ServiceEntry for each host'],
    ], {}],
    ['may have several hosts where nothing is looked up', { hosts: ['a.b', 'c.d'], ports: [{ number: 80, name: 'a', protocol: 'MONGO' }] }, [], {}],
  ])('%s', (_sentence, spec, expected, metadata) => {
    expect(said('ServiceEntry', spec, metadata)).toEqual(expected);
  });
});

describe('endpoints', () => {
  test.each<[string, object, Said[]]>([
    ['are looked up', entry({ endpoints: [{ address: 'b.example.com', ports: { tls: 8443 } }] }), []],
    ['have addresses', entry({ endpoints: [{}] }), [
      ['error', 'spec.endpoints[0].address', 'The endpoint has no address',
        'Give an address such as "10.0.0.1", or a name such as "db.example.com"'],
    ]],
    ['are no sockets where they are looked up', entry({ endpoints: [{ address: 'unix:///a' }] }), [
      ['error', 'spec.endpoints[0].address', '"unix:///a" is neither an IP address nor a DNS name',
        'Give an address such as "10.0.0.1", or a name such as "db.example.com"'],
    ]],
    ['have ports of the service', entry({ endpoints: [{ address: '10.0.0.1', ports: { http: 80 } }] }), [
      ['error', 'spec.endpoints[0].ports.http', 'The service has no port "http"', 'Name one of its "ports"'],
    ]],
    ['have ports up to 65535', entry({ endpoints: [{ address: '10.0.0.1', ports: { tls: 65536 } }] }), [
      ['error', 'spec.endpoints[0].ports.tls', '65536 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['have sound labels', entry({ endpoints: [{ address: '10.0.0.1', labels: { app: '-' } }] }), [
      ['error', 'spec.endpoints[0].labels.app', '"-" is not the value of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
    ]],
    ['are one at most for DNS_ROUND_ROBIN',
      entry({ resolution: 'DNS_ROUND_ROBIN', endpoints: [{ address: '10.0.0.1' }, { address: '10.0.0.2' }] }), [
        ['error', 'spec.endpoints', 'A service of resolution DNS_ROUND_ROBIN has 2 endpoints', 'Keep one, or use resolution DNS'],
      ]],
    ['stand in for hosts that cannot be looked up', entry({ hosts: ['*.example.com'], endpoints: [{ address: 'b.example.com' }] }), []],
    ['are needed for hosts that cannot be looked up', entry({ hosts: ['*.example.com'] }), [
      ['error', 'spec.hosts[0]', '"*.example.com" cannot be looked up, and the service has no endpoints',
        'Give a DNS name without wildcards, or endpoints'],
    ]],
    ['are none where the client chooses', entry({ resolution: 'NONE', endpoints: [{ address: '10.0.0.1' }] }), [
      ['error', 'spec.endpoints', 'A service of resolution NONE has endpoints, though traffic goes to the address that the client chose',
        'Remove them, or use resolution STATIC or DNS'],
    ]],
    ['are not picked where the client chooses, else there is a warning',
      entry({ resolution: 'NONE', workloadSelector: { labels: { app: 'a' } } }), [
        ['warning', 'spec.workloadSelector', 'A service of resolution NONE picks workloads, though traffic goes to the address that the client chose',
          'Remove the selector, or use resolution STATIC'],
      ]],
    ['that are static have addresses', entry({ resolution: 'STATIC', endpoints: [{ address: 'b.example.com' }] }), [
      ['error', 'spec.endpoints[0].address', '"b.example.com" is not an IP address, and resolution STATIC looks up no names',
        'Give an IP address, or use resolution DNS'],
    ]],
    ['that are static may be of a network alone, with a warning', entry({ resolution: 'STATIC', endpoints: [{ network: 'a' }] }), [
      ['warning', 'spec.endpoints[0].address', 'The workload of the network "a" has no address, so it is reached through the network\'s gateway alone',
        'Give an address, if it is to be reached from its own network'],
    ]],
    ['that are static may be sockets', entry({ resolution: 'STATIC', endpoints: [{ address: 'unix:///a' }] }), []],
    ['that are sockets have one port of the service', entry({ resolution: 'STATIC', ports: [], endpoints: [{ address: 'unix:///a' }] }), [
      ['error', 'spec.endpoints[0].address', 'The service of the socket "unix:///a" has 0 ports', 'Give the service one port'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('ServiceEntry', spec)).toEqual(expected);
  });
});

describe('what is looked up when it is asked for', () => {
  test.each<[string, object, Said[], object]>([
    ['has a wildcard', dynamic({}), [], {}],
    ['has a host', dynamic({ hosts: [] }), [
      ['error', 'spec.hosts', 'The service has no hosts', 'Name one, such as "api.example.com"'],
    ], {}],
    ['has wildcards alone', dynamic({ hosts: ['a.example.com'] }), [
      ['error', 'spec.hosts[0]', '"a.example.com" has no wildcard, though the resolution is DYNAMIC_DNS', 'Use a wildcard, or resolution DNS'],
    ], {}],
    ['has wildcards of any form', dynamic({ hosts: ['*-a.example.com'] }), [], {}],
    ['has no addresses and no endpoints', dynamic({ addresses: ['10.0.0.1'], endpoints: [{ address: '10.0.0.1' }] }), [
      ['error', 'spec.addresses', 'A service of resolution DYNAMIC_DNS has addresses, though the name that is asked for is looked up',
        'Remove "addresses"'],
      ['error', 'spec.endpoints', 'A service of resolution DYNAMIC_DNS has endpoints, though the name that is asked for is looked up',
        'Remove "endpoints"'],
    ], {}],
    ['has ports that tell the host', dynamic({ ports: [{ number: 443, name: 'a', protocol: 'HTTPS' }] }), [
      ['error', 'spec.ports[0].protocol', 'Protocol "HTTPS" does not tell which host is asked for', 'Use HTTP, HTTP2, GRPC or TLS'],
    ], {}],
    ['has no waypoint inside the mesh', dynamic({ location: 'MESH_INTERNAL' }), [
      ['error', 'spec.location', 'A service of resolution DYNAMIC_DNS inside the mesh cannot have the waypoint "waypoint"',
        'Use location MESH_EXTERNAL, or remove the label istio.io/use-waypoint'],
    ], { labels: { 'istio.io/use-waypoint': 'waypoint' } }],
    ['may say that it has none', dynamic({ location: 'MESH_INTERNAL' }), [], { labels: { 'istio.io/use-waypoint': 'None' } }],
    ['may have one outside the mesh', dynamic({}), [], { labels: { 'istio.io/use-waypoint': 'waypoint' } }],
    ['is inside or outside', dynamic({ location: 5 }), [
      ['error', 'spec.location', '5 is not a location', 'Use MESH_EXTERNAL or MESH_INTERNAL'],
    ], {}],
  ])('%s', (_sentence, spec, expected, metadata) => {
    expect(said('ServiceEntry', spec, metadata)).toEqual(expected);
  });
});
