import { Command, Option } from 'commander';
import { explained } from './inject-explain';
import { withoutProxies, withRecord } from './inject-record';
import { SettingsFlags, settingsOf } from './inject-settings';
import { addClusterOptions, addInstallOptions, addRefusal } from './install-options';
import { Io, UsageError, writePieces } from './io';
import { checkShape } from './workload-shape';
import { injectObject, InjectionNamespace, InjectionSettings, isProxyConfig, podTemplateOf } from '../injection';
import { isMap, JsonObject, Manifest } from '../reference/json';
import { sameJson } from '../yaml/match-nodes';
import { editDocuments, FieldError } from '../yaml/stream';

interface InjectFlags extends SettingsFlags {
  readonly filename: string;
  readonly output?: string;
  readonly namespace: string;
  readonly remove?: boolean;
  readonly explain?: boolean;
  readonly format: 'text' | 'json';
}

const IN_CLUSTER = ['--meshConfigMapName <name>', '--injectConfigMapName <name>', '--webhookConfig <name>', '-i, --istioNamespace <name>'];

const SERVER = [
  '--authority <name>', '--cert-dir <folder>', '--insecure', '--plaintext', '--timeout <duration>', '--xds-address <address>', '--xds-label <selector>',
  '--xds-port <port>',
];

const EXAMPLES = `
Examples:
  cdk8s-istio inject -f app.yaml | kubectl apply -f -
  cdk8s-istio inject -f app.yaml --explain
  cdk8s-istio inject -f injected.yaml --remove
`;

/** `cdk8s-istio inject`: workloads with their proxies, everything else as it was. */
export function addInject(program: Command, io: Io): void {
  const command = addInstallOptions(program.command('inject'))
    .description('give the workloads of a YAML stream their proxies, as `istioctl kube-inject` does')
    .requiredOption('-f, --filename <file>', 'file with Kubernetes objects; - for standard input')
    .option('-o, --output <file>', 'where to write the objects; standard output otherwise')
    .option('--operatorFileName <file>', 'a file of the installer, of kind IstioOperator')
    .option('--meshConfigFile <file>', 'mesh configuration: the key "mesh" of the ConfigMap istio')
    .option('--valuesFile <file>', 'install values: the key "values" of the ConfigMap istio-sidecar-injector')
    .option('--injectConfigFile <file>', 'configuration of the injector: the key "config" of the same')
    .option('--as-webhook', 'choose pods as istiod\'s webhook does: by the labels of the Namespaces before them, by selectors and the policy; ProxyConfigs before them hold')
    .option('-n, --namespace <name>', 'the namespace of objects that name none', 'default')
    .option('--remove', 'take the proxies out again')
    .option('--explain', 'say of each workload whether it gets a proxy, and why')
    .addOption(new Option('--format <format>', 'how --explain answers').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action((flags: InjectFlags) => {
      if (flags.remove && flags.explain) throw new UsageError('The options --remove and --explain ask for two things. Give one of them.');
      writePieces(io, piecesOf(flags, io), flags.output);
    });
  addClusterOptions(command, SERVER);
  addRefusal(command, IN_CLUSTER, 'names something in a cluster, and none is asked. Give --meshConfigFile, --valuesFile and --injectConfigFile, or say with --set what is installed');
}

function piecesOf(flags: InjectFlags, io: Io): Iterable<string> {
  const { filename } = flags;
  const input = read(io, filename);
  if (flags.remove) return withoutProxies(input, filename);
  const met = new Met(flags.namespace);
  const settings: InjectionSettings = { ...settingsOf(flags, io), proxyConfigs: met.proxyConfigs };
  if (flags.explain) {
    return explained(input, filename, settings, (object) => met.of(object), (object) => met.meet(object), flags.format);
  }
  return editDocuments(input, filename, {
    change: (object) => {
      met.meet(object);
      const result = inject(object, settings, met, io);
      // What was injected already stays letter for letter.
      return sameJson(object, result) ? object : result;
    },
    after: withRecord,
  });
}

/** What is known of the cluster: the Namespaces and the ProxyConfigs that stand in the stream before their workloads. */
class Met {
  /** Those that were met so far, each with its namespace. */
  public readonly proxyConfigs: Manifest[] = [];
  private readonly known = new Map<string, InjectionNamespace>();

  public constructor(private readonly usual: string) {}

  public meet(object: JsonObject): void {
    const { apiVersion, kind, metadata, items } = object;
    if (kind === 'List' && Array.isArray(items)) items.filter(isMap).forEach((item) => this.meet(item));
    if (!isMap(metadata) || typeof metadata.name !== 'string') return;
    const { name, labels, annotations } = metadata;
    if (apiVersion === 'v1' && kind === 'Namespace') {
      this.known.set(name, { name, labels: labels ?? {}, annotations: annotations ?? {} });
    } else if (isProxyConfig(object)) {
      this.proxyConfigs.push({ ...object, apiVersion, kind, metadata: { ...metadata, name, namespace: metadata.namespace ?? this.usual } });
    }
  }

  public of({ metadata }: JsonObject): InjectionNamespace {
    const name = metadata?.namespace ?? this.usual;
    return this.known.get(name) ?? { name };
  }
}

function* read(io: Io, file: string): Generator<string> {
  let pieces: Iterator<string> | undefined;
  for (;;) {
    let next: IteratorResult<string>;
    try {
      pieces ??= io.readPieces(file)[Symbol.iterator]();
      next = pieces.next();
    } catch (error) {
      throw new UsageError(`${file} cannot be read: ${(error as Error).message}. Give a file with Kubernetes objects, or - for standard input.`);
    }
    if (next.done) return;
    yield next.value;
  }
}

function inject(object: JsonObject, settings: InjectionSettings, met: Met, io: Io): JsonObject {
  if (object.kind === 'List' && object.apiVersion === 'v1') return injectItems(object, settings, met, io);
  checkShape(object);
  const { injected, reason, object: result } = injectObject(object, settings, met.of(object));
  if (!injected && podTemplateOf(object)) {
    io.err(`${object.kind} "${object.metadata?.name ?? ''}" is not injected: ${reason}\n`);
  }
  return result;
}

/** A List with the items that get a proxy, each in its own namespace. */
function injectItems(list: JsonObject, settings: InjectionSettings, met: Met, io: Io): JsonObject {
  const before = list.items ?? [];
  if (!Array.isArray(before)) throw new FieldError(['items'], 'items is not a list. Give the objects as a list.');
  const items = before.map((item, index) => {
    try {
      return typeof item === 'object' && item !== null ? inject(item, settings, met, io) : item;
    } catch (error) {
      const path = error instanceof FieldError ? error.path : [];
      throw new FieldError(['items', index, ...path], `item ${index + 1}, ${item.kind} "${item.metadata?.name ?? ''}": ${(error as Error).message}`);
    }
  });
  return items.every((item, index) => item === before[index]) ? list : { ...list, items };
}
