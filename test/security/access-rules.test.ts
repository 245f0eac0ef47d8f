import { Rule } from '../../src';
import { CallerAttributes } from '../../src/reference/caller-attributes';
import { AccessRule, renderRules } from '../../src/security/access-rules';
import { RequestOptions } from '../../src/security/call-options';
import { fc } from '../properties';

const rule = (callers: CallerAttributes[], ports: number[], request?: RequestOptions): AccessRule => ({ callers, ports, request });
const named = (...principals: string[]): CallerAttributes[] => [{ principals }];

describe('rules', () => {
  test('of callers with the same options are one', () => {
    expect(renderRules([rule(named('b'), [80], { methods: ['GET'] }), rule(named('a'), [80], { methods: ['GET'] })])).toEqual([
      { from: [{ source: { principals: ['a', 'b'] } }], to: [{ operation: { methods: ['GET'], ports: ['80'] } }] },
    ]);
  });

  test('of one caller that differ in one list share it', () => {
    expect(renderRules([rule(named('a'), [80], { methods: ['GET'] }), rule(named('a'), [80], { methods: ['PUT', 'GET'] })])).toEqual([
      { from: [{ source: { principals: ['a'] } }], to: [{ operation: { methods: ['GET', 'PUT'], ports: ['80'] } }] },
    ]);
  });

  test('of one caller that differ in two lists are items of one rule', () => {
    expect(renderRules([rule(named('a'), [80], { methods: ['GET'], paths: ['/a'] }), rule(named('a'), [80], { methods: ['PUT'], paths: ['/b'] })])).toEqual([{
      from: [{ source: { principals: ['a'] } }],
      to: [{ operation: { methods: ['GET'], paths: ['/a'], ports: ['80'] } }, { operation: { methods: ['PUT'], paths: ['/b'], ports: ['80'] } }],
    }]);
  });

  test('that another covers are left out', () => {
    expect(renderRules([
      rule(named('a'), [80, 90]), rule(named('a'), [80], { methods: ['GET'] }), rule(named('a'), [90]), rule([{}], [70]), rule(named('b'), [70], { hosts: ['*'] }),
    ])).toEqual([
      { from: [{ source: { principals: ['a'] } }], to: [{ operation: { ports: ['80', '90'] } }] },
      { to: [{ operation: { ports: ['70'] } }] },
    ]);
  });

  test('for everybody and everything leave nothing else to say', () => {
    expect(renderRules([rule(named('a'), [80]), rule([{}], []), rule([{ namespaces: ['b'] }], [], { paths: ['/'] })])).toEqual([{}]);
  });

  test('for nobody are none', () => {
    expect(renderRules([rule([], [80])])).toEqual([]);
  });

  test('that only HTTP has stay apart from others: Istio drops a whole ALLOW rule from TCP ports for one such item', () => {
    expect(renderRules([rule(named('a'), [80], { methods: ['GET'] }), rule(named('a'), [5432]), rule(named('b'), [5432], { requestPrincipals: ['*'] })])).toEqual([
      { from: [{ source: { principals: ['a'] } }], to: [{ operation: { methods: ['GET'], ports: ['80'] } }] },
      { from: [{ source: { principals: ['a'] } }], to: [{ operation: { ports: ['5432'] } }] },
      { from: [{ source: { principals: ['b'], requestPrincipals: ['*'] } }], to: [{ operation: { ports: ['5432'] } }] },
    ]);
  });

  test('name a host with every port, as Istio compares hosts with their ports', () => {
    expect(renderRules([rule([{}], [], { hosts: ['a.example.com', '*.b.example.com', 'c.example.com:8443'], notHosts: ['d'] })])).toEqual([
      { to: [{ operation: { hosts: ['*.b.example.com', 'a.example.com', 'a.example.com:*', 'c.example.com:8443'], notHosts: ['d', 'd:*'] } }] },
    ]);
  });

  test('ask for headers and claims in conditions, each key once', () => {
    expect(renderRules([rule([{}], [], {
      headers: { 'x-a': ['1'] }, notHeaders: { 'x-a': ['2'] }, claims: { 'groups': ['ops', 'dev'], '[realm][roles]': ['admin'] }, audiences: ['shop'], presenters: ['app'],
    })])).toEqual([{
      when: [
        { key: 'request.auth.audiences', values: ['shop'] },
        { key: 'request.auth.claims[groups]', values: ['dev', 'ops'] },
        { key: 'request.auth.claims[realm][roles]', values: ['admin'] },
        { key: 'request.auth.presenter', values: ['app'] },
        { key: 'request.headers[x-a]', values: ['1'], notValues: ['2'] },
      ],
    }]);
  });

  test('name at most sixteen service accounts in a list, which is what Istio takes', () => {
    const accounts = Array.from({ length: 20 }, (_, at) => `ns/sa-${String(at).padStart(2, '0')}`);
    expect(renderRules(accounts.map((account) => rule([{ serviceAccounts: [account] }], [])))).toEqual([
      { from: [{ source: { serviceAccounts: accounts.slice(0, 16) } }, { source: { serviceAccounts: accounts.slice(16) } }] },
    ]);
  });
});

