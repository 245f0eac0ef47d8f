import { CallerAttributes, Callers, Identity } from '../../src';
import { messageOf } from '../mesh/harness';

const WEB = Identity.of('shop', 'web');

describe('callers', () => {
  test.each<[Callers, CallerAttributes[]]>([
    [Callers.everyone(), [{}]],
    [Callers.authenticated(), [{ principals: ['*'] }]],
    [Callers.principals('example.org/ns/a/sa/*'), [{ principals: ['example.org/ns/a/sa/*'] }]],
    [Callers.namespaces('a', 'b'), [{ namespaces: ['a', 'b'] }]],
    [Callers.serviceAccounts('a/b'), [{ serviceAccounts: ['a/b'] }]],
    [Callers.trustDomains('*.example.org'), [{ trustDomains: ['*.example.org'] }]],
    [Callers.ipBlocks('10.0.0.0/8', '::1'), [{ ipBlocks: ['10.0.0.0/8', '::1'] }]],
    [Callers.remoteIpBlocks('203.0.113.7'), [{ remoteIpBlocks: ['203.0.113.7'] }]],
    [Callers.of({ namespaces: ['a'], notIpBlocks: ['10.0.0.1'] }), [{ namespaces: ['a'], notIpBlocks: ['10.0.0.1'] }]],
    [Callers.anyOf(WEB, Callers.namespaces('a')), [{ principals: [WEB.principal] }, { namespaces: ['a'] }]],
  ])('are told apart in the words of an AuthorizationPolicy', (callers, attributes) => {
    expect(callers.callerAttributes).toEqual(attributes);
  });

  test('without others are those of whom no one of these holds', () => {
    expect(Callers.everyone().except(WEB, Callers.namespaces('a')).callerAttributes).toEqual([{ notPrincipals: [WEB.principal], notNamespaces: ['a'] }]);
  });

  test('without others of whom two things hold are those who lack one of the two', () => {
    const others = Callers.of({ namespaces: ['a'], ipBlocks: ['10.0.0.1'] });
    expect(Callers.authenticated().except(others).callerAttributes).toEqual([
      { principals: ['*'], notNamespaces: ['a'] }, { principals: ['*'], notIpBlocks: ['10.0.0.1'] },
    ]);
  });

  test('without everybody are nobody', () => {
    expect(Callers.namespaces('a').except(Callers.everyone()).callerAttributes).toEqual([]);
  });

  test('who are named one by one stay as they are without others of another name', () => {
    expect(Callers.principals('a/ns/b/sa/c').except(WEB).callerAttributes).toEqual([{ principals: ['a/ns/b/sa/c'] }]);
  });

  test('by service account are written as principals beside other names, which Istio does not take together', () => {
    expect(Callers.serviceAccounts('a/b').except(WEB).callerAttributes).toEqual([{ notPrincipals: [WEB.principal], principals: ['*/ns/a/sa/b'] }]);
    expect(Callers.namespaces('a').except(Callers.serviceAccounts('a/b')).callerAttributes).toEqual([{ namespaces: ['a'], notPrincipals: ['*/ns/a/sa/b'] }]);
  });

  test('without others who are told apart by what they are not cannot be said', () => {
    expect(messageOf(() => Callers.everyone().except(Callers.of({ notNamespaces: ['a'] })).callerAttributes)).toBe(
      'Callers are left out by notNamespaces, which says what they are not. Leave out callers that are named by what they are.');
  });

  test.each<[CallerAttributes, string]>([
    [{ namespaces: [] }, 'The list of namespaces is empty, which would be nobody. Leave it out for anybody.'],
    [{ principals: ['a*b'] }, '"a*b" in principals is what no caller has. Write "trust-domain/ns/namespace/sa/account", with a "*" at the beginning or the end alone.'],
    [{ namespaces: ['Shop'] }, '"Shop" in namespaces is what no caller has. Write the name of a namespace.'],
    [{ serviceAccounts: ['web'] }, '"web" in serviceAccounts is what no caller has. Write "namespace/account"; for patterns, use principals.'],
    [{ trustDomains: ['a/b'] }, '"a/b" in trustDomains is what no caller has. Write the trust domain alone, with a "*" at the beginning or the end.'],
    [{ notIpBlocks: ['10.0.0.256'] }, '"10.0.0.256" in notIpBlocks is what no caller has. Write an address such as "10.0.0.1", or a range such as "10.0.0.0/8".'],
    [{ ipBlocks: ['10.0.0.0/33'] }, '"10.0.0.0/33" in ipBlocks is what no caller has. Write an address such as "10.0.0.1", or a range such as "10.0.0.0/8".'],
    [{ serviceAccounts: ['a/b'], namespaces: ['a'] }, 'Service accounts are asked for together with namespaces, which Istio does not take. Keep one way to name the callers.'],
    [{ serviceAccounts: Array.from({ length: 17 }, (_, at) => `a/b${at}`) }, 'There are 17 service accounts, and Istio takes 16 in a list. Say Callers.anyOf(…) of several.'],
  ])('that cannot be are refused: %j', (attributes, message) => {
    expect(messageOf(() => Callers.of(attributes))).toBe(message);
  });
});
