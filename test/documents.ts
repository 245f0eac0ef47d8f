import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** The fenced blocks of a Markdown file in a language. */
export function blocks(file: string, language: string): string[] {
  const text = readFileSync(path.join(__dirname, '..', file), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block);
}

/** Errors that the compiler finds in a program that imports the library by its name. */
export function compilerErrors(program: string): string[] {
  const root = path.join(__dirname, '..');
  const name = path.join(root, 'examples', 'document.ts');
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
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? program : readFile(file));
  host.getSourceFile = (file, language) => (file === name ? ts.createSourceFile(file, program, language) : getSourceFile(file, language));
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

/** Runs a program, with its output in a folder. */
export function runProgram(program: string, outdir: string): void {
  const script = ts.transpileModule(program.replace('new App()', `new App({ outdir: ${JSON.stringify(outdir)} })`), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const load = (name: string): unknown => (name === 'cdk8s-istio' ? jest.requireActual('../src') : jest.requireActual(name));
  new Function('require', 'exports', script)(load, {});
}
