import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** The rooms whose methods users call first. */
const ROOMS = ['mesh', 'traffic', 'security', 'gateway'];

const SOURCES = path.join(__dirname, '..', 'src');

/** A public method of the library, with what its doc comment says. */
export interface DocumentedMethod {
  /** Class and name, such as "MeshService.calls". */
  readonly place: string;
  readonly examples: readonly string[];
}

/** The public methods and factories of the exported classes in the rooms of the intent, as their sources document them. */
export function documentedMethods(): DocumentedMethod[] {
  return ROOMS.flatMap((room) => {
    const folder = path.join(SOURCES, room);
    const exported = readFileSync(path.join(folder, 'index.ts'), 'utf8');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts')).sort();
    return files.flatMap((file) => methodsOf(path.join(folder, file), (name) => new RegExp(`\\b${name}\\b`).test(exported)));
  });
}

function methodsOf(file: string, isExported: (name: string) => boolean): DocumentedMethod[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter((statement): statement is ts.ClassDeclaration => ts.isClassDeclaration(statement))
    .filter(({ name }) => name !== undefined && isExported(name.text))
    .flatMap((declaration) => declaration.members
      .filter((member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && isPublic(member))
      .map((method) => ({ place: `${declaration.name?.text}.${method.name.getText(source)}`, examples: examplesOf(method) })));
}

function isPublic({ name, modifiers }: ts.MethodDeclaration): boolean {
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];
  return !name.getText().startsWith('_') && !modifiers?.some(({ kind }) => hidden.includes(kind));
}

function examplesOf(method: ts.MethodDeclaration): string[] {
  return ts.getJSDocTags(method)
    .filter((tag) => tag.tagName.text === 'example')
    .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^```(ts|typescript)?$/gm, '').trim());
}

/** What stands before each example: a mesh with a namespace, three services, something outside, and a way in. */
const BEFORE = `
const app = new App();
const mesh = new Mesh(app, 'mesh', { controlPlane: false });
const shop = mesh.addNamespace('shop');
const pods = (name: string, version = 'v1', port = 8080) => new kplus.Deployment(shop, \`\${name}-\${version}\`, {
  podMetadata: { labels: { app: name, version } }, containers: [{ image: \`example.com/\${name}:\${version}\`, ports: [{ number: port }] }],
});
const cart = shop.addService('cart', { ports: [MeshPort.http(80, { target: 8080 })], workload: pods('cart') });
const db = shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: pods('db', 'v1', 5432) });
const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
const v1 = web.addVersion('v1', pods('web', 'v1'));
const v2 = web.addVersion('v2', pods('web', 'v2'));
const payments = mesh.addExternalService('payments', { hosts: ['api.payments.example.com'], ports: [MeshPort.tls(443)] });
const gateway = mesh.addIngressGateway('public');
gateway.expose(cart, { hosts: ['cart.example.com'] });
void [cart, db, v1, v2, payments, gateway, Size, Duration, Chart, ApiObject, Construct];
`;

/** The program of an example: it imports what it names, and synthesizes. */
export function programOf(example: string): string {
  const names = new Set([...`${BEFORE}${example}`.matchAll(/(?<![.\w'"])\w+/g)].map(([name]) => name).filter((name) => EXPORTED.has(name)));
  return [
    "import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';",
    "import { Construct } from 'constructs';",
    "import * as kplus from 'cdk8s-plus-28';",
    `import { ${[...names].sort().join(', ')} } from 'cdk8s-istio';`,
    BEFORE,
    `{\n${example}\n}`,
    'app.synth();',
  ].join('\n');
}

/** The values and the types that the library exports. */
const EXPORTED: ReadonlySet<string> = new Set([
  ...Object.keys(jest.requireActual('../src')),
  ...ROOMS.flatMap((room) => [...readFileSync(path.join(SOURCES, room, 'index.ts'), 'utf8').matchAll(/\w+(?=[,\s]*[,}])/g)].map(([name]) => name)),
]);
