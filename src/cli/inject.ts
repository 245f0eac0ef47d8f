import { Command } from 'commander';
import { addClusterOptions, addInstallOptions, addRefused, InstallFlags, installationOf } from './install-options';
import { Io, UsageError, writeResult } from './io';
import { checkShape } from './workload-shape';
import { injectObject, InjectionSettings, podTemplateOf } from '../injection';
import { injectionSettings } from '../install';
import { JsonObject } from '../reference/json';
import { editStream, FieldError } from '../yaml/stream';

interface InjectFlags extends InstallFlags {
  readonly filename: string;
  readonly output?: string;
}

const REFUSED = [
  '--meshConfigFile <file>', '--valuesFile <file>', '--injectConfigFile <file>', '--meshConfigMapName <name>', '--injectConfigMapName <name>',
  '--operatorFileName <file>', '--webhookConfig <name>', '-i, --istioNamespace <name>', '-n, --namespace <name>', '--remove', '--explain',
];

const SERVER = [
  '--authority <name>', '--cert-dir <folder>', '--insecure', '--plaintext', '--timeout <duration>', '--xds-address <address>', '--xds-label <selector>',
  '--xds-port <port>',
];

/** `cdk8s-istio inject`: workloads with their proxies, everything else as it was. */
export function addInject(program: Command, io: Io): void {
  const command = addInstallOptions(program.command('inject'))
    .description('give the workloads of a YAML stream their proxies, as `istioctl kube-inject` does')
    .requiredOption('-f, --filename <file>', 'file with Kubernetes objects; - for standard input')
    .option('-o, --output <file>', 'where to write the objects; standard output otherwise')
    .addHelpText('after', '\nExample:\n  cdk8s-istio inject -f app.yaml | kubectl apply -f -\n')
    .action((flags: InjectFlags) => {
      const settings: InjectionSettings = { ...injectionSettings(installationOf(flags)), injector: 'kube-inject' };
      const text = read(io, flags.filename);
      const result = editStream(text, flags.filename, (object) => inject(object, settings, io));
      writeResult(io, result, flags.output);
    });
  addClusterOptions(command, SERVER);
  addRefused(command, REFUSED, 'Set what the installation needs with --set');
}

function read(io: Io, file: string): string {
  try {
    return io.read(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}. Give a file with Kubernetes objects, or - for standard input.`);
  }
}

function inject(object: JsonObject, settings: InjectionSettings, io: Io): JsonObject {
  if (object.kind === 'List' && object.apiVersion === 'v1') return injectItems(object, settings, io);
  checkShape(object);
  const { injected, reason, object: result } = injectObject(object, settings, { name: object.metadata?.namespace ?? 'default' });
  if (!injected && podTemplateOf(object)) {
    io.err(`${object.kind} "${object.metadata?.name ?? ''}" is not injected: ${reason}\n`);
  }
  return result;
}

/** A List with the items that get a proxy, each in its own namespace. */
function injectItems(list: JsonObject, settings: InjectionSettings, io: Io): JsonObject {
  const before = list.items ?? [];
  if (!Array.isArray(before)) throw new FieldError(['items'], 'items is not a list. Give the objects as a list.');
  const items = before.map((item, index) => {
    try {
      return typeof item === 'object' && item !== null ? inject(item, settings, io) : item;
    } catch (error) {
      const path = error instanceof FieldError ? error.path : [];
      throw new FieldError(['items', index, ...path], `item ${index + 1}, ${item.kind} "${item.metadata?.name ?? ''}": ${(error as Error).message}`);
    }
  });
  return items.every((item, index) => item === before[index]) ? list : { ...list, items };
}