describe('a set of rules', () => {
  const CALLERS: CallerAttributes[][] = [
    named('a'), named('b'), named('a', 'b'), [{}], [{ namespaces: ['n'], notPrincipals: ['a'] }], [{ ipBlocks: ['i'] }, { principals: ['a'] }], [],
  ];
  const REQUESTS: RequestOptions[] = [
    {}, { methods: ['GET'] }, { methods: ['GET', 'PUT'] }, { paths: ['/p'] }, { notPaths: ['/p'] }, { methods: ['PUT'], paths: ['/q'] },
    { requestPrincipals: ['u'] },
  ];
  const anyRule = fc.record({
    callers: fc.constantFrom(...CALLERS), ports: fc.constantFrom<number[]>([], [80], [90], [80, 90]), request: fc.constantFrom(...REQUESTS),
  });

  const REQUEST_FIELDS = {
    principals: ['a', 'b', 'c'],
    namespaces: ['n', 'm'],
    ipBlocks: ['i', 'j'],
    methods: ['GET', 'PUT', 'POST'],
    paths: ['/p', '/q'],
    ports: ['80', '90', '70'],
    requestPrincipals: ['u', ''],
  };
  type Request = { [field in keyof typeof REQUEST_FIELDS]: string };
  const anyRequest = fc.record(Object.fromEntries(
    Object.entries(REQUEST_FIELDS).map(([field, values]) => [field, fc.constantFrom(...values)]))) as fc.Arbitrary<Request>;

  /** What Istio's documentation says of a message: each list given must have the value, each `not…` must not. */
  const holds = (message: object, request: Request): boolean => Object.entries(message).every(([field, values]: [string, string[]]) => {
    const positive = !field.startsWith('not');
    const name = (positive ? field : `${field[3].toLowerCase()}${field.slice(4)}`) as keyof Request;
    return values.includes(request[name]) === positive;
  });
  const allows = (rules: Rule[], request: Request) => rules.some(({ from, to }) => (
    (from === undefined || from.some(({ source = {} }) => holds(source, request)))
    && (to === undefined || to.some(({ operation = {} }) => holds(operation, request)))
  ));
  const meant = (all: AccessRule[], request: Request) => all.some(({ callers, ports, request: asked = {} }) => (
    callers.some((caller) => holds(caller, request)) && (ports.length === 0 || ports.map(String).includes(request.ports)) && holds(asked, request)
  ));

  test('allows what its rules allow one by one, however few are written', () => {
    fc.assert(fc.property(fc.array(anyRule, { maxLength: 6 }), fc.array(anyRequest, { minLength: 20, maxLength: 20 }), (all, requests) => {
      const rules = renderRules(all);
      for (const request of requests) expect(allows(rules, request)).toBe(meant(all, request));
    }), { numRuns: 300 });
  });

  test('is written the same in any order', () => {
    const twice = fc.array(anyRule, { maxLength: 6 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(twice, ([all, shuffled]) => {
      expect(renderRules(shuffled)).toEqual(renderRules(all));
    }), { numRuns: 300 });
  });
});
