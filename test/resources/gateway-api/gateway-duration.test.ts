import { Duration } from 'cdk8s';
import { GatewayDuration } from '../../../src/resources/gateway-api';

test.each([
  [GatewayDuration.seconds(10), '10s'],
  [GatewayDuration.millis(300), '300ms'],
  [GatewayDuration.seconds(1.1), '1s100ms'],
  [GatewayDuration.minutes(90), '1h30m'],
  [GatewayDuration.hours(99_999), '99999h'],
  [GatewayDuration.seconds(0), '0s'],
  [GatewayDuration.of(Duration.seconds(75)), '1m15s'],
  [GatewayDuration.parse('90m'), '90m'],
])('%s is written with whole numbers', (duration, text) => {
  expect([duration.resolve(), `${duration}`, /^([0-9]{1,5}(h|m|s|ms)){1,4}$/.test(duration.text)]).toEqual([text, text, true]);
});

test('a duration is as long as another one that is written otherwise', () => {
  expect(GatewayDuration.parse('90m').isEqualTo(GatewayDuration.parse('1h30m'))).toBe(true);
  expect(GatewayDuration.parse('90m').isEqualTo(GatewayDuration.parse('91m'))).toBe(false);
  expect(GatewayDuration.parse('1m1s1ms').toMilliseconds()).toBe(61_001);
});

test.each(['1.5s', '10', '-1s', '100000s', '1h1m1s1ms1ms', '', '5 s', '1d'])('"%s" is refused', (text) => {
  expect(() => GatewayDuration.parse(text)).toThrow(new Error(
    `"${text}" is not a duration of the Gateway API. Give whole numbers with their units, such as 10s, 1h30m or 1s500ms.`));
});

test.each([
  [() => GatewayDuration.millis(0.5), '0.5ms'],
  [() => GatewayDuration.seconds(-1), '-1s'],
  [() => GatewayDuration.minutes(NaN), 'NaNm'],
  [() => GatewayDuration.hours(100_000), '100000h'],
])('what has no such form is refused', (make, text) => {
  expect(make).toThrow(new Error(`${text} cannot be written as a duration of the Gateway API. Give whole milliseconds, from 0 to 99999 hours.`));
});
