import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Yaml } from 'cdk8s';
import * as ts from 'typescript';

const README = readFileSync(path.join(__dirname, '..', 'README.md'), 'utf8');

/** The fenced blocks of README in a language. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text);
}

test('the program in README writes the piece that README shows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'readme-'));
  const [program] = blocks('ts');
  const script = ts.transpileModule(program.replace('new App()', `new App({ outdir: ${JSON.stringify(folder)} })`), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const load = (name: string): unknown => (name === 'cdk8s-istio' ? jest.requireActual('../src') : jest.requireActual(name));
  new Function('require', 'exports', script)(load, {});
  const objects: any[] = Yaml.load(path.join(folder, 'mesh-2-shop.k8s.yaml'));
  rmSync(folder, { recursive: true });

  const piece = objects.find((object) => object.metadata.name === 'cart-callers');
  expect(blocks('yaml')).toEqual([Yaml.stringify(piece)]);
});
