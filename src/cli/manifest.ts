import { Command } from 'commander';
import { addClusterOptions, addFileOption, addInstallOptions, addRefused, InstallFlags, installationOf, readOperatorFiles } from './install-options';
import { Io, writeResult } from './io';
import { inOrder, renderControlPlane } from '../install';
import { printDocuments } from '../yaml';

const REFUSED = [
  '-d, --manifests <path>', '--charts <path>', '--component <name>', '--filter <name>', '--force', '--dry-run',
  '--out <folder>', '--values <chart=file>',
];

/** `cdk8s-istio manifest`: the objects of the control plane. */
export function addManifest(program: Command, io: Io): void {
  const command = addFileOption(addInstallOptions(program.command('manifest')))
    .description('print the objects of Istio\'s control plane, as `istioctl manifest generate` does')
    .option('-o, --output <file>', 'where to write the objects; standard output otherwise')
    .addHelpText('after', '\nExample:\n  cdk8s-istio manifest --set profile=minimal --set tag=1.31.4 | kubectl apply --server-side -f -\n')
    .action((flags: InstallFlags & { readonly filename: string[]; readonly output?: string }) => {
      const components = renderControlPlane(installationOf(flags, readOperatorFiles(io, flags.filename)), (sentence) => io.err(`Warning: ${sentence}\n`));
      writeResult(io, printDocuments(inOrder(components.flatMap((component) => component.objects))), flags.output);
    });
  addClusterOptions(command, ['--cluster-specific']);
  addRefused(command, REFUSED, 'Set what the installation needs with --set');
}
