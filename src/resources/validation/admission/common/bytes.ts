// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

/** The length of a text in UTF-8, which is what Go's limits count. */
export function byteLength(text: string): number {
  return ASCII.test(text) ? text.length : Buffer.byteLength(text);
}
