import { Duration } from 'cdk8s';
import { ProtoDuration } from '../../src';
import { goDuration } from '../../src/reference/go-duration';
import { fc } from '../properties';

test.each([
  [ProtoDuration.seconds(5), '5s', 5000],
  [ProtoDuration.seconds(1.5), '1.5s', 1500],
  [ProtoDuration.seconds(0), '0s', 0],
  [ProtoDuration.millis(100), '0.1s', 100],
  [ProtoDuration.millis(0.0005), '0.0000005s', 0.0005],
  [ProtoDuration.minutes(5), '300s', 300_000],
  [ProtoDuration.hours(24), '86400s', 86_400_000],
  [ProtoDuration.of(Duration.minutes(2)), '120s', 120_000],
  [ProtoDuration.of(Duration.millis(1500)), '1.5s', 1500],
  [ProtoDuration.parse('1h30m'), '1h30m', 5_400_000],
  [ProtoDuration.parse('.5s'), '.5s', 500],
])('%s is written %s', (duration, text, milliseconds) => {
  expect([duration.text, `${duration}`, duration.resolve(), duration.toMilliseconds()]).toEqual([text, text, text, milliseconds]);
});

test.each<[string, bigint | undefined]>([
  ['0', 0n], ['-0', 0n], ['+5s', 5_000_000_000n], ['-1.5h', -5_400_000_000_000n], ['1us', 1000n], ['1µs', 1000n], ['1μs', 1000n], ['1.5ns', 1n], ['1.s', 1_000_000_000n],
  ['1h1m1s1ms1us1ns', 3_661_001_001_001n], ['9223372036854775807ns', 9_223_372_036_854_775_807n], ['-9223372036854775808ns', -9_223_372_036_854_775_808n],
  ['9223372036854775808ns', undefined], ['', undefined], ['-', undefined], ['5', undefined], ['5 s', undefined], ['5d', undefined], ['.s', undefined], ['s', undefined],
  ['1e3s', undefined], ['--1s', undefined], ['1s ', undefined], ['1constructor', undefined], ['00', undefined],
])('Go reads %j as %s nanoseconds', (text, nanoseconds) => {
  expect(goDuration(text)).toBe(nanoseconds);
});

test('what Go does not read is refused with the text', () => {
  expect(() => ProtoDuration.parse('5 seconds')).toThrow(new Error(
    '"5 seconds" is not a duration. Give numbers with their units, such as 1.5s, 300ms or 1h30m.'));
});

test.each([-1, NaN, Infinity, 1e300])('%s seconds are refused', (amount) => {
  expect(() => ProtoDuration.seconds(amount)).toThrow(new Error(`${amount} is not a length of time. Give a number of 0 or more, up to 292 years.`));
});

test('durations are equal when they are as long, however they are written', () => {
  expect(ProtoDuration.parse('1m').isEqualTo(ProtoDuration.seconds(60))).toBe(true);
  expect(ProtoDuration.parse('1m').isEqualTo(ProtoDuration.parse('61s'))).toBe(false);
});

test('whatever is made from a number is written so that reading it gives the number', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (milliseconds) => {
    const duration = ProtoDuration.millis(milliseconds);
    expect(duration.text).toMatch(/^\d+(\.\d{1,9})?s$/);
    expect(ProtoDuration.parse(duration.text).toMilliseconds()).toBe(milliseconds);
  }));
});
