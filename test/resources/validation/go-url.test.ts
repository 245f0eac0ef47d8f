import { parseRequestUrl, parseUrl, portOf } from '../../../src/resources/validation/go-url';

test.each([
  ['http://a.b:80/c?d=e', { scheme: 'http', host: 'a.b:80', path: '/c', query: 'd=e' }],
  ['HTTP://A', { scheme: 'http', host: 'A', path: '', query: '' }],
  ['/a/b', { scheme: '', host: '', path: '/a/b', query: '' }],
  ['//a/b', { scheme: '', host: '', path: '//a/b', query: '' }],
  ['*', { scheme: '', host: '', path: '*', query: '' }],
  ['mailto:a@b', { scheme: 'mailto', host: '', path: '', query: '' }],
  ['a:5000/b', { scheme: 'a', host: '', path: '', query: '' }],
  ['http:///a', { scheme: 'http', host: '', path: '/a', query: '' }],
  ['http://u:p@a/', { scheme: 'http', host: 'a', path: '/', query: '' }],
  ['http://[::1]:80/', { scheme: 'http', host: '[::1]:80', path: '/', query: '' }],
  ['http://[fe80::1%25en0]/', { scheme: 'http', host: '[fe80::1%en0]', path: '/', query: '' }],
  ['http://a%C3%A9/', { scheme: 'http', host: 'a\u00e9', path: '/', query: '' }],
  ['http://a:/', { scheme: 'http', host: 'a:', path: '/', query: '' }],
])('Go reads %s', (text, url) => {
  expect(parseRequestUrl(text)).toEqual(url);
});

test.each([
  '', 'a', 'a/b', ':a', '1a:b', 'a b', '/a%zz', 'http://a b/', 'http://a:b/', 'http://[::1', 'http://[1.2.3.4]/', 'http://a[::1]/', 'http://%41/',
  'http://a\n/', 'http://a#b', 'http://u^@a/', 'http://[::1]x/', '?a', 'http://[::1%25]/', 'http://[::1%25a%00]/', 'http://[::1%25%C3%A9]/',
  'http://[fe80::1%en0]/', 'http://a:80:80/', 'http://a|b/',
])('Go does not read %j', (text) => {
  expect(parseRequestUrl(text)).toBeUndefined();
});

test('several hosts with ports can be named anywhere but on the web', () => {
  expect(parseRequestUrl('db://a:1,b:2/c')).toEqual({ scheme: 'db', host: 'a:1,b:2', path: '/c', query: '' });
});

test('a path is a URL for who does not ask for one to request', () => {
  expect(['a/b', '', '?c', '//a:80/b', '///a', '1a:b', 'a%zz', '//a:x/b'].map((text) => parseUrl(text)?.path)).toEqual(
    ['a/b', '', '', '/b', '///a', undefined, undefined, undefined]);
});

test('a fragment is cut off, once its escapes are read', () => {
  expect(parseUrl('http://a/b?c#d%20e')).toEqual({ scheme: 'http', host: 'a', path: '/b', query: 'c' });
  expect(parseUrl('http://a#%zz')).toBeUndefined();
});

test('the port of a URL is what stands after the last colon of its host', () => {
  expect(['http://a', 'http://a:', 'http://a:80', 'http://[::1]', 'http://[::1]:443', 'db://a:1:2', 'mailto:a:1'].map((text) => portOf(parseUrl(text)!))).toEqual(
    ['', '', '80', '', '443', '2', '']);
});
