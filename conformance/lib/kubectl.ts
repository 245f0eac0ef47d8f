import { KubeObject } from './objects';
import { output, Outcome, run } from './process';

/** kubectl, bound to one API server. */
export class Kubectl {
  /** @param home a folder for its caches */
  constructor(private readonly kubeconfig: string, private readonly home: string) {}

  public async run(args: readonly string[], options: { input?: string; cwd?: string } = {}): Promise<Outcome> {
    return run('kubectl', args, { ...options, env: this.env });
  }

  /** What it prints; any exit code but 0 is an error. */
  public async output(args: readonly string[], input?: string): Promise<string> {
    return output('kubectl', args, { input, env: this.env });
  }

  /** Runs a line of a shell in which `kubectl` talks to this API server. */
  public async shell(line: string, cwd: string): Promise<Outcome> {
    return run('bash', ['-c', line], { cwd, env: this.env });
  }

  /** Applies a file as README says. */
  public async applyFile(file: string): Promise<Outcome> {
    return this.run(['apply', '--server-side', '-f', file]);
  }

  /** Applies objects that the harness needs; a refusal is an error. */
  public async applyObjects(objects: readonly object[]): Promise<void> {
    await this.output(['apply', '--server-side', '--force-conflicts', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  }

  /** The objects of a kind in all namespaces, or with those names that a file has. */
  public async get(args: readonly string[]): Promise<KubeObject[]> {
    const answer = JSON.parse(await this.output(['get', ...args, '-o', 'json']));
    return answer.kind === 'List' ? answer.items : [answer];
  }

  /** Waits until the API server serves every CRD that it has. */
  public async waitForCrds(): Promise<void> {
    await this.output(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']);
  }

  private get env(): Record<string, string> {
    return { KUBECONFIG: this.kubeconfig, HOME: this.home };
  }
}
