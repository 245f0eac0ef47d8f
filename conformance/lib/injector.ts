import { KubeObject, readObjects } from './objects';
import { output } from './process';
import { builtProgram } from './programs';

/** A control plane as far as injection goes: what its ConfigMaps hold, and what its environment says. */
export interface InjectorSetup {
  /** `config` of the ConfigMap istio-sidecar-injector. */
  readonly config: string;
  /** `values` of the same. */
  readonly values: string;
  /** `mesh` of the ConfigMap istio. */
  readonly mesh: string;
  readonly revision: string;
  /** Whether proxies are native sidecars. */
  readonly native: boolean;
  readonly compliance?: string;
  readonly openshift?: boolean;
  /** ProxyConfigs of the cluster, as YAML documents. */
  readonly proxyConfigs?: string;
  /** Where a running istiod takes reviews on this machine; without it, Istio's handler is asked in the injector's own process. */
  readonly port?: number;
}

/** Something to be injected: documents as the command line takes them, or a pod as the API server sends it to the webhook. */
export type InjectorRequest =
  | { readonly setup: InjectorSetup; readonly file: string }
  | {
    readonly setup: InjectorSetup;
    readonly pod: KubeObject;
    readonly namespace: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly path?: string;
  };

/** The objects with their proxies, or what the injector says instead. */
export type InjectorAnswer = { readonly objects: KubeObject[] } | { readonly refusal: string };

/** Asks Istio's injector about all of it at once: thousands of pods take seconds. */
export async function injectAll(requests: readonly InjectorRequest[]): Promise<InjectorAnswer[]> {
  const names = new Map<InjectorSetup, string>();
  const lines: object[] = [];
  for (const { setup, ...request } of requests) {
    let name = names.get(setup);
    if (name === undefined) {
      name = String(names.size + 1);
      names.set(setup, name);
      lines.push({ ...setup, setup: name });
    }
    lines.push({ ...request, setup: name });
  }
  const answers = await ask(lines);
  return answers.filter((_, at) => !('config' in lines[at]));
}

/** The objects as Go's types have them: what is zero or unknown there is gone, what they always write is there. */
export async function plainAll(objects: readonly KubeObject[]): Promise<InjectorAnswer[]> {
  return ask(objects.map((object) => ({ plain: true, file: JSON.stringify(object) })));
}

async function ask(lines: readonly object[]): Promise<InjectorAnswer[]> {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const text = await output(await builtProgram('injector'), [], { input, timeoutMs: 600_000 });
  const answers = text.trimEnd().split('\n').map((line): InjectorAnswer => {
    const { file, pod, error } = JSON.parse(line) as { file?: string; pod?: KubeObject; error?: string };
    if (error !== undefined) return { refusal: error };
    return { objects: pod === undefined ? readObjects(file ?? '') : [pod] };
  });
  if (answers.length !== lines.length) throw new Error(`The injector answered ${answers.length} of ${lines.length} requests`);
  return answers;
}
