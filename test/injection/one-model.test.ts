import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { constant } from '../../src/injection/expression';
import { GATEWAY_TEMPLATES, TEMPLATES } from '../../src/injection/model';
import { Each, Node } from '../../src/injection/node';

const SOURCES = path.join(__dirname, '..', '..', 'src');

/** Rooms in which pods are read and changed. What they write of a proxy comes from the model. */
const ROOMS = ['injection', 'mesh', 'gateway', 'control-plane', 'cli'];

/**
 * What the model writes and other files name all the same, with the reason. They read it, or Istio's injector writes it in code of its own
 * rather than in a template, so that it is no part of the model that istiod serves.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'gateway/credential-checks.ts: key': 'a key of a secret with the certificate of a gateway',
  'injection/context.ts: COMPLIANCE_POLICY': 'istiod\'s own variable is read',
  'injection/remove.ts: ISTIO_META_NETWORK': 'what was injected is looked for',
  'injection/variables.ts: ISTIO_META_CLUSTER_ID': 'Istio\'s injector sets it from the path of its webhook, after the templates',
  'injection/variables.ts: ISTIO_META_NETWORK': 'Istio\'s injector sets it from the label of the pod or the path of its webhook, after the templates',
};

/** Names of the lists whose items have names by which the proxy is known. */
const LISTS = ['env', 'volumes', 'volumeMounts'];

/** Names of the proxy's variables and volumes, and the folders where it finds them, as the model has them. */
function namesOf(nodes: readonly Node[]): Set<string> {
  const found = new Set<string>();
  const constantOf = (node: Node | undefined): string | undefined => (node?.kind === 'text' && /^"[^"\\]*"$/.test(node.of.go) ? JSON.parse(node.of.go) as string : undefined);
  const walk = (node: Node | Each, list?: string): void => {
    switch (node.kind) {
      case 'each': return walk(node.item(constant('key'), constant('value')), list);
      case 'when': {
        walk(node.yes, list);
        return node.no && walk(node.no, list);
      }
      case 'list': return node.items.forEach((item) => walk(item, list));
      case 'map': {
        for (const [key, inner] of node.fields) {
          const field = /^"[^"\\]*"$/.test(key.go) ? JSON.parse(key.go) as string : '';
          const name = list !== undefined && ['name', 'mountPath'].includes(field) ? constantOf(inner) : undefined;
          if (name !== undefined) found.add(name);
          walk(inner, LISTS.includes(field) ? field : undefined);
        }
        return undefined;
      }
      default: return undefined;
    }
  };
  nodes.forEach((node) => walk(node));
  return found;
}

function filesOf(room: string): string[] {
  return readdirSync(path.join(SOURCES, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(room, file))
    .filter((file) => !file.startsWith(path.join('injection', 'model')));
}

const NAMES = namesOf([...Object.values(TEMPLATES), ...Object.values(GATEWAY_TEMPLATES).flat()]);

test('the model names the variables, volumes and folders of the proxy', () => {
  for (const name of ['PROXY_CONFIG', 'ISTIO_META_CLUSTER_ID', 'istio-envoy', '/var/run/secrets/tokens']) expect(NAMES).toContain(name);
  expect(NAMES.size).toBeGreaterThan(40);
});

test('no file outside the model writes a variable, a volume or a folder of the proxy', () => {
  const complaints = ROOMS.flatMap(filesOf).flatMap((file) => {
    const text = readFileSync(path.join(SOURCES, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    return [...NAMES].filter((name) => text.includes(`'${name}'`) && ELSEWHERE[`${file}: ${name}`] === undefined).map((name) => `${file}: ${name}`);
  });
  expect(complaints).toEqual([]);
});

test('each exception is still one', () => {
  const unneeded = Object.keys(ELSEWHERE).filter((line) => {
    const [file, name] = line.split(': ');
    return !NAMES.has(name) || !readFileSync(path.join(SOURCES, file), 'utf8').includes(`'${name}'`);
  });
  expect(unneeded).toEqual([]);
});
