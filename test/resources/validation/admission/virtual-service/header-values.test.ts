import { headerValueFlaw } from '../../../../../src/resources/validation/admission/virtual-service/header-values';

test.each([
  '', 'text', 'tab\tis text', '100%%', '%HOSTNAME%', 'a %REQ(x-a)% b', '%REQ(x)%-%RESP(y)%', '%A(["a"])%', '%A( [ "a" , "b" ] ) %', '%A(["a\\"b"])%', '%A(a"  , "b"])%', '%A(["a)%',
])('Envoy takes the value %j', (value) => {
  expect(headerValueFlaw(value)).toBeUndefined();
});

test.each([
  ['100%', 4], ['%A', 1], ['x %A(% y', 3], ['%A()%', 1], ['%A(["a" "b"])%', 1], ['%A([a])%', 1], ['%A(["a"],)%', 1], ['%A(a) x%', 1], ['%A(\\', 1], ['%B% %A(a', 5],
])('of the value %j, character %i begins no variable', (value, position) => {
  expect(headerValueFlaw(value)).toEqual({
    problem: `The "%" at character ${position} of ${JSON.stringify(value)} begins no variable of Envoy's`,
    fix: 'Write "%%" for a percent sign, and variables as "%NAME%" or "%NAME(ARGUMENTS)%"',
  });
});

test.each(['a\nb', '\u0000', '\u007f'])('control characters are refused: %j', (value) => {
  expect(headerValueFlaw(value)).toEqual({ problem: `${JSON.stringify(value)} has a control character`, fix: 'Remove it' });
});
