import { typescript } from 'projen';

/**
 * The rooms of src/, lowest line first. A room may know those of lower lines, and, so that no cycle comes of it, those that stand
 * before it on its own.
 */
const LINES: string[][] = [
  ['reference', 'yaml'],
  ['resources'],
  ['injection', 'install'],
  ['traffic', 'security', 'telemetry'],
  ['control-plane', 'gateway', 'mesh'],
  ['cli'],
];

/** Turns the import rules of the design into a lint rule: a room imports only what comes before it, and nothing makes a cycle. */
export function layering(project: typescript.TypeScriptProject): void {
  const rooms = LINES.flat();
  const zones = rooms.map((room, place) => ({
    target: `./src/${room}`,
    from: rooms.slice(place + 1).map((later) => `./src/${later}`),
    message: `${room}/ may import only rooms before it (CONTRIBUTING.md, "Rooms").`,
  }));
  project.eslint?.addRules({
    'import/no-restricted-paths': ['error', { zones }],
    'import/no-cycle': ['error'],
    'import/no-extraneous-dependencies': ['error', {
      devDependencies: ['**/test/**', '**/examples/**', '**/bench/**', '**/conformance/**', '**/schema/**', '.projenrc.ts', 'projenrc/**'],
      optionalDependencies: false,
      peerDependencies: true,
    }],
  });
}
