import { Command, Option } from 'commander';
import { Io, UsageError } from './io';
import { Installation, OperatorFile, readOperatorFile, resolveInstall } from '../install';

/** The options with which a command says what is installed. */
export interface InstallFlags {
  readonly set: string[];
  readonly revision?: string;
}

/** Gives a command the options of the installer that decide what is installed. */
export function addInstallOptions(command: Command): Command {
  return command
    .addOption(new Option('-s, --set <path=value>', 'set a value, such as hub, tag, revision, profile, meshConfig.… or values.…; may be repeated')
      .argParser((value: string, all: string[]) => [...all, value]).default([], 'none'))
    .option('-r, --revision <name>', 'name of the revision');
}

/** Gives a command the option that names files of the installer. */
export function addFileOption(command: Command): Command {
  return command.addOption(new Option('-f, --filename <file>', 'a file of the installer, of kind IstioOperator; - for standard input; may be repeated, and the later wins')
    .argParser((value: string, all: string[]) => [...all, ...value.split(',').map((name) => name.trim())]).default([], 'none'));
}

/** Reads the files of the installer. */
export function readOperatorFiles(io: Io, names: readonly string[]): OperatorFile[] {
  const early = names.indexOf('-');
  if (early >= 0 && early !== names.length - 1) {
    throw new UsageError('Standard input (-f -) is read last, and once. Give it after all other files.');
  }
  return names.map((name) => readOperatorFile(name === '-' ? 'standard input' : name, readFile(io, name, 'a file of the installer')));
}

/** Reads a file that an option names. */
export function readFile(io: Io, name: string, what: string): string {
  try {
    return io.read(name);
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${(error as Error).message}. Give ${what}, or - for standard input.`);
  }
}

/** The installation that the options ask for. */
export function installationOf(flags: InstallFlags, files: readonly OperatorFile[] = []): Installation {
  return resolveInstall({ files, set: flags.set, revision: flags.revision });
}

/** Options of Istio's own program that say how it reaches a cluster. */
const CLUSTER = [
  '--as <user>', '--as-group <group>', '--as-uid <uid>', '-c, --kubeconfig <file>', '--context <name>', '--kubeclient-timeout <duration>', '--vklog <level>',
];

/** Gives a command the options that say how a cluster is reached, so that they are refused: nothing here asks one. */
export function addClusterOptions(command: Command, more: readonly string[] = []): void {
  refuse(command, [...CLUSTER, ...more], 'is not supported. No cluster is asked: leave it out');
}

/**
 * Gives a command options of Istio's own program that have no meaning here, so that they are refused by name.
 *
 * @param flags the options, with an argument where they take one
 * @param why what follows their name, and what to do: sentences without the last full stop
 */
export function addRefusal(command: Command, flags: readonly string[], why: string): void {
  refuse(command, flags, why);
}

/**
 * Gives a command options of Istio's own program that cannot be used yet, so that they are refused by name.
 *
 * @param flags the options, with an argument where they take one
 * @param instead what works now, as a sentence without its full stop
 */
export function addRefused(command: Command, flags: readonly string[], instead: string): void {
  refuse(command, flags, `is not supported yet. ${instead}`);
}

function refuse(command: Command, flags: readonly string[], why: string): void {
  for (const flag of flags) {
    const option = new Option(flag).hideHelp();
    command.addOption(option);
    command.on(`option:${option.name()}`, () => {
      throw new UsageError(`The option ${option.long} ${why}.`);
    });
  }
}
