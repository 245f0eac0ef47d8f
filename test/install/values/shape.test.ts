import { check } from '../../../src/install/values/check';
import { parsePath } from '../../../src/install/values/path';
import { Shapes } from '../../../src/install/values/shape';
import { Bundle } from '../../../src/resources/bundle';

const TOY: Bundle = {
  scalars: {},
  kinds: {},
  enums: { Color: ['red', 'green'] },
  messages: {
    Toy: {
      fields: {
        color: { is: 'Color', default: '' },
        strict: 'Color',
        count: 'uint32',
        offset: 'int32',
        weights: 'double{}',
        time: 'seconds?',
        parts: 'Toy[]',
        names: { list: { is: 'string', maxLength: 3 } },
        free: 'struct',
        one: 'string',
        two: 'string',
        unfinished: 'string',
      },
      aliases: { old_count: 'count' },
      atMostOne: [['one', 'two']],
    },
  },
};

const shape = new Shapes(TOY, { Toy: ['unfinished'] }).type('Toy');
const take = (path: string, value: unknown): void => check(shape, path === '' ? [] : parsePath(path), value, 'here');

test.each([
  ['color', ''], ['color', 'red'], ['count', 4294967295], ['offset', -2147483648], ['weights.a', 0.5], ['time', '-1.000000001s'],
  ['parts[0].parts[1].count', 1], ['names', ['long enough']], ['free.any.thing[0]', true], ['old_count', 1], ['', { one: 'x', two: undefined }],
])('%s may be %j', (path, value) => {
  expect(() => take(path, value)).not.toThrow();
});

test.each([
  ['color', 'blue', 'The setting "color" takes one of red, green, and "blue" is something else (here).'],
  ['strict', '', 'The setting "strict" takes one of red, green, and "" is something else (here).'],
  ['count', -1, 'The setting "count" takes a whole number of 0 or more, and -1 is something else (here).'],
  ['count', 4294967296, 'The setting "count" takes a whole number of 0 or more, and 4294967296 is something else (here).'],
  ['offset', 1.5, 'The setting "offset" takes a whole number, and 1.5 is something else (here).'],
  ['time', '1m', 'The setting "time" takes a duration such as "1.5s", and "1m" is something else (here).'],
  ['free', 'text', 'The setting "free" takes a map, and "text" is something else (here).'],
  ['parts[0].coulor', 'red', 'There is no setting "parts[0].coulor" (here). Did you mean "parts[0].color"? Of "parts[0]" these can be set: color, count, free, names, offset, one, parts, strict, time, two, weights.'],
  ['unfinished', 'x', 'The setting "unfinished" is not supported yet (here). These can be set: color, count, free, names, offset, one, parts, strict, time, two, weights.'],
  ['parts[0]', { one: 'x', two: 'y' }, 'Of "parts[0]" both one and two are set (here). Set one of: one, two.'],
])('%s may not be %j', (path, value, message) => {
  expect(() => take(path, value)).toThrow(new Error(message));
});

test('a type that schema/ does not have is refused', () => {
  expect(() => new Shapes(TOY).type('Nothing')).toThrow(new Error('schema/ has no type "Nothing". Define it, or correct the name.'));
});
