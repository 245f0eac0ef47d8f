import { container, deployment, settingsWith } from './fixtures';
import { injectObject } from '../../src/injection';
import { proxyIds } from '../../src/injection/namespace';

const USERS = 'openshift.io/sa.scc.uid-range';
const GROUPS = 'openshift.io/sa.scc.supplemental-groups';

describe('the proxy runs as', () => {
  test.each<[string, Record<string, string>, number, number]>([
    ['1337 where the namespace says nothing', {}, 1337, 1337],
    ['the last user of a range, and the last of its first group', { [USERS]: '1000620000/10000', [GROUPS]: '2000/5,3000/7' }, 1000629999, 2004],
    ['the last user as group where groups are not said', { [USERS]: '10-20' }, 20, 20],
    ['1337 where the range cannot be read', { [USERS]: 'many', [GROUPS]: '5/5,x' }, 1337, 1337],
    ['1337 as group where groups are said to be nothing', { [USERS]: '10/10', [GROUPS]: '' }, 19, 1337],
  ])('%s', (_, annotations, uid, gid) => {
    expect(proxyIds({ name: 'shop', annotations })).toEqual({ uid, gid });
  });
});

describe('on OpenShift', () => {
  const namespace = { name: 'shop', annotations: { [USERS]: '1000/10' } };
  const settings = settingsWith({ global: { platform: 'openshift' } });

  test('a proxy runs as the last user of its namespace, and its traffic is told by that user', () => {
    const pod = injectObject(deployment(), settings, namespace).object;
    expect(container(pod, 'istio-proxy').securityContext).toMatchObject({ runAsUser: 1009, runAsGroup: 1009 });
    expect(container(pod, 'istio-init').args.slice(5, 7)).toEqual(['-u', '1009']);
  });

  test('a user that the proxy has in common with the application was not chosen for it', () => {
    const own = { name: 'istio-proxy', image: 'auto', securityContext: { runAsUser: 5, runAsGroup: 5 } };
    const withUser = (runAsUser: number) => deployment({ spec: { containers: [own, { name: 'app', image: 'a', securityContext: { runAsUser } }] } });
    expect(container(injectObject(withUser(5), settings, namespace).object, 'istio-proxy').securityContext.runAsUser).toBe(1009);
    expect(container(injectObject(withUser(6), settings, namespace).object, 'istio-proxy').securityContext.runAsUser).toBe(5);
  });

  test('elsewhere the annotations say nothing', () => {
    expect(container(injectObject(deployment(), settingsWith({}), namespace).object, 'istio-proxy').securityContext.runAsUser).toBe(1337);
  });
});
