import { exportedNames } from './doc-comments';

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
const EXPORTED: ReadonlySet<string> = new Set([...Object.keys(jest.requireActual('../src')), ...exportedNames()]);
