import { parseRequestUri, parseUrl } from '../../../../../src/resources/validation/admission/common/urls';

test.each([
  ['https://example.com/a?b#c', 'https', ''],
  ['HTTPS://EXAMPLE.COM:8443', 'https', '8443'],
  ['http://user:p@ss@example.com:80/', 'http', '80'],
  ['http://[2001:db8::1]:80', 'http', '80'],
  ['http://[fe80::1%25eth0]', 'http', ''],
  ['http://[fe80::1%25a%20b]', 'http', ''],
  ['http://m%C3%BCnchen.example', 'http', ''],
  ['db://a:1:2', 'db', '2'],
  ['mailto:a%zz', 'mailto', ''],
  ['http:a', 'http', ''],
  ['//example.com:80/a', '', '80'],
  ['a/b:c', '', ''],
  ['*', '', ''],
  ['', '', ''],
])('%s is a URL', (text, scheme, port) => {
  expect(parseUrl(text)).toEqual({ scheme, port });
});

test.each([
  'http://a b', 'http://a/\n', 'http://a/%zz', 'http://a#%zz', 'http://a:x', 'http://a:80:80', 'http://u p@a', 'http://u%zz@a', 'http://%41', 'http://a|b',
  'http://[::1', 'http://[::1]x', 'http://[1.2.3.4]', 'http://[fe80::1%eth0]', 'http://[fe80::1%25]', 'http://[::1%25a%00]', 'http://x[::1]', ':a', '1a:b',
])('%s is none', (text) => {
  expect(parseUrl(text)).toBeUndefined();
});

test('a request asks for a URL that is absolute, or a path from the root', () => {
  expect(['a', 'a/b', '', '1a:b'].map(parseRequestUri)).toEqual([undefined, undefined, undefined, undefined]);
  expect(['/a', '//a:x/b', 'a:b', '*'].map((text) => parseRequestUri(text)?.scheme)).toEqual(['', '', 'a', '']);
});
