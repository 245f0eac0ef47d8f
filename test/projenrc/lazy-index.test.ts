import { lazyEntry } from '../../projenrc/lazy-index';

const COMPILED = [
  'exports.extra = void 0;',
  '__exportStar(require("./mesh"), exports);',
  'exports.extra = __importStar(require("./extra"));',
  '',
].join('\n');

/** Runs an entry, and tells which rooms it loaded. */
function run(text: string): { exported: any; loaded: string[] } {
  const exported = {};
  const loaded: string[] = [];
  const rooms: Record<string, object> = { './mesh': { Mesh: 'the mesh', Other: 2 }, './extra': { name: 'extra' } };
  new Function('exports', 'require', 'module', text)(exported, (room: string) => {
    loaded.push(room);
    return rooms[room];
  }, {});
  return { exported, loaded };
}

test('the lazy entry has the same names, and loads a room when a name of it is first used', () => {
  const { exported, loaded } = run(lazyEntry(COMPILED, () => ['Mesh', 'Other']));
  expect(Object.keys(exported)).toEqual(['Mesh', 'Other', 'extra']);
  expect(loaded).toEqual([]);
  expect([exported.Mesh, exported.Mesh, exported.extra]).toEqual(['the mesh', 'the mesh', { name: 'extra' }]);
  expect(loaded).toEqual(['./mesh', './extra']);
});

test('a name that two rooms export is refused', () => {
  expect(() => lazyEntry(`${COMPILED}__exportStar(require("./traffic"), exports);\n`, () => ['Mesh'])).toThrow(new Error(
    'lib/index.js exports "Mesh" twice. Rename one of them in src/.'));
});

test('what was not compiled is refused', () => {
  expect(() => lazyEntry('', () => [])).toThrow(new Error('lib/index.js has no exports that could be made lazy. Compile with jsii first.'));
});
