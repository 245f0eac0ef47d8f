import { Command, Option } from 'commander';
import {
  addClusterOptions, addFileOption, addInstallOptions, addRefusal, InstallFlags, installationOf, readOperatorFiles,
} from './install-options';
import { Io, UsageError } from './io';
import { ChartFlags, renderCharts } from './manifest-charts';
import { Part, writeParts } from './manifest-output';
import { COMPONENT_NAMES, ComponentName, renderControlPlane } from '../install';
import { nearest } from '../reference/nearest';

interface ManifestFlags extends InstallFlags, ChartFlags {
  readonly filename: string[];
  readonly component: ComponentName[];
  readonly output?: string;
  readonly out?: string;
  readonly dryRun?: true;
}

const EXAMPLES = `
Examples:
  cdk8s-istio manifest --set profile=minimal --set tag=1.31.4 | kubectl apply --server-side -f -
  cdk8s-istio manifest -f mesh.yaml --revision canary --out istio/
  cdk8s-istio manifest --values istiod=istiod.yaml --values cni=cni.yaml
`;

/** `cdk8s-istio manifest`: the objects of the control plane. */
export function addManifest(program: Command, io: Io): void {
  const command = addFileOption(addInstallOptions(program.command('manifest')))
    .description('print the objects of Istio\'s control plane, as `istioctl manifest generate` does, or those of single charts, as `helm template` does')
    .addOption(repeated('--component <name>', `only this component: ${COMPONENT_NAMES.join(', ')}; may be repeated`, componentNamed))
    .addOption(repeated('--filter <name>', 'the same', componentNamed).hideHelp())
    .addOption(repeated('--values <chart=file>', 'render this chart by itself with a file of Helm values; may be repeated', String))
    .option('--release <name>', 'with --values: the name of the release; by default istio-base, istiod, istio-cni, or that of the chart')
    .option('-n, --namespace <name>', 'with --values: the namespace of the release; by default istio-system')
    .option('-o, --output <file>', 'where to write the objects; standard output otherwise')
    .option('--out <folder>', 'write a file a component into this folder, named in the order to apply')
    .option('--dry-run', 'with --output or --out: say what would be written, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action((flags: ManifestFlags & { readonly filter: ComponentName[] }) => {
      const asked = { ...flags, component: [...flags.component, ...flags.filter] };
      writeParts(io, flags.values.length > 0 ? chartParts(io, asked) : components(io, asked), asked);
    });
  addClusterOptions(command, ['--cluster-specific']);
  addRefusal(command, ['--force'], 'is not supported. What does not pass the checks cannot be rendered; give values of your own below unvalidatedValues');
  addRefusal(command, ['-d, --manifests <path>', '--charts <path>'], 'is not supported. Charts are not read; the objects are those of the release that this program follows');
}

function repeated<T>(flags: string, description: string, read: (text: string) => T): Option {
  return new Option(flags, description).argParser((text: string, all: T[]) => [...all, read(text)]).default([], 'none');
}

/** A component of any spelling that the installer's files and programs have for it. */
function componentNamed(text: string): ComponentName {
  const found = COMPONENT_NAMES.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  const like = nearest(text, COMPONENT_NAMES);
  throw new UsageError(`There is no component "${text}".${like === undefined ? '' : ` Did you mean "${like}"?`} Use one of: ${COMPONENT_NAMES.join(', ')}.`);
}

function components(io: Io, flags: ManifestFlags): Part[] {
  const alone = (['release', 'namespace'] as const).find((name) => flags[name] !== undefined);
  if (alone !== undefined) {
    throw new UsageError(`The option --${alone} is for charts that are rendered by themselves, with --values. Of an installation, set components.….namespace or values.global.istioNamespace.`);
  }
  const all = renderControlPlane(installationOf(flags, readOperatorFiles(io, flags.filename)), (sentence) => io.err(`Warning: ${sentence}\n`));
  const absent = flags.component.find((name) => !all.some((component) => component.name === name));
  if (absent !== undefined) {
    throw new UsageError(`The component "${absent}" is not part of this installation, which has ${all.map(({ name }) => name).join(', ') || 'none'}. Enable it, or choose another.`);
  }
  return all.filter(({ name }) => flags.component.length === 0 || flags.component.includes(name));
}

/** Charts by themselves have neither profile nor components of the installer. */
function chartParts(io: Io, flags: ManifestFlags): Part[] {
  const mixed = flags.set.length > 0 ? '--set' : flags.revision !== undefined ? '--revision' : flags.filename.length > 0 ? '--filename' : flags.component.length > 0 ? '--component' : undefined;
  if (mixed !== undefined) {
    throw new UsageError(`The option ${mixed} says what the installer installs, and --values what a chart is rendered with: they are not mixed. Write the value into the file, or ask twice.`);
  }
  return renderCharts(io, flags);
}
