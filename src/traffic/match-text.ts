import { NamedMatches, RequestMatch } from './request-match';
import { TextMatch } from './text-match';
import { labelText } from '../reference/fail';

/** A match in a message, such as `path prefix "/shop/", header x-user exact "jason"`. */
export function matchText(match: RequestMatch): string {
  const { path, source } = match;
  const parts = [
    path && `path ${path.how} "${path.value}"${path.ignoreCase ? ' in any case' : ''}`,
    match.method && `method ${text(match.method)}`,
    ...named('header', match.headers),
    ...named('no header', match.withoutHeaders),
    ...named('parameter', match.queryParams),
    ...named('claim', match.claims),
    match.scheme && `scheme ${text(match.scheme)}`,
    match.authority && `authority ${text(match.authority)}`,
    match.port && `port ${match.port}`,
    source && `from namespace "${source.sourceNamespace}"${Object.keys(source.sourceLabels).length > 0 ? ` (${labelText(source.sourceLabels)})` : ''}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'any request' : parts.join(', ');
}

function text({ how, value }: TextMatch): string {
  return how === 'present' ? 'of any value' : `${how} "${value}"`;
}

function named(what: string, matches: NamedMatches): string[] {
  return [...matches].map(([name, match]) => `${what} ${name} ${text(match)}`);
}
