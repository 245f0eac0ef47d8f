import { Said, said } from '../said';

function policy(fields: object): object {
  return { host: 'web', trafficPolicy: fields };
}

function balancer(fields: object): object {
  return policy({ loadBalancer: fields });
}

function hash(fields: object): object {
  return balancer({ consistentHash: fields });
}

function locality(fields: object): object {
  return policy({ outlierDetection: {}, loadBalancer: { localityLbSetting: fields } });
}

function distribute(to: object): object {
  return locality({ distribute: [{ from: 'a', to }] });
}

function zoneAware(fields: object): object {
  return policy({ outlierDetection: {}, loadBalancer: { zoneAwareLbSetting: fields } });
}

describe('a hash', () => {
  test.each<[string, object, Said[]]>([
    ['is of a header', hash({ httpHeaderName: 'x-user' }), []],
    ['is of a cookie with a name', hash({ httpCookie: {} }), [
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.name', 'The cookie has no name', 'Give one, such as "user"'],
    ]],
    ['is of a cookie with attributes that have names', hash({ httpCookie: { name: 'a', attributes: [{ name: 'b' }, {}, { name: 'b' }] } }), [
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes[1].name', 'The attribute of the cookie has no name',
        'Give one, such as "SameSite"'],
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes[2].name', 'The cookie has the attribute "b" twice',
        'Give each attribute once'],
    ]],
    ['has no deprecated field, else there is a warning', hash({ useSourceIp: true, minimumRingSize: 1024 }), [
      ['warning', 'spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize', '"minimumRingSize" is deprecated',
        'Use "ringHash.minimumRingSize"'],
    ]],
    ['has one size', hash({ useSourceIp: true, minimumRingSize: 1024, ringHash: {} }), [
      ['warning', 'spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize', '"minimumRingSize" is deprecated',
        'Use "ringHash.minimumRingSize"'],
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize', 'The size of the ring is given beside "ringHash" or "maglev"',
        'Remove "minimumRingSize"'],
    ]],
    ['has a table of a size', hash({ useSourceIp: true, maglev: {} }), [
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize', 'The Maglev table has no size',
        'Give a prime number below 5000011, such as 65537'],
    ]],
    ['has a table of a prime size', hash({ useSourceIp: true, maglev: { tableSize: 65536 } }), [
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize', 'The Maglev table cannot have 65536 entries',
        'Give a prime number below 5000011, such as 65537'],
    ]],
    ['has a table that Envoy takes', hash({ useSourceIp: true, maglev: { tableSize: 5000011 } }), [
      ['error', 'spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize', 'The Maglev table cannot have 5000011 entries',
        'Give a prime number below 5000011, such as 65537'],
    ]],
    ['has a table', hash({ useSourceIp: true, maglev: { tableSize: 65537 } }), []],
    ['has a table of one, which Envoy takes for a prime number', hash({ useSourceIp: true, maglev: { tableSize: 1 } }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('warm-up', () => {
  test.each<[string, object, Said[]]>([
    ['has a duration', balancer({ warmup: {} }), [
      ['error', 'spec.trafficPolicy.loadBalancer.warmup.duration', 'The warm-up has no duration', 'Give one, such as "30s"'],
    ]],
    ['has one of a millisecond at least', balancer({ warmup: { duration: '1us' } }), [
      ['error', 'spec.trafficPolicy.loadBalancer.warmup.duration', '"1us" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
    ['has a percentage', balancer({ warmup: { duration: '1s', minimumPercent: 101 } }), [
      ['error', 'spec.trafficPolicy.loadBalancer.warmup.minimumPercent', '101 is not a percentage', 'Give a number from 0 to 100'],
    ]],
    ['has an aggression above 0', balancer({ warmup: { duration: '1s', aggression: 0 } }), [
      ['error', 'spec.trafficPolicy.loadBalancer.warmup.aggression', 'The aggression of the warm-up is 0', 'Give a number above 0, such as 1'],
    ]],
    ['has an aggression between 0 and 1', balancer({ warmup: { duration: '1s', aggression: 0.5, minimumPercent: 100 } }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('localities', () => {
  test.each<[string, object, Said[]]>([
    ['are by locality or by zone', balancer({ localityLbSetting: {}, zoneAwareLbSetting: {} }), [
      ['error', 'spec.trafficPolicy.loadBalancer', 'Load balancing is by locality and by zones',
        'Keep "localityLbSetting" or "zoneAwareLbSetting"'],
    ]],
    ['distribute or fail over', locality({ distribute: [{ from: 'a', to: { a: 100 } }], failover: [{ from: 'a', to: 'b' }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting', 'Traffic is distributed and fails over, both by region',
        'Keep "distribute" or "failover"'],
    ]],
    ['fail over by region or by labels of the place',
      locality({ failover: [{ from: 'a', to: 'b' }], failoverPriority: ['app', 'topology.kubernetes.io/zone'] }), [
        ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.failoverPriority[1]', '"topology.kubernetes.io/zone" orders endpoints by place, and so does "failover"',
          'Remove the label, or "failover"'],
      ]],
    ['fail over by other labels too', locality({ failover: [{ from: 'a', to: 'b' }], failoverPriority: ['topology.istio.io/network'] }), []],
    ['fail over to another region', locality({ failover: [{ from: 'a', to: 'a' }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0]', 'Traffic fails over from "a" to itself',
        'Name another region in "to"'],
    ]],
    ['fail over by whole regions', locality({ failover: [{ from: 'a/b', to: 'c*' }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0].from', '"a/b" is not a region alone',
        'Name one region, without zones and wildcards'],
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0].to', '"c*" is not a region alone',
        'Name one region, without zones and wildcards'],
    ]],
    ['fail over when endpoints fail, else there is a warning', balancer({ localityLbSetting: { failoverPriority: ['app'] } }), [
      ['warning', 'spec.trafficPolicy.loadBalancer.localityLbSetting', 'Nothing says when endpoints count as failed, so traffic never fails over',
        'Add "outlierDetection" beside "loadBalancer"'],
    ]],
    ['have weights', distribute({ 'b/c/*': 50, 'd/*': 50 }), []],
    ['have weights above 0', distribute({ b: 0, c: 100 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to.b', 'The weight 0 is out of range',
        'Give a number from 1 to 100'],
    ]],
    ['have weights up to 100', distribute({ b: 101 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to.b', 'The weight 101 is out of range',
        'Give a number from 1 to 100'],
    ]],
    ['have weights of 100 in all', distribute({ b: 50, c: 49 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to', 'The weights add up to 99', 'Let them add up to 100'],
    ]],
    ['have some weights', distribute({}), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to', 'The weights add up to 0', 'Let them add up to 100'],
    ]],
    ['do not overlap with a region', distribute({ 'b': 50, 'b/c': 50 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b/c"]', '"b/c" overlaps with a place named before',
        'Name each place once'],
    ]],
    ['do not overlap with all', distribute({ 'b': 50, '*': 50 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to.b', '"b" overlaps with a place named before',
        'Name each place once'],
    ]],
    ['do not overlap with a zone', distribute({ 'b/c': 50, 'b/c/d': 50 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b/c/d"]', '"b/c/d" overlaps with a place named before',
        'Name each place once'],
    ]],
    ['do not overlap with the subzones of a zone', distribute({ 'b/c/d': 50, 'b/c': 50 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b/c"]', '"b/c" overlaps with a place named before',
        'Name each place once'],
    ]],
    ['do not overlap with all zones', distribute({ 'b/*': 50, 'b/c': 50 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b/c"]', '"b/c" overlaps with a place named before',
        'Name each place once'],
    ]],
    ['have wildcards at the end', distribute({ 'b*/c': 100 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b*/c"]', '"b*/c" has a wildcard that is not at its end',
        'Write it as "region/zone/*"'],
    ]],
    ['have no empty parts', distribute({ 'b//c': 100 }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["b//c"]', '"b//c" has an empty part',
        'Write it as "region/zone/subzone"'],
    ]],
    ['come from places that differ', locality({ distribute: [{ from: 'a/b', to: { a: 100 } }, { from: 'a/b', to: { a: 100 } }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[1].from', '"a/b" overlaps with a place named before',
        'Name each place once'],
    ]],
    ['come from somewhere', locality({ distribute: [{ to: { a: 100 } }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].from', '"" has an empty part',
        'Write it as "region/zone/subzone"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});

describe('zones', () => {
  test.each<[string, object, Said[]]>([
    ['fail over to regions', zoneAware({ failover: [{ from: 'a', to: 'b' }], failoverPriority: ['app'] }), []],
    ['are not ordered by labels of the place', zoneAware({ failoverPriority: ['topology.kubernetes.io/region', 'topology.istio.io/subzone'] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failoverPriority[0]', '"topology.kubernetes.io/region" orders endpoints by place, which zone-aware load balancing does itself',
        'Remove the label'],
      ['error', 'spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failoverPriority[1]', '"topology.istio.io/subzone" orders endpoints by place, which zone-aware load balancing does itself',
        'Remove the label'],
    ]],
    ['fail over to another region', zoneAware({ failover: [{ from: 'a', to: 'a' }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failover[0]', 'Traffic fails over from "a" to itself',
        'Name another region in "to"'],
    ]],
    ['fail over by whole regions', zoneAware({ failover: [{ from: 'a', to: 'b/c' }] }), [
      ['error', 'spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failover[0].to', '"b/c" is not a region alone',
        'Name one region, without zones and wildcards'],
    ]],
    ['fail over when endpoints fail, else there is a warning', balancer({ zoneAwareLbSetting: { failover: [{ from: 'a', to: 'b' }] } }), [
      ['warning', 'spec.trafficPolicy.loadBalancer.zoneAwareLbSetting', 'Nothing says when endpoints count as failed, so traffic never fails over',
        'Add "outlierDetection" beside "loadBalancer"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('DestinationRule', spec)).toEqual(expected);
  });
});
