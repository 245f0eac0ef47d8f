import { LATER } from '../../../src/install/values/later';
import { installSchema } from '../../../src/install/values/schema';

test('what is refused as unfinished is known to schema/', () => {
  const fields = Object.entries(LATER).flatMap(([message, names]) => names.map((name) => `${message}.${name}`));
  expect(fields.filter((name) => installSchema().messages[name.split('.')[0]]?.fields[name.split('.')[1]] === undefined)).toEqual([]);
});

test('of values of charts, nothing is unfinished', () => {
  expect(Object.keys(LATER).filter((message) => !/Component$|^IstioOperatorSpec$/.test(message))).toEqual([]);
});
