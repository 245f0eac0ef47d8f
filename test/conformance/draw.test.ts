import { Draw } from '../../conformance/generate/draw';

const numbers = (draw: Draw, count = 5) => Array.from({ length: count }, () => draw.int(0, 999));

test('The same seed gives the same draws, and another seed others', () => {
  expect(numbers(new Draw(7))).toEqual(numbers(new Draw(7)));
  expect(numbers(new Draw(7))).not.toEqual(numbers(new Draw(8)));
});

test('Draws lie between both ends, which are drawn too', () => {
  const draw = new Draw(1);
  const drawn = new Set(Array.from({ length: 200 }, () => draw.int(3, 6)));
  expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
});

test('Without oddness every value is a good one', () => {
  const draw = new Draw(1);
  expect(new Set(Array.from({ length: 100 }, () => draw.value(['good'], ['odd'])))).toEqual(new Set(['good']));
  expect(draw.oddly(() => 'odd')).toBeUndefined();
});

test('One place of many is odd where its number is asked for', () => {
  const values = (only: number) => {
    const draw = new Draw(1, { only });
    return Array.from({ length: 4 }, () => draw.value(['good'], ['odd']));
  };
  expect(values(2)).toEqual(['good', 'good', 'odd', 'good']);
  expect(values(-1)).toEqual(['good', 'good', 'good', 'good']);
});

test('Places are counted, and what is drawn before the odd one stays as it was', () => {
  const draw = (only: number) => {
    const one = new Draw(5, { only });
    const before = numbers(one, 3);
    one.value([1], [2]);
    one.oddly(() => 3);
    return { before, places: one.places };
  };
  expect(draw(1)).toEqual(draw(-1));
  expect(draw(-1).places).toBe(2);
});

test('A share of the places is odd', () => {
  const draw = new Draw(3, { share: 0.5 });
  const odd = Array.from({ length: 400 }, () => draw.value(['good'], ['odd'])).filter((value) => value === 'odd').length;
  expect(odd).toBeGreaterThan(150);
  expect(odd).toBeLessThan(250);
});

test('Some of the choices keep their order, and there are at least as many as asked for', () => {
  const draw = new Draw(9);
  for (let round = 0; round < 50; round++) {
    const some = draw.some(['a', 'b', 'c'], 2);
    expect(some.length).toBeGreaterThanOrEqual(2);
    expect([...some].sort()).toEqual(some);
  }
});
