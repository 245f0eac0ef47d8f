import { Duration } from 'cdk8s';
import { ReleaseGate, ReleasePlan, StringMatch, VersionCookie } from '../../../src';

const gates = [ReleaseGate.successRate(99)];
const preview = [{ headers: { 'x-preview': StringMatch.exact('yes') } }];
const stable = { name: 'stable', weight: 0, mirrorPercentage: 0, preview: [], gates: [] };
const all = { name: '100 %', weight: 100, mirrorPercentage: 0, preview: [], gates: [] };

test('a canary grows from nothing to everything', () => {
  expect(ReleasePlan.canary({ weights: [5, 50], gates, preview }).steps).toEqual([
    stable,
    { name: '5 %', weight: 5, mirrorPercentage: 0, preview, gates },
    { name: '50 %', weight: 50, mirrorPercentage: 0, preview, gates },
    all,
  ]);
});

test('blue/green stands by, and then switches', () => {
  expect(ReleasePlan.blueGreen({ preview, gates }).steps).toEqual([stable, { name: 'stand by', weight: 0, mirrorPercentage: 0, preview, gates }, all]);
});

test('a dark launch copies requests, and answers none', () => {
  expect(ReleasePlan.darkLaunch({ percentages: [10, 100] }).steps).toEqual([
    stable,
    { name: 'copies of 10 %', weight: 0, mirrorPercentage: 10, preview: [], gates: [] },
    { name: 'copies of 100 %', weight: 0, mirrorPercentage: 100, preview: [], gates: [] },
  ]);
});

test('plans follow each other, and the cookie is that of the last', () => {
  const stickiness = VersionCookie.named('web-version');
  const plan = ReleasePlan.darkLaunch()
    .followedBy(ReleasePlan.preview({ match: preview }))
    .followedBy(ReleasePlan.canary({ weights: [10], stickiness }));
  expect(`${plan}`).toBe('stable, copies of 100 %, preview, 10 %, 100 %');
  expect(plan.stickiness).toBe(stickiness);
  expect(plan.at(3).weight).toBe(10);
});

test.each<[() => unknown, string]>([
  [() => ReleasePlan.canary({ weights: [] }), 'The weights are empty. Give whole numbers from 1 to 99, each more than the one before.'],
  [() => ReleasePlan.canary({ weights: [5, 5] }), 'The weights 5, 5 do not grow in whole steps from 1 to 99. Give whole numbers from 1 to 99, each more than the one before.'],
  [() => ReleasePlan.canary({ weights: [100] }), 'The weights 100 do not grow in whole steps from 1 to 99. Give whole numbers from 1 to 99, each more than the one before.'],
  [() => ReleasePlan.darkLaunch({ percentages: [0.5] }), 'The percentages 0.5 do not grow in whole steps from 1 to 100. '
    + 'Give whole numbers from 1 to 100, each more than the one before.'],
  [() => ReleasePlan.preview({ match: [] }), 'The preview has no match. Say which requests get the new version.'],
  [() => ReleasePlan.canary({ weights: [5] }).at(3), 'The plan has no step 3. It has the steps 0 (stable), 1 (5 %), 2 (100 %).'],
  [() => ReleasePlan.blueGreen().followedBy(ReleasePlan.darkLaunch()), 'After stable, stand by, 100 % nothing is left to release. Put what comes before it first.'],
  [() => ReleaseGate.successRate(0), 'A success rate of 0 % is none. Give a share above 0 and at most 100, such as 99.5.'],
  [() => ReleaseGate.latency(Duration.millis(0)), 'A latency of 0 ms cannot be kept. Give a longer time, such as Duration.millis(250).'],
  [() => ReleaseGate.successRate(99, { count: 0 }), '0 is not a number of looks at a figure. Give a whole number above 0.'],
  [() => VersionCookie.named('a b'), '"a b" is not a name for a cookie. Use letters, digits, dashes and dots, such as "web-version".'],
  [() => VersionCookie.named('a', { maxAge: Duration.millis(5) }), 'The cookie "a" would be kept for 5 ms. Give at least a second.'],
])('what no release can be is refused: %#', (action, message) => {
  expect(action).toThrow(new Error(message));
});

test('gates say in words what they ask for', () => {
  const asked = [
    ReleaseGate.pause(Duration.minutes(10)), ReleaseGate.approval(), ReleaseGate.successRate(99.5), ReleaseGate.latency(Duration.seconds(1)),
  ];
  expect(asked.map(String)).toEqual([
    'wait 10 minutes', 'a person agrees', 'at least 99.5 % of the answers are good', '99 % of the answers take at most 1000 ms',
  ]);
});

test.each([
  ['web-version=v2', true], ['a=b; web-version=v2; c=d', true], ['web-version=v1', false], ['my-web-version=v2', false], ['a=b;web-version=v2', true],
  ['web-version=v20', false],
])('the expression for a cookie fits it among others: %s', (header, fits) => {
  const expression = VersionCookie.named('web-version').expression('v2');
  expect(new RegExp(`^${expression}$`).test(header)).toBe(fits);
});
