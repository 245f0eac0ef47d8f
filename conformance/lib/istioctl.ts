import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Answers } from './answers';
import { Lifetime, output, Outcome, run } from './process';
import { builtProgram, CACHE } from './programs';

/** A kubeconfig whose server is a closed port: a command that looks for a cluster fails at once. */
const NO_CLUSTER = {
  'apiVersion': 'v1',
  'kind': 'Config',
  'clusters': [{ name: 'none', cluster: { server: 'http://127.0.0.1:1' } }],
  'users': [{ name: 'none', user: {} }],
  'contexts': [{ name: 'none', context: { cluster: 'none', user: 'none' } }],
  'current-context': 'none',
};

/** Istio's own command line, which never sees a cluster here. */
export class Istioctl {
  public static async at(lifetime: Lifetime): Promise<Istioctl> {
    const kubeconfig = path.join(lifetime.folder, 'no-cluster.json');
    writeFileSync(kubeconfig, JSON.stringify(NO_CLUSTER));
    return new Istioctl(await builtProgram('istioctl'), kubeconfig);
  }

  private answers: Answers | undefined;

  private constructor(private readonly binary: string, private readonly kubeconfig: string) {}

  /** What it prints; any exit code but 0 is an error. */
  public async output(args: readonly string[]): Promise<string> {
    return output(this.binary, args, { env: this.env() });
  }

  public async run(args: readonly string[], input?: string): Promise<Outcome> {
    return run(this.binary, args, { env: this.env(), input });
  }

  /**
   * What it does, or did before when it was asked the same: its answer follows from what it is given.
   *
   * @param question what the answer follows from: arguments, and the contents of files in place of their names
   */
  public async remembered(question: readonly string[], args: readonly string[]): Promise<Outcome> {
    this.answers ??= new Answers(CACHE, this.binary);
    return this.answers.to(question, async () => this.run(args));
  }

  private env(): Record<string, string> {
    // It ends before its memory could become a matter.
    return { KUBECONFIG: this.kubeconfig, HOME: path.dirname(this.kubeconfig), GOGC: '400' };
  }
}
