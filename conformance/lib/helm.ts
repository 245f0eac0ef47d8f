import { Answers } from './answers';
import { Lifetime, Outcome, run } from './process';
import { builtProgram, CACHE } from './programs';

/** Helm, which never sees a cluster here. */
export class Helm {
  public static async at(lifetime: Lifetime): Promise<Helm> {
    const binary = await builtProgram('helm');
    return new Helm(binary, lifetime.folder, new Answers(CACHE, binary));
  }

  private constructor(private readonly binary: string, private readonly home: string, private readonly answers: Answers) {}

  /**
   * What it does, or did before when it was asked the same.
   *
   * @param question what the answer follows from: arguments, and the contents of files in place of their names
   */
  public async remembered(question: readonly string[], args: readonly string[]): Promise<Outcome> {
    const env = { HOME: this.home, HELM_CACHE_HOME: this.home, HELM_CONFIG_HOME: this.home, HELM_DATA_HOME: this.home, KUBECONFIG: '/dev/null' };
    return this.answers.to(question, async () => run(this.binary, args, { env }));
  }
}
