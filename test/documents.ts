import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** The fenced blocks of a Markdown file in a language. */
export function blocks(file: string, language: string): string[] {
  const text = readFileSync(path.join(__dirname, '..', file), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block);
}

/**
 * Errors that the compiler finds in programs that import the library by its name, each behind the name of its program. They are
 * compiled together: most of the time goes into the types of the library.
 */
export function compilerErrors(programs: Readonly<Record<string, string>>): string[] {
  const root = path.join(__dirname, '..');
  const files = new Map(Object.entries(programs).map(([title, program], place) => [path.join(root, 'examples', `document-${place}.ts`), { title, program }]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    paths: { 'cdk8s-istio': [path.join(root, 'src', 'index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file)?.program ?? readFile(file);
  host.getSourceFile = (file, language) => {
    const found = files.get(file);
    return found === undefined ? getSourceFile(file, language) : ts.createSourceFile(file, found.program, language);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host)).map(({ file, messageText }) =>
    `${files.get(file?.fileName ?? '')?.title ?? 'the library'}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** Runs a program, with its output in a folder. */
export function runProgram(program: string, outdir: string): void {
  const script = ts.transpileModule(program.replace('new App()', `new App({ outdir: ${JSON.stringify(outdir)} })`), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const load = (name: string): unknown => (name === 'cdk8s-istio' ? jest.requireActual('../src') : jest.requireActual(name));
  new Function('require', 'exports', script)(load, {});
}
