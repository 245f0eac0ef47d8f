import { StringMatch } from '../../src';
import { matchTitle } from '../../src/traffic/match-title';
import { requestMatches } from '../../src/traffic/request-match';

test('a match in words names all that it asks for', () => {
  const [match] = requestMatches({
    pathPrefix: '/shop',
    ignoreUriCase: true,
    method: StringMatch.exact('GET'),
    headers: { 'x-b': StringMatch.regex('v.*'), 'x-a': StringMatch.prefix('1') },
    queryParams: { page: StringMatch.exact('2') },
    port: 80,
  });
  expect(matchTitle(match)).toBe(
    'path "/shop" and below in any case, method "GET", header "x-a" from "1", header "x-b" like "v.*", query parameter "page" "2" and port 80');
});

test('a match that asks for nothing is for every request', () => {
  expect(matchTitle(requestMatches({})[0])).toBe('every request');
});
