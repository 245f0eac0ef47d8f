import { goneBack, wayBack, WayBack } from '../injection/record';
import { removeProxy } from '../injection/remove';
import { JsonObject } from '../reference/json';
import { LineChange, lineChanges, withLineChanges } from '../yaml/line-changes';
import { editDocuments, saysTheSame, WrittenChange } from '../yaml/stream';

/*
 * What an injected document was before stands in a comment at its end, so that the proxy can be taken out again and nothing is lost.
 * It is no part of the object.
 */

const MARK = '# For cdk8s-istio inject --remove: ';
const RECORD = /(\n)?# For cdk8s-istio inject --remove: ([^\n]*)(\n)?$/;

/** What a document was. */
interface InjectRecord {
  /** The way back to its object. */
  readonly back: WayBack;
  /** Whether its last line had no end. */
  readonly open?: true;
  /** The lines that would come out otherwise than they were: with quotes that they did not need, in braces, with blanks between. */
  readonly lines?: readonly LineChange[];
}

/** The document with the record of what it was; one that has a record keeps it. */
export function withRecord(text: string, { text: given, before, after, reversible }: WrittenChange): string {
  if (given.includes(MARK)) return text;
  const back = wayBack(after, before);
  // What was injected before by others was something else yet, of which nothing is known.
  if (back === undefined || given.includes('sidecar.istio.io/status')) return text;
  const record: InjectRecord = { back, ...(!given.endsWith('\n') && { open: true }) };
  const recorded = ending(text, record);
  if (reversible) return recorded;
  const lines = lineChanges([...withoutProxies([recorded], '')].join(''), given);
  return lines.length === 0 ? recorded : ending(text, { ...record, lines });
}

function ending(text: string, record: InjectRecord): string {
  const line = `${MARK}${JSON.stringify(record).replace(UNPRINTABLE, escaped)}`;
  return text.endsWith('\n') ? `${text}${line}\n` : `${text}\n${line}`;
}

/** What Go's reader refuses, or takes for the end of a line, in comments too. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The documents without their proxies: those with a record as they were, as far as nobody changed them since. */
export function withoutProxies(input: Iterable<string>, file: string): Iterable<string> {
  let record: InjectRecord | undefined;
  return editDocuments(input, file, {
    before: (text) => {
      record = recordOf(text);
      return withoutRecord(text);
    },
    change: (object) => (record === undefined ? removeProxy(object) : goneBack(object, record.back) as JsonObject),
    after: (text, { after }) => {
      const usual = record?.open ? text.replace(/\n$/, '') : text;
      if (!record?.lines) return usual;
      const result = withLineChanges(usual, record.lines);
      // Lines that were changed since may say something else together with those of before.
      return saysTheSame(result, after) ? result : usual;
    },
  });
}

/** The document without its record. */
function withoutRecord(text: string): string {
  return text.replace(RECORD, (_, before: string | undefined, _record, end: string | undefined) => (end === undefined ? '' : before ?? ''));
}

/** The record of a document, if it has one that can be read. */
function recordOf(text: string): InjectRecord | undefined {
  const found = RECORD.exec(text);
  if (!found) return undefined;
  try {
    return JSON.parse(found[2]) as InjectRecord;
  } catch {
    throw new Error('The record of what the document was before, in the comment at its end, cannot be read. Remove the comment, and the proxy is taken out without it.');
  }
}
