import { Percentage, PortNumber } from '../../src';

test('percentages and ports are written as numbers', () => {
  const numbers = [Percentage.of(0), Percentage.of(12.5), Percentage.of(100), PortNumber.of(1), PortNumber.of(65535)];
  expect(numbers.map((number) => number.resolve())).toEqual([0, 12.5, 100, 1, 65535]);
  expect([Percentage.of(12.5), PortNumber.of(80)].map((number) => [`${number}`, number.value])).toEqual([['12.5%', 12.5], ['80', 80]]);
});

test.each([-0.1, 100.1, NaN])('%s is no percentage', (value) => {
  expect(() => Percentage.of(value)).toThrow(new Error(`${value} is not a percentage. Give a number from 0 to 100.`));
});

test.each([0, -1, 65536, 80.5, NaN])('%s is no port', (value) => {
  expect(() => PortNumber.of(value)).toThrow(new Error(`${value} is not a port number. Give a whole number from 1 to 65535.`));
});

test('equal numbers are equal', () => {
  expect([5, 6].map((other) => Percentage.of(5).isEqualTo(Percentage.of(other)))).toEqual([true, false]);
  expect([5, 6].map((other) => PortNumber.of(5).isEqualTo(PortNumber.of(other)))).toEqual([true, false]);
});

test('no port is written as 0', () => {
  expect([PortNumber.none().value, PortNumber.none().resolve()]).toEqual([0, 0]);
});
