import { typescript } from 'projen';

/** The rooms of src/, lowest first; rooms of one line may know each other as long as no cycle comes of it. */
const LINES: string[][] = [
  ['yaml', 'reference'],
  ['resources'],
  ['injection', 'install'],
  ['traffic', 'security', 'telemetry'],
  ['mesh', 'gateway'],
];

/**
 * Turns the import rules of the design into a lint rule: a room may import what stands below it and its
 * neighbours on the same line, and nothing makes a cycle.
 */
export function layering(project: typescript.TypeScriptProject): void {
  const zones = LINES.flatMap((rooms, line) =>
    rooms.map((room) => ({
      target: `./src/${room}`,
      from: [...LINES.slice(line + 1).flat(), 'cli'].map((above) => `./src/${above}`),
      message: `${room}/ may import only rooms below it (CONTRIBUTING.md, "Rooms").`,
    })),
  );
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
