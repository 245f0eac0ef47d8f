import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Command, CommanderError } from 'commander';
import { addGateways } from './gateways';
import { addInject } from './inject';
import { Io, UsageError } from './io';
import { addManifest } from './manifest';

/** Commands of a later release. Calling one says so, instead of "unknown command". */
const LATER = ['analyze', 'explain', 'graph', 'import', 'diff'];

/** Errors that nothing throws on purpose. */
const FAULTS = [TypeError, RangeError, ReferenceError];

/**
 * Runs the program.
 *
 * @param argv the words behind its name
 * @param io what it reads and writes
 * @returns its exit code: 0, 2 where the input is bad, or 70 where the program itself is at fault
 */
export function run(argv: readonly string[], io: Io): number {
  const program = createProgram(io);
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return 0;
    }
    if (LATER.includes(argv[0])) {
      throw new UsageError(`"${argv[0]}" comes in a later release. These work now: ${program.commands.map((command) => command.name()).join(', ')}.`);
    }
    program.parse([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return report(error as Error, io);
  }
}

/** Says what is wrong. The user can mend what a room refuses, but not a fault in the program. */
function report(error: Error, io: Io): number {
  const fault = [error, error.cause].find((one) => FAULTS.some((type) => one instanceof type)) as Error | undefined;
  if (fault) {
    io.err(`This is a fault in cdk8s-istio, not in what it was given. Please report it with the lines below.\n${error.message}\n${fault.stack}\n`);
    return 70;
  }
  io.err(`error: ${error.message}\n`);
  return 2;
}

function createProgram(io: Io): Command {
  const program = new Command('cdk8s-istio')
    .description('Istio, as typed constructs and on any YAML: render the control plane, inject proxies.')
    .version(version(), '--version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', '\nExamples:\n  cdk8s-istio manifest --set profile=minimal | kubectl apply --server-side -f -\n  cdk8s-istio inject -f app.yaml | kubectl apply -f -\n');
  addManifest(program, io);
  addInject(program, io);
  addGateways(program, io);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err }).allowExcessArguments(false);
  }
  return program;
}

function version(): string {
  return JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}
