import { Said, said } from './said';

const TO_WEB = { destination: { host: 'web' } };

/** One route to "web" that has more fields. */
function http(fields: object): object {
  return { hosts: ['web'], http: [{ route: [TO_WEB], ...fields }] };
}

function destination(fields: object): object {
  return { hosts: ['web'], http: [{ route: [{ destination: fields }] }] };
}

function tls(fields: object): object {
  return { hosts: ['a.example.com'], tls: [{ match: [{ sniHosts: ['a.example.com'] }], route: [TO_WEB], ...fields }] };
}

function sni(hosts: string[]): object {
  return { hosts: ['a.example.com', '*.b.example.com'], tls: [{ match: [{ sniHosts: hosts }], route: [TO_WEB] }] };
}

function tcp(fields: object): object {
  return { hosts: ['web'], tcp: [{ route: [TO_WEB], ...fields }] };
}

describe('hosts', () => {
  test.each<[string, object, Said[]]>([
    ['are names', {
      hosts: ['web', 'web.shop.svc.cluster.local', '*.example.com'],
      http: [{ route: [{ destination: { host: 'web' } }] }],
    }, []],
    ['are addresses', { hosts: ['10.0.0.1', '2001:db8::1'], http: [{ route: [{ destination: { host: 'web' } }] }] }, []],
    ['are DNS names', { hosts: ['a_b.example.com'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.hosts[0]', '"a_b.example.com" is not a DNS name, because of "a_b"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ]],
    ['are not all in the mesh', { hosts: ['*'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.hosts[0]', 'The host "*" would take all traffic of the mesh',
        'Name hosts, or name gateways other than "mesh" in "gateways"'],
    ]],
    ['are not all in the mesh and at a gateway',
      { hosts: ['*'], gateways: ['mesh', 'shop/public'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
        ['error', 'spec.hosts[0]', 'The host "*" would take all traffic of the mesh',
          'Name hosts, or name gateways other than "mesh" in "gateways"'],
      ]],
    ['may be all at a gateway', { hosts: ['*'], gateways: ['shop/public'], http: [{ route: [{ destination: { host: 'web' } }] }] }, []],
    ['stand there once', { hosts: ['web', 'web'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.hosts[1]', '"web" and "web" have names in common', 'Remove one of them, or give it a VirtualService of its own'],
    ]],
    ['do not overlap', {
      hosts: ['*.example.com', 'a.example.com', '*.a.example.com'],
      http: [{ route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.hosts[1]', '"a.example.com" and "*.example.com" have names in common',
        'Remove one of them, or give it a VirtualService of its own'],
      ['error', 'spec.hosts[2]', '"*.a.example.com" and "*.example.com" have names in common',
        'Remove one of them, or give it a VirtualService of its own'],
    ]],
    ['are told to overlap once all are names', { hosts: ['web', 'web', 'a_b'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.hosts[2]', '"a_b" is not a DNS name, because of "a_b"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ]],
    ['are those that a gateway makes only where they are for SNI', {
      hosts: ['outbound_.80_._.web.shop.svc.cluster.local'],
      gateways: ['shop/public'],
      http: [{ route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.hosts[0]', '"outbound_.80_._.web.shop.svc.cluster.local" is not a DNS name, because of "outbound_"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ]],
    ['may be those that a gateway makes for SNI', {
      hosts: ['outbound_.80_._.web.local'],
      gateways: ['shop/public'],
      tls: [{ match: [{ sniHosts: ['outbound_.80_._.web.local'] }], route: [{ destination: { host: 'web' } }] }],
    }, []],
    ['that a gateway makes have a port', {
      hosts: ['outbound_.http_._.web'],
      gateways: ['shop/public'],
      tls: [{ match: [{ sniHosts: ['outbound_.http_._.web'] }], route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.hosts[0]', '"outbound_.http_._.web" is not a name that a gateway makes', 'Write it as "outbound_.PORT_._.HOST"'],
      ['error', 'spec.tls[0].match[0].sniHosts[0]', '"outbound_.http_._.web" is not a name that a gateway makes',
        'Write it as "outbound_.PORT_._.HOST"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('gateways', () => {
  test.each<[string, object, Said[], object]>([
    ['are the mesh or have a namespace',
      { hosts: ['web'], gateways: ['shop/public', 'mesh'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [], {}],
    ['have names without dots', { hosts: ['web'], gateways: ['shop/a.b'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.gateways[0]', '"shop/a.b" is not the name of a gateway', 'Write it as "namespace/name", or as "mesh" for the sidecars'],
    ], {}],
    ['have names with dots where they were made of others',
      { hosts: ['web'], gateways: ['shop/a.b'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [], { annotations: { 'internal.istio.io/route-semantics': 'gateway' } }],
    ['have a namespace before the slash', { hosts: ['web'], gateways: ['/public'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.gateways[0]', '"/public" is not the name of a gateway', 'Write it as "namespace/name", or as "mesh" for the sidecars'],
    ], {}],
    ['are not named in the old form, else there is a warning', {
      hosts: ['web'],
      gateways: ['public.shop.svc.cluster.local'],
      http: [{ route: [{ destination: { host: 'web' } }] }],
    }, [
      ['warning', 'spec.gateways[0]', 'The gateway "public.shop.svc.cluster.local" is named in an old form', 'Write it as "shop/public"'],
    ], {}],
    ['are not read after one in the old form',
      { hosts: ['web'], gateways: ['public', '/'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [], {}],
    ['in the old form are DNS names', { hosts: ['web'], gateways: ['a_b'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.gateways[0]', '"a_b" is not a DNS name, because of "a_b"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most'],
    ], {}],
  ])('%s', (_sentence, spec, expected, metadata) => {
    expect(said('VirtualService', spec, metadata)).toEqual(expected);
  });
});

describe('a delegate', () => {
  test.each<[string, object, Said[]]>([
    ['has routes', { http: [{ route: [{ destination: { host: 'web' } }] }] }, []],
    ['has no gateways', { gateways: ['shop/public'], http: [{ route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.gateways', 'Without hosts it holds routes for another VirtualService, and those have no "gateways" (["shop/public"])',
        'Remove "gateways", or give "hosts"'],
    ]],
    ['has no routes of connections', {
      tls: [{ match: [{ sniHosts: ['a'] }], route: [{ destination: { host: 'web' } }] }],
      tcp: [{ route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.tls', 'Without hosts it holds routes for another VirtualService, and those have no "tls" ([{"match":[{"sniHosts":["a"]}],"route":[{"destination":{"host":"web"}}]}])',
        'Remove "tls", or give "hosts"'],
      ['error', 'spec.tcp', 'Without hosts it holds routes for another VirtualService, and those have no "tcp" ([{"route":[{"destination":{"host":"web"}}]}])',
        'Remove "tcp", or give "hosts"'],
      ['error', 'spec.tls[0].match[0].sniHosts[0]', '"a" is none of the hosts [], nor a name within one',
        'Add it to "hosts", or name one of them'],
    ]],
    ['does not delegate further', { http: [{ delegate: { name: 'a' }, route: [{ destination: { host: 'web' } }] }] }, [
      ['error', 'spec.http[0].delegate', 'The route is a delegate\'s, and delegates further, to {"name":"a"}',
        'Remove "delegate", or give the VirtualService "hosts"'],
    ]],
    ['leads somewhere', { http: [{ match: [{ uri: { prefix: '/a' } }] }] }, [
      ['error', 'spec.http[0]', 'The route leads nowhere', 'Give "route", "redirect", "directResponse" or "delegate"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a route', () => {
  test.each<[string, object, Said[]]>([
    ['is there', { hosts: ['web'] }, [
      ['error', 'spec', 'There is no route', 'Give "http", "tls" or "tcp"'],
    ]],
    ['leads somewhere', { hosts: ['web'], http: [{}] }, [
      ['error', 'spec.http[0]', 'The route leads nowhere', 'Give "route", "redirect", "directResponse" or "delegate"'],
    ]],
    ['delegates', { hosts: ['web'], http: [{ delegate: { name: 'a' } }] }, []],
    ['delegates and does nothing else', {
      hosts: ['web'],
      http: [{ delegate: { name: 'a' }, redirect: { uri: '/' }, route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.http[0].redirect', 'The route has "delegate" and "redirect"', 'Keep one of them'],
      ['error', 'spec.http[0].route', 'The route has "delegate" and "route"', 'Keep one of them'],
    ]],
    ['redirects and does nothing else', {
      hosts: ['web'],
      http: [
        {
          redirect: { uri: '/' },
          route: [{ destination: { host: 'web' } }],
          fault: { delay: {} },
          rewrite: { uri: '/' },
          directResponse: { status: 200 },
        },
      ],
    }, [
      ['error', 'spec.http[0].route', 'The route has "redirect" and "route"', 'Keep one of them'],
      ['error', 'spec.http[0].fault', 'The route has "redirect" and "fault"', 'Keep one of them'],
      ['error', 'spec.http[0].rewrite', 'The route has "redirect" and "rewrite"', 'Keep one of them'],
      ['error', 'spec.http[0].directResponse', 'The route has "redirect" and "directResponse"', 'Keep one of them'],
    ]],
    ['answers and does nothing else', {
      hosts: ['web'],
      http: [
        {
          directResponse: { status: 200 },
          route: [{ destination: { host: 'web' } }],
          fault: { delay: {} },
          rewrite: { uri: '/' },
        },
      ],
    }, [
      ['error', 'spec.http[0].route', 'The route has "directResponse" and "route"', 'Keep one of them'],
      ['error', 'spec.http[0].fault', 'The route has "directResponse" and "fault"', 'Keep one of them'],
      ['error', 'spec.http[0].rewrite', 'The route has "directResponse" and "rewrite"', 'Keep one of them'],
    ]],
    ['has a timeout of a millisecond at least', http({ timeout: '0s' }), [
      ['error', 'spec.http[0].timeout', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
    ['is visible somewhere', { hosts: ['web'], http: [{ route: [{ destination: { host: 'web' } }] }], exportTo: ['*', 'other'] }, [
      ['error', 'spec.exportTo', '"*" stands beside other namespaces', 'Use ["*"] alone, or name the namespaces without it'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a destination', () => {
  test.each<[string, object, Said[], object]>([
    ['is a host', destination({ host: 'web.shop.svc.cluster.local', subset: 'v1', port: { number: 80 } }), [], {}],
    ['is there', { hosts: ['web'], http: [{ route: [{}] }] }, [
      ['error', 'spec.http[0].route[0].destination', 'The route leads nowhere', 'Give "destination"'],
    ], {}],
    ['is not every host', destination({ host: '*' }), [
      ['error', 'spec.http[0].route[0].destination.host', 'Traffic cannot go to every host ("*")',
        'Name a host, such as "web.shop.svc.cluster.local"'],
    ], {}],
    ['may have a wildcard', destination({ host: '*.shop.svc.cluster.local' }), [], {}],
    ['is a name', destination({ host: '10.0.0.1' }), [
      ['error', 'spec.http[0].route[0].destination.host', '"10.0.0.1" ends in the number "1", which no DNS name does',
        'Give a DNS name; IP addresses are not taken here'],
    ], {}],
    ['is no more than there where it was made of another',
      destination({ host: '10.0.0.1' }), [], { annotations: { 'internal.istio.io/route-semantics': 'gateway' } }],
    ['has a subset with a name', destination({ host: 'web', subset: 'v1.0' }), [
      ['error', 'spec.http[0].route[0].destination.subset', '"v1.0" is not the name of a subset',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most, such as "v1"'],
    ], {}],
    ['has a port with a number', destination({ host: 'web', port: {} }), [
      ['error', 'spec.http[0].route[0].destination.port.number', 'There is no port number', 'Give a number from 1 to 65535'],
    ], {}],
  ])('%s', (_sentence, spec, expected, metadata) => {
    expect(said('VirtualService', spec, metadata)).toEqual(expected);
  });
});

describe('weights', () => {
  test.each<[string, object, Said[]]>([
    ['add up to any number', {
      hosts: ['web'],
      http: [{ route: [{ destination: { host: 'web' }, weight: 1 }, { destination: { host: 'web' }, weight: 2 }] }],
    }, []],
    ['are not negative', { hosts: ['web'], http: [{ route: [{ destination: { host: 'web' }, weight: -1 }] }] }, [
      ['error', 'spec.http[0].route[0].weight', 'The weight -1 is less than 0', 'Give 0 or more'],
    ]],
    ['are not 0 in all', {
      hosts: ['web'],
      http: [{ route: [{ destination: { host: 'web' } }, { destination: { host: 'web' }, weight: 0 }] }],
    }, [
      ['error', 'spec.http[0].route', 'The weights of 2 destinations add up to 0', 'Give at least one of them a weight above 0'],
    ]],
    ['may be left out for one', { hosts: ['web'], http: [{ route: [{ destination: { host: 'web' } }] }] }, []],
    ['are added in 32 bits', {
      hosts: ['web'],
      http: [
        {
          route: [
            { destination: { host: 'web' }, weight: 1073741824 },
            { destination: { host: 'web' }, weight: 1073741824 },
            { destination: { host: 'web' }, weight: 1073741824 },
            { destination: { host: 'web' }, weight: 1073741824 },
          ],
        },
      ],
    }, [
      ['error', 'spec.http[0].route', 'The weights of 4 destinations add up to 0', 'Give at least one of them a weight above 0'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a route of TLS', () => {
  test.each<[string, object, Said[]]>([
    ['has matches by SNI', tls({}), []],
    ['has a match', tls({ match: [] }), [
      ['error', 'spec.tls[0].match', 'The TLS route has no match', 'Give one, with "sniHosts"'],
    ]],
    ['has a match with hosts', tls({ match: [{}] }), [
      ['error', 'spec.tls[0].match[0].sniHosts', 'The match has no SNI host', 'Name at least one of the "hosts"'],
    ]],
    ['leads somewhere', tls({ route: [] }), [
      ['error', 'spec.tls[0].route', 'The route leads nowhere', 'Give "route", with a destination'],
    ]],
    ['has sound matches', tls({
      match: [
        {
          sniHosts: ['a.example.com'],
          destinationSubnets: ['10.0.0.0/33'],
          port: 65536,
          sourceLabels: { app: '-' },
          gateways: ['/a'],
        },
      ],
    }), [
      ['error', 'spec.tls[0].match[0].destinationSubnets[0]', '"10.0.0.0/33" is neither an IP address nor a range of them',
        'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.tls[0].match[0].port', '65536 is not a port', 'Give a number from 1 to 65535'],
      ['error', 'spec.tls[0].match[0].sourceLabels.app', '"-" is not the value of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
      ['error', 'spec.tls[0].match[0].gateways[0]', '"/a" is not the name of a gateway',
        'Write it as "namespace/name", or as "mesh" for the sidecars'],
    ]],
    ['does not name gateways in the old form, else there is a warning', tls({ match: [{ sniHosts: ['a.example.com'], gateways: ['a.b'] }] }), [
      ['warning', 'spec.tls[0].match[0].gateways[0]', 'The gateway "a.b" is named in an old form', 'Write it as "b/a"'],
    ]],
    ['has hosts of its own', sni(['a.example.com', '*.b.example.com', 'c.b.example.com']), []],
    ['has no other hosts', sni(['c.example.com']), [
      ['error', 'spec.tls[0].match[0].sniHosts[0]', '"c.example.com" is none of the hosts ["a.example.com","*.b.example.com"], nor a name within one',
        'Add it to "hosts", or name one of them'],
    ]],
    ['has no more hosts than its own', sni(['*.example.com']), [
      ['error', 'spec.tls[0].match[0].sniHosts[0]', '"*.example.com" is none of the hosts ["a.example.com","*.b.example.com"], nor a name within one',
        'Add it to "hosts", or name one of them'],
    ]],
    ['has no addresses as SNI, else there is a warning', sni(['10.0.0.1']), [
      ['warning', 'spec.tls[0].match[0].sniHosts[0]', '"10.0.0.1" is an IP address, which most clients do not ask for by SNI', 'Use a DNS name'],
    ]],
    ['has names as SNI', sni(['a_b.example.com']), [
      ['error', 'spec.tls[0].match[0].sniHosts[0]', '"a_b.example.com" is not a DNS name, because of "a_b"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ]],
    ['may have names that a gateway makes', {
      hosts: ['*.b'],
      tls: [{ match: [{ sniHosts: ['outbound_.80_._.a.b'] }], route: [{ destination: { host: 'web' } }] }],
    }, []],
    ['has none of those for the mesh', {
      hosts: ['*.b'],
      gateways: ['mesh'],
      tls: [{ match: [{ sniHosts: ['outbound_.80_._.a.b'] }], route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.tls[0].match[0].sniHosts[0]', '"outbound_.80_._.a.b" is not a DNS name, because of "outbound_"',
        'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most; the first may be "*"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a route of TCP', () => {
  test.each<[string, object, Said[]]>([
    ['needs no match', tcp({}), []],
    ['leads somewhere', tcp({ route: [] }), [
      ['error', 'spec.tcp[0].route', 'The route leads nowhere', 'Give "route", with a destination'],
    ]],
    ['has sound matches', tcp({ match: [{ destinationSubnets: ['a'], port: 65536, sourceLabels: { 'a b': '' }, gateways: ['shop/a.b'] }] }), [
      ['error', 'spec.tcp[0].match[0].destinationSubnets[0]', '"a" is neither an IP address nor a range of them',
        'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.tcp[0].match[0].port', '65536 is not a port', 'Give a number from 1 to 65535'],
      ['error', 'spec.tcp[0].match[0].sourceLabels["a b"]', '"a b" is not the key of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, 63 at most; a DNS name and "/" may stand before'],
      ['error', 'spec.tcp[0].match[0].gateways[0]', '"shop/a.b" is not the name of a gateway',
        'Write it as "namespace/name", or as "mesh" for the sidecars'],
    ]],
    ['names gateways in the old form without a warning', tcp({ match: [{ gateways: ['a.b'] }] }), []],
    ['has sound destinations', tcp({ route: [{ destination: { host: '*' }, weight: -1 }] }), [
      ['error', 'spec.tcp[0].route[0].destination.host', 'Traffic cannot go to every host ("*")',
        'Name a host, such as "web.shop.svc.cluster.local"'],
      ['error', 'spec.tcp[0].route[0].weight', 'The weight -1 is less than 0', 'Give 0 or more'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});
