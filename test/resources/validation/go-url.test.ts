import { parseRequestUrl } from '../../../src/resources/validation/go-url';

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
  'http://a\n/', 'http://a#b', 'http://u^@a/', 'http://[::1]x/', '?a', 'http://[::1%25]/',
])('Go does not read %j', (text) => {
  expect(parseRequestUrl(text)).toBeUndefined();
});
