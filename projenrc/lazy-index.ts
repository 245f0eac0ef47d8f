/*
 * Rewrites the compiled entry of the package, lib/index.js, so that each room is loaded when a name of it is first used. Importing the
 * library then costs little more than importing cdk8s, however much it exports. Names, types and values stay the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

const ENTRY = path.join(__dirname, '..', 'lib', 'index.js');
const ALL_OF = /^__exportStar\(require\("(.+)"\), exports\);$/;
const NAMESPACE = /^exports\.(\w+) = __importStar\(require\("(.+)"\)\);$/;

/** The entry in its lazy form. */
export function lazyEntry(compiled: string, namesOf: (room: string) => string[]): string {
  const names = new Map<string, string>();
  const put = (name: string, load: string): void => {
    if (names.has(name)) throw new Error(`lib/index.js exports "${name}" twice. Rename one of them in src/.`);
    names.set(name, load);
  };
  for (const line of compiled.split('\n')) {
    const [, room] = ALL_OF.exec(line) ?? [];
    const [, namespace, place] = NAMESPACE.exec(line) ?? [];
    if (room !== undefined) namesOf(room).forEach((name) => put(name, `require(${JSON.stringify(room)}).${name}`));
    if (namespace !== undefined) put(namespace, `require(${JSON.stringify(place)})`);
  }
  if (names.size === 0) throw new Error('lib/index.js has no exports that could be made lazy. Compile with jsii first.');
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    'function lazily(name, load) {',
    '  const get = () => {',
    '    const value = load();',
    '    Object.defineProperty(exports, name, { enumerable: true, configurable: true, value });',
    '    return value;',
    '  };',
    '  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });',
    '}',
    ...[...names].map(([name, load]) => `lazily(${JSON.stringify(name)}, () => ${load});`),
    '// For those who import by name from an ES module: Node reads the names here without running this file.',
    `0 && (module.exports = { ${[...names.keys()].join(', ')} });`,
    '',
  ].join('\n');
}

if (require.main === module) {
  const compiled = readFileSync(ENTRY, 'utf8');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const namesOf = (room: string): string[] => Object.keys(require(path.join(path.dirname(ENTRY), room)));
  if (!compiled.includes('function lazily(')) writeFileSync(ENTRY, lazyEntry(compiled, namesOf));
}
