import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Yaml } from 'cdk8s';

const ROOT = path.join(__dirname, '..');

/** Our program, compiled. */
export const OURS = path.join(ROOT, 'lib', 'cli', 'main.js');

/** Istio's program: the one that the conformance suites built, or that of the environment variable ISTIOCTL. */
export function istioctl(): string {
  const known = [process.env.ISTIOCTL, path.join(ROOT, 'conformance', '.cache', 'bin', 'istioctl')];
  const found = known.find((file) => file !== undefined && existsSync(file));
  if (found === undefined) {
    throw new Error('There is no istioctl to compare with. Run `npm run conformance -- manifest` once, which builds it, or set ISTIOCTL to its path.');
  }
  return found;
}

/** Files that the comparisons read: a configuration that leads to no cluster, Deployments, and what istioctl needs to inject them. */
export interface Inputs {
  readonly kubeconfig: string;
  /** The command that injects, but for its file. */
  readonly injectArgs: string[];
  /** A file with so many Deployments. */
  readonly deploymentsOf: (count: number) => string;
}

/** Hands over inputs in a temporary folder, which is removed afterwards. */
export function withInputs<T>(work: (inputs: Inputs) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-inputs-'));
  try {
    return work(writeInputs(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeInputs(folder: string): Inputs {
  const write = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const kubeconfig = write('kubeconfig', JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name: 'none', cluster: { server: 'http://127.0.0.1:1' } }],
    'contexts': [{ name: 'none', context: { cluster: 'none', user: 'none' } }],
    'current-context': 'none',
    'users': [{ name: 'none', user: {} }],
  }));
  const deploymentsOf = (count: number): string =>
    write(`deployments-${count}.yaml`, Array.from({ length: count }, (_, at) => deployment(`app-${at}`)).join('---\n'));
  const manifest = write('manifest.yaml', execFileSync(istioctl(), ['manifest', 'generate'], {
    encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: { ...process.env, KUBECONFIG: kubeconfig }, stdio: ['ignore', 'pipe', 'ignore'],
  }));
  const maps: any[] = Yaml.load(manifest).filter((object) => object.kind === 'ConfigMap');
  const data = (name: string): any => maps.find((map) => map.metadata.name === name).data;
  return {
    kubeconfig,
    deploymentsOf,
    injectArgs: [
      'kube-inject', '--revision', 'default',
      '--injectConfigFile', write('config.yaml', data('istio-sidecar-injector').config),
      '--valuesFile', write('values.json', data('istio-sidecar-injector').values),
      '--meshConfigFile', write('mesh.yaml', data('istio').mesh),
    ],
  };
}

function deployment(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: app
          image: example.com/app:1
          ports:
            - containerPort: 8080
`;
}
