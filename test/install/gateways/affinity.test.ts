import { ingress } from './harness';

const affinity = (gateway: object, values = {}): object => ingress(gateway, values).Deployment.spec.template.spec.affinity;

test('pods that must not share a node are found by one label, in some namespaces', () => {
  expect(affinity({
    podAntiAffinityLabelSelector: [{ key: 'app', operator: 'In', values: 'a,b', topologyKey: 'zone', namespaces: 'x,y' }],
  })).toEqual({
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{
        labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] },
        topologyKey: 'zone',
        namespaces: ['x', 'y'],
      }],
    },
  });
});

test('pods that should not share a node are in the namespace of the gateway', () => {
  expect(affinity({
    podAntiAffinityTermLabelSelector: [{ key: 'app', operator: 'Exists', topologyKey: 'zone', namespaces: 'x' }],
  })).toEqual({
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{
        podAffinityTerm: { labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, topologyKey: 'zone' },
        weight: 100,
      }],
    },
  });
});

test('from the eleventh on, values stand in the order in which Istio has them', () => {
  expect(affinity({
    podAntiAffinityLabelSelector: [{ key: 'app', operator: 'In', values: 'a,b,c,d,e,f,g,h,i,j,k', topologyKey: 'zone' }],
  })).toMatchObject({
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{
        labelSelector: { matchExpressions: [{ values: ['a', 'b', 'k', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] }] },
      }],
    },
  });
});

test('nodes are those of the gateway, or else of all components', () => {
  const terms = (key: string): object => ({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['1'] }] }] },
    },
  });
  const global = { defaultNodeSelector: { all: '1' } };
  expect(affinity({}, { global })).toEqual(terms('all'));
  expect(affinity({ nodeSelector: { own: 1 } }, { global })).toEqual(terms('own'));
});

test.each([['arch'], ['defaultNodeSelector']])('%s that is null asks for no nodes', (name) => {
  expect(affinity({}, { global: { [name]: null } })).toBeUndefined();
});

test('labels that are null are refused: nothing would find the pods', () => {
  expect(() => ingress({ labels: null })).toThrow(new Error('The labels of the gateway are null, and nothing would find its pods. Leave them out, or give a map.'));
});
