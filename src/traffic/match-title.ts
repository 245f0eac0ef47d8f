import { ConnectionRule } from './connection-rules';
import { NamedMatches, PathMatch, RequestMatch } from './request-match';
import { IRouteSource } from './route-source';
import { TextMatch } from './text-match';
import { inSentence, labelText, listed } from '../reference/fail';

/** A match of requests in words, for messages: `path "/shop" and below and method "GET"`. */
export function matchTitle(match: RequestMatch): string {
  const parts = [
    match.path && `path ${pathTitle(match.path)}`,
    match.method && `method ${textTitle(match.method)}`,
    ...namedTitles('header', match.headers),
    ...namedTitles('no header', match.withoutHeaders),
    ...namedTitles('query parameter', match.queryParams),
    ...namedTitles('claim', match.claims),
    match.scheme && `scheme ${textTitle(match.scheme)}`,
    match.authority && `authority ${textTitle(match.authority)}`,
    match.port !== undefined && `port ${match.port}`,
    match.source && sourceTitle(match.source),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? 'every request' : inSentence(parts);
}

/** A match of connections in words, for messages. */
export function connectionTitle({ port, match: { destinationSubnets = [], source, sniHosts = [] } }: ConnectionRule): string {
  return inSentence([
    `port ${port.number}`,
    ...(destinationSubnets.length > 0 ? [`destination ${listed(destinationSubnets)}`] : []),
    ...(sniHosts.length > 0 ? [`server name ${listed(sniHosts)}`] : []),
    ...(source === undefined ? [] : [sourceTitle(source)]),
  ]);
}

function pathTitle({ how, value, ignoreCase }: PathMatch): string {
  const compared = how === 'segments' ? `"${value}" and below` : textTitle({ how, value });
  return ignoreCase ? `${compared} in any case` : compared;
}

function textTitle({ how, value }: TextMatch): string {
  switch (how) {
    case 'exact': return `"${value}"`;
    case 'prefix': return `from "${value}"`;
    case 'regex': return `like "${value}"`;
    default: return 'of any value';
  }
}

function namedTitles(what: string, matches: NamedMatches): string[] {
  return [...matches].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, text]) => `${what} "${name}" ${textTitle(text)}`);
}

function sourceTitle({ sourceNamespace, sourceLabels }: IRouteSource): string {
  return `callers of namespace "${sourceNamespace}" with labels ${labelText(sourceLabels)}`;
}
