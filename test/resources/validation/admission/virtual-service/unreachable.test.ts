import { Said, said } from '../said';

const TO_WEB = { destination: { host: 'web' } };

/** Routes with these names and matches. */
function routes(list: object[]): object {
  return { hosts: ['web'], http: list.map((fields) => ({ ...fields, route: [TO_WEB] })) };
}

/** Two routes of one match each. */
function pair([one, other]: object[]): object {
  return routes([{ match: [one] }, { match: [other] }]);
}

describe('routes without matches', () => {
  test.each<[string, object, Said[]]>([
    ['stand last', routes([{ match: [{ port: 80 }] }, {}]), []],
    ['are one', routes([{ name: 'a' }, {}]), [
      ['warning', 'spec.http[1]', 'Route 2 is never reached, since route "a" takes everything',
        'Give the earlier one a match, or remove one of them'],
    ]],
    ['hide the matches of those after them', routes([{}, { match: [{ port: 80 }, { port: 81 }] }]), [
      ['warning', 'spec.http[1].match[0]', 'Match 1 of route 2 is never reached, since route 1 takes everything',
        'Put the route without matches last'],
      ['warning', 'spec.http[1].match[1]', 'Match 2 of route 2 is never reached, since route 1 takes everything',
        'Put the route without matches last'],
    ]],
    ['hide those of the same protocol', {
      hosts: ['web'],
      http: [{ route: [{ destination: { host: 'web' } }] }],
      tcp: [{ match: [{ port: 80 }], route: [{ destination: { host: 'web' } }] }],
    }, []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('the same match', () => {
  test.each<[string, object, Said[]]>([
    ['is told by its content', pair([{ name: 'a', uri: { exact: '/a' } }, { name: 'b', uri: { exact: '/a' } }]), [
      ['warning', 'spec.http[1].match[0]', 'Match "b" of route 2 is never reached, since route 1 has the same', 'Remove one of them'],
      ['warning', 'spec.http[1]', 'Route 2 is never reached, since routes before it have all of its matches', 'Remove it'],
    ]],
    ['is told whatever says nothing',
      pair([{ port: 0, ignoreUriCase: false, headers: {}, gateways: [], method: { exact: '' } }, { method: { exact: '' } }]), [
        ['warning', 'spec.http[1].match[0]', 'Match 1 of route 2 is never reached, since route 1 has the same', 'Remove one of them'],
        ['warning', 'spec.http[1]', 'Route 2 is never reached, since routes before it have all of its matches', 'Remove it'],
      ]],
    ['is told whatever the order of headers',
      pair([{ headers: { a: { exact: '1' }, b: { exact: '2' } } }, { headers: { b: { exact: '2' }, a: { exact: '1' } } }]), [
        ['warning', 'spec.http[1].match[0]', 'Match 1 of route 2 is never reached, since route 1 has the same', 'Remove one of them'],
        ['warning', 'spec.http[1]', 'Route 2 is never reached, since routes before it have all of its matches', 'Remove it'],
      ]],
    ['is not one by another way', pair([{ uri: { exact: '/a' } }, { uri: { regex: '/a' } }]), []],
    ['is not one by a text that may be empty', pair([{ method: { exact: '' } }, { method: {} }]), []],
    ['is not one with a label that is empty', pair([{ port: 80 }, { port: 80, sourceLabels: { app: '' } }]), []],
    ['hides a part of a route', routes([{ match: [{ port: 80 }] }, { match: [{ port: 80 }, { port: 81 }] }]), [
      ['warning', 'spec.http[1].match[0]', 'Match 1 of route 2 is never reached, since route 1 has the same', 'Remove one of them'],
    ]],
    ['hides within a route', routes([{ match: [{ port: 80 }, { port: 80 }] }]), [
      ['warning', 'spec.http[0].match[1]', 'Match 2 of route 1 is never reached, since route 1 has the same', 'Remove one of them'],
    ]],
    ['is told of connections', {
      hosts: ['web'],
      tcp: [
        { match: [{ port: 80 }], route: [{ destination: { host: 'web' } }] },
        { match: [{ port: 80 }], route: [{ destination: { host: 'web' } }] },
      ],
    }, [
      ['warning', 'spec.tcp[1].match[0]', 'Match 1 of route 2 is never reached, since route 1 has the same', 'Remove one of them'],
      ['warning', 'spec.tcp[1]', 'Route 2 is never reached, since routes before it have all of its matches', 'Remove it'],
    ]],
    ['is told of TLS', {
      hosts: ['a.b'],
      tls: [
        { match: [{ sniHosts: ['a.b'] }], route: [{ destination: { host: 'web' } }] },
        { match: [{ sniHosts: ['a.b'] }], route: [{ destination: { host: 'web' } }] },
      ],
    }, [
      ['warning', 'spec.tls[1].match[0]', 'Match 1 of route 2 is never reached, since route 1 has the same', 'Remove one of them'],
      ['warning', 'spec.tls[1]', 'Route 2 is never reached, since routes before it have all of its matches', 'Remove it'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a longer prefix', () => {
  test.each<[string, object, Said[]]>([
    ['stands first', pair([{ uri: { prefix: '/a/b' } }, { uri: { prefix: '/a' } }]), []],
    ['is hidden by a shorter one', pair([{ uri: { prefix: '/a' } }, { name: 'long', uri: { prefix: '/a/b' } }]), [
      ['warning', 'spec.http[1].match[0].uri.prefix', 'Match "long" of route 2, "/a/b", is never reached, since route 1 takes "/a"',
        'Put the longer prefix first'],
    ]],
    ['is hidden whether parts of paths end there or not', pair([{ uri: { prefix: '/a' } }, { uri: { prefix: '/ab' } }]), [
      ['warning', 'spec.http[1].match[0].uri.prefix', 'Match 1 of route 2, "/ab", is never reached, since route 1 takes "/a"',
        'Put the longer prefix first'],
    ]],
    ['is not hidden at another port', pair([{ uri: { prefix: '/a' }, port: 80 }, { uri: { prefix: '/a/b' } }]), []],
    ['is not hidden by a match of another method', pair([{ uri: { prefix: '/a' }, method: { exact: 'POST' } }, { uri: { prefix: '/a/b' } }]), []],
    ['is hidden by a match of GET, as which no method counts',
      pair([{ uri: { prefix: '/a' }, method: { exact: 'GET' } }, { uri: { prefix: '/a/b' } }]), [
        ['warning', 'spec.http[1].match[0].uri.prefix', 'Match 1 of route 2, "/a/b", is never reached, since route 1 takes "/a"',
          'Put the longer prefix first'],
      ]],
    ['is hidden by a match of an authority', pair([{ uri: { prefix: '/a' }, authority: { exact: 'a' } }, { uri: { prefix: '/a/b' } }]), [
      ['warning', 'spec.http[1].match[0].uri.prefix', 'Match 1 of route 2, "/a/b", is never reached, since route 1 takes "/a"',
        'Put the longer prefix first'],
    ]],
    ['is not hidden by a match of other headers', pair([
      { uri: { prefix: '/a' }, headers: { a: { exact: '1' } } },
      { uri: { prefix: '/a/b' }, headers: { b: { exact: '1' } } },
    ]), []],
    ['is hidden by a match of the same headers', pair([
      { uri: { prefix: '/a' }, headers: { a: { exact: '1' } } },
      { uri: { prefix: '/a/b' }, headers: { a: { exact: '1' } } },
    ]), [
      ['warning', 'spec.http[1].match[0].uri.prefix', 'Match 1 of route 2, "/a/b", is never reached, since route 1 takes "/a"',
        'Put the longer prefix first'],
    ]],
    ['is not hidden by a match of fewer parameters',
      pair([{ uri: { prefix: '/a' } }, { uri: { prefix: '/a/b' }, queryParams: { a: { exact: '1' } } }]), []],
    ['is not hidden by a match without fewer headers',
      pair([{ uri: { prefix: '/a' } }, { uri: { prefix: '/a/b' }, withoutHeaders: { a: { exact: '1' } } }]), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});
