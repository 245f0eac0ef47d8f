/** A document of a stream, or a line that divides two. */
export interface StreamPart {
  readonly text: string;
  readonly separator: boolean;
}

const DIVIDER = /^(---|\.\.\.)[ \t]*([ \t]#.*)?\r?\n?$/;
/** A divider with the beginning of its document on the same line. */
const DIVIDER_WITH_CONTENT = /^---[ \t]/;

/**
 * Divides a stream into its documents and the lines between them, while it is read: no more than one document is held. Joined again,
 * the parts are the stream.
 */
export function* splitDocuments(chunks: Iterable<string>): Generator<StreamPart> {
  let current: string[] = [];
  // Whether all that there is of the document so far is its head: what stands before its own line of dashes.
  let isHead = false;
  const document = (): StreamPart[] => {
    const text = current.join('');
    current = [];
    isHead = false;
    return text === '' ? [] : [{ text, separator: false }];
  };
  for (const line of lines(chunks)) {
    if (isHead && line.startsWith('---')) {
      isHead = false;
      current.push(line);
    } else if (DIVIDER.test(line)) {
      yield* document();
      yield { text: line, separator: true };
    } else {
      if (DIVIDER_WITH_CONTENT.test(line)) yield* document();
      isHead = current.length === 0 ? line.startsWith('%') : isHead && /^\s*($|[%#])/.test(line);
      current.push(line);
    }
  }
  yield* document();
}

/** Lines with their ends, whatever the chunks are divided by. */
function* lines(chunks: Iterable<string>): Generator<string> {
  let rest: string[] = [];
  for (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      const line = chunk.slice(from, end + 1);
      yield rest.length === 0 ? line : rest.join('') + line;
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.slice(from));
  }
  const last = rest.join('');
  if (last !== '') yield last;
}
