/** One setting in the form of the installer. */
export interface Setting {
  readonly path: string;
  readonly value: string;
}

/** Paths that can be set now. */
const PATHS = ['profile', 'hub', 'tag', 'revision'];

/**
 * Reads a setting of the form "path=value".
 *
 * @throws if it has another form, or a path that cannot be set yet: a setting is never ignored
 */
export function parseSet(text: string): Setting {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new Error(`"${text}" is not a setting. Write path=value, such as tag=1.31.4.`);
  }
  const path = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (!PATHS.includes(path)) {
    const near = PATHS.find((known) => distance(known, path) <= 2);
    throw new Error(`"${path}" (with the value "${value}") cannot be set yet.${near ? ` Did you mean "${near}"?` : ''} These can: ${PATHS.join(', ')}.`);
  }
  if (value === '' || /[\s,]/.test(value)) {
    throw new Error(`"${value}" is not a value for "${path}". Give one word, such as ${EXAMPLES[path]}.`);
  }
  if (path === 'tag' && value === 'latest') {
    throw new Error('The tag "latest" is a different image every day. Give the tag of a release, such as 1.31.4.');
  }
  return { path, value };
}

const EXAMPLES: Readonly<Record<string, string>> = { profile: 'minimal', hub: 'registry.example.com/istio', tag: '1.31.4', revision: 'canary' };

/** How many letters must change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
