import { goneBack, wayBack, WayBack } from '../injection/record';
import { JsonObject } from '../reference/json';

/*
 * What an injected document was before stands in a comment at its end, so that the proxy can be taken out again and nothing is lost.
 * It is no part of the object.
 */

const MARK = '# For cdk8s-istio inject --remove: ';
const RECORD = /(\n)?# For cdk8s-istio inject --remove: ([^\n]*)(\n)?$/;

/** What a document was: the way back to its object, and whether its last line had no end. */
export interface InjectRecord {
  readonly back: WayBack;
  readonly open?: true;
}

/** The document with the record of what it was; one that has a record keeps it. */
export function withRecord(text: string, { text: given, before, after }: { text: string; before: JsonObject; after: JsonObject }): string {
  if (given.includes(MARK)) return text;
  const back = wayBack(after, before);
  // What was injected before by others was something else yet, of which nothing is known.
  if (back === undefined || given.includes('sidecar.istio.io/status')) return text;
  const record: InjectRecord = { back, ...(!given.endsWith('\n') && { open: true }) };
  const line = `${MARK}${JSON.stringify(record)}`;
  return text.endsWith('\n') ? `${text}${line}\n` : `${text}\n${line}`;
}

/** The document without its record. */
export function withoutRecord(text: string): string {
  return text.replace(RECORD, (_, before: string | undefined, _record, end: string | undefined) => (end === undefined ? '' : before ?? ''));
}

/** The record of a document, if it has one that can be read. */
export function recordOf(text: string): InjectRecord | undefined {
  const found = RECORD.exec(text);
  if (!found) return undefined;
  try {
    return JSON.parse(found[2]) as InjectRecord;
  } catch {
    throw new Error('The record of what the document was before, in the comment at its end, cannot be read. Remove the comment, and the proxy is taken out without it.');
  }
}

/** The object as its record says that it was. */
export function asRecorded(object: JsonObject, { back }: InjectRecord): JsonObject {
  return goneBack(object, back) as JsonObject;
}
