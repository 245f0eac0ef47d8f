import { Command, Option } from 'commander';
import { addInstallOptions, InstallFlags, installationOf, readFile } from './install-options';
import { Io, UsageError, writeResult } from './io';
import { deployGateway } from '../injection';
import { injectionSettings, renderControlPlane } from '../install';
import { isMap, JsonObject, Manifest } from '../reference/json';
import { printDocuments } from '../yaml';
import { editDocuments } from '../yaml/stream';

interface GatewaysFlags extends InstallFlags {
  readonly filename: string[];
  readonly output?: string;
  readonly namespace: string;
}

const EXAMPLES = `
Examples:
  cdk8s-istio gateways -f gateway.yaml
  cdk8s-istio gateways -f gateways/ingress.yaml -f gateways/options.yaml --set profile=ambient
`;

/** `cdk8s-istio gateways`: what istiod deploys for Gateways of the Gateway API. */
export function addGateways(program: Command, io: Io): void {
  addInstallOptions(program.command('gateways'))
    .description('print what istiod deploys for the Gateways (Gateway API) of YAML files: accounts, Deployments, Services and what ConfigMaps add')
    .addOption(new Option('-f, --filename <file>', 'file with Gateways, and with what counts for them: ConfigMaps, GatewayClasses, ListenerSets, Namespaces, '
      + 'ProxyConfigs; - for standard input; may be repeated').argParser((value: string, all: string[]) => [...all, value]).default([], 'none'))
    .option('-o, --output <file>', 'where to write the objects; standard output otherwise')
    .option('-n, --namespace <name>', 'the namespace of objects that name none', 'default')
    .addHelpText('after', EXAMPLES)
    .action((flags: GatewaysFlags) => writeResult(io, printDocuments(deployed(flags, io)), flags.output));
}

function deployed(flags: GatewaysFlags, io: Io): Manifest[] {
  if (flags.filename.length === 0) throw new UsageError('No file is named. Name one with Gateways: -f gateway.yaml, or -f - for standard input.');
  const given = flags.filename.flatMap((file) => readObjects(io, file, flags.namespace));
  const gateways = given.filter(({ apiVersion, kind }) => kind === 'Gateway' && String(apiVersion).startsWith('gateway.networking.k8s.io/'));
  if (gateways.length === 0) throw new UsageError(`There is no Gateway of the Gateway API in ${flags.filename.join(', ')}. Name files that have one.`);
  const installation = installationOf(flags);
  const settings = injectionSettings(installation);
  // What the installation says of classes lies in ConfigMaps of its own.
  const cluster = [...given, ...renderControlPlane(installation).flatMap(({ objects }) => objects).filter(({ kind }) => kind === 'ConfigMap')];
  return gateways.flatMap((gateway) => {
    const name = `Gateway ${gateway.metadata.namespace}/${gateway.metadata.name}`;
    try {
      const outcome = deployGateway(gateway, settings, cluster);
      if (!outcome.deployed) io.err(`${name} is not deployed: ${outcome.reason}\n`);
      return outcome.objects;
    } catch (error) {
      throw new UsageError(`${name}: ${(error as Error).message}`);
    }
  });
}

/** Kinds that are in no namespace. */
const CLUSTER_WIDE = ['Namespace', 'GatewayClass'];

/** The objects of a file, each with its namespace; Lists are taken apart. */
function readObjects(io: Io, file: string, namespace: string): Manifest[] {
  const found: JsonObject[] = [];
  const text = readFile(io, file, 'a file with Gateways');
  for (const _ of editDocuments([text], file, { change: (object) => { found.push(object); return object; } }));
  return found.flatMap((object) => (object.kind === 'List' && Array.isArray(object.items) ? object.items as JsonObject[] : [object]))
    .filter((object) => isMap(object?.metadata))
    .map((object) => ({
      ...object,
      metadata: CLUSTER_WIDE.includes(object.kind) ? object.metadata : { ...object.metadata, namespace: object.metadata.namespace ?? namespace },
    }) as Manifest);
}
