/** A document of a stream, or a line that divides two. */
export interface StreamPart {
  readonly text: string;
  readonly separator: boolean;
}

const DIVIDER = /^(---|\.\.\.)[ \t]*([ \t]#.*)?\r?\n?$/;
/** A divider with the beginning of its document on the same line. */
const DIVIDER_WITH_CONTENT = /^---[ \t]/;

/** Divides a stream into its documents and the lines between them. Joined again, the parts are the stream. */
export function splitDocuments(text: string): StreamPart[] {
  const parts: StreamPart[] = [];
  let current = '';
  const flush = (): void => {
    if (current !== '') parts.push({ text: current, separator: false });
    current = '';
  };
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (isDirectives(current) && line.startsWith('---')) {
      current += line;
    } else if (DIVIDER.test(line)) {
      flush();
      parts.push({ text: line, separator: true });
    } else {
      if (DIVIDER_WITH_CONTENT.test(line)) flush();
      current += line;
    }
  }
  flush();
  return parts;
}

/** Whether a text is the head of a document: what stands before its own line of dashes. */
function isDirectives(text: string): boolean {
  return /^%/.test(text) && text.split('\n').every((line) => /^\s*($|[%#])/.test(line));
}
