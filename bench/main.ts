/*
 * Prints the figures that README quotes: ratios of medians, measured in turn in one run. `npm run bench -- --check` fails where a
 * limit is broken; `npm run bench -- inject` prints a piece of them.
 */
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { bytesInUse, timeFleet } from './fleet';
import { countLines } from './lines';
import { median, pair, peakMemory, timeProcess } from './measure';
import { meshObjects, timeBare, timeInjected, timeMesh } from './mesh';
import { Inputs, istioctl, OURS, withInputs } from './programs';
import { timeChecked, timeUnchecked } from './validation';

const RUNS = 9;

interface Figure {
  readonly what: string;
  readonly ratio: number;
  readonly detail: string;
  readonly limit?: number;
}

const PIECES: { readonly [name: string]: () => Figure[] } = {
  imports: () => [imports()],
  manifest: () => withInputs(manifests),
  inject: () => withInputs(injectingStreams),
  fleet,
  injection: () => [injecting()],
  mesh: () => [aboveBare()],
  growth: () => [growth()],
  lines: () => [lines()],
  checks: () => [checking(), checkingGrowth()],
};

function main(): void {
  const { values, positionals } = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true });
  const unknown = positionals.find((name) => !Object.hasOwn(PIECES, name));
  if (unknown !== undefined) throw new Error(`There is no piece "${unknown}". Give some of: ${Object.keys(PIECES).join(', ')}.`);
  const figures = Object.keys(PIECES).filter((name) => positionals.length === 0 || positionals.includes(name)).flatMap((name) => PIECES[name]());
  for (const { what, ratio, detail, limit } of figures) {
    console.log(`${what.padEnd(70)} ${ratio.toFixed(2).padStart(6)}${limit === undefined ? '' : `  (limit ${limit})`}   ${detail}`);
  }
  const broken = figures.filter(({ ratio, limit }) => limit !== undefined && ratio > limit);
  if (values.check && broken.length > 0) {
    throw new Error(`Over its limit: ${broken.map(({ what, ratio, limit }) => `${what} is ${ratio.toFixed(2)}, and may be ${limit}`).join('; ')}.`);
  }
}

/** What loading the library and its first kind costs, beside loading cdk8s, which it needs. The entry by itself loads nothing. */
function imports(): Figure {
  const root = path.join(__dirname, '..');
  const load = (name: string, member: string) => () =>
    timeProcess(process.execPath, ['-e', `require(${JSON.stringify(name)}).${member}`], { cwd: root });
  const empty = median(Array.from({ length: RUNS }, () => timeProcess(process.execPath, ['-e', ''])));
  const { ours, theirs } = pair(RUNS, load(root, 'VirtualService'), load('cdk8s', 'ApiObject'));
  return {
    what: 'import of cdk8s-istio and a kind / import of cdk8s',
    ratio: (ours - empty) / (theirs - empty),
    detail: `${(ours - empty).toFixed(0)} ms / ${(theirs - empty).toFixed(0)} ms, without the ${empty.toFixed(0)} ms of Node itself`,
    limit: 1.5,
  };
}

const ownProgram = (...args: string[]) => () => timeProcess(process.execPath, [OURS, ...args]);

const inBoth = (of: { ours: number; theirs: number }, unit = 'ms'): string => `${of.ours.toFixed(0)} ${unit} / ${of.theirs.toFixed(0)} ${unit}`;

/** Control planes, by our program and by Istio's. */
function manifests({ kubeconfig }: Inputs): Figure[] {
  const env = { ...process.env, KUBECONFIG: kubeconfig };
  const theirs = (...args: string[]) => () => timeProcess(istioctl(), args, { env });
  const manifest = pair(RUNS, ownProgram('manifest'), theirs('manifest', 'generate'));
  const demo = pair(RUNS, ownProgram('manifest', '--set', 'profile=demo'), theirs('manifest', 'generate', '--set', 'profile=demo'));
  const memory = pair(3, () => peakMemory(process.execPath, [OURS, 'manifest']), () => peakMemory(istioctl(), ['manifest', 'generate'], { env }));
  return [
    { what: 'cdk8s-istio manifest / istioctl manifest generate', ratio: manifest.ratio, detail: inBoth(manifest), limit: 0.7 },
    { what: 'the same for the profile demo', ratio: demo.ratio, detail: inBoth(demo), limit: 0.7 },
    { what: 'the most memory that they use', ratio: memory.ratio, detail: inBoth(memory, 'MiB'), limit: 1.2 },
  ];
}

/**
 * Streams of Deployments: our program beside Istio's, what one costs in a long stream beside a short one, and whether memory stays as it
 * is while a stream goes by.
 */
function injectingStreams({ kubeconfig, deploymentsOf, injectArgs }: Inputs): Figure[] {
  const sizes = [1000, 5000, 20_000];
  const files = sizes.map(deploymentsOf);
  const theirs = (): number => timeProcess(istioctl(), [...injectArgs, '-f', files[0]], { env: { ...process.env, KUBECONFIG: kubeconfig } });
  const inject = pair(5, ownProgram('inject', '-f', files[0]), theirs);
  const [start, ...times] = [deploymentsOf(1), ...files].map((file) => median(Array.from({ length: 3 }, ownProgram('inject', '-f', file))));
  const each = sizes.map((count, at) => (times[at] - start) / count);
  const memory = files.map((file) => peakMemory(process.execPath, [OURS, 'inject', '-f', file]));
  return [
    { what: 'cdk8s-istio inject / istioctl kube-inject, 1,000 Deployments', ratio: inject.ratio, detail: inBoth(inject), limit: 0.25 },
    {
      what: 'time to inject a Deployment, of 20,000 / of 1,000',
      ratio: each[2] / each[0],
      detail: sizes.map((size, at) => `${size}: ${each[at].toFixed(2)} ms`).join(', '),
      limit: 1.1,
    },
    {
      what: 'the most memory, of 20,000 Deployments injected / of 5,000',
      ratio: memory[2] / memory[1],
      detail: sizes.map((size, at) => `${size}: ${memory[at].toFixed(0)} MiB`).join(', '),
      limit: 1.3,
    },
  ];
}

/** Control planes of many clusters in one process: how long one takes beside a twentieth of a second, and whether memory stays as it is. */
function fleet(): Figure[] {
  timeFleet(50);
  const before = bytesInUse();
  const milliseconds = timeFleet(200) / 200;
  const after = bytesInUse();
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    { what: 'one of 200 control planes in a process / 50 ms', ratio: milliseconds / 50, detail: `${milliseconds.toFixed(1)} ms of processor time`, limit: 1 },
    { what: 'memory in use after them / before them', ratio: after / before, detail: `${megabytes(after)} / ${megabytes(before)}`, limit: 1.1 },
  ];
}

/** What a service costs in a mesh of 10,000, beside one of 1,000: 1 where the time is linear in the services. */
function growth(): Figure {
  timeMesh(100);
  const sizes = [1000, 3000, 10_000].map((services) => ({ services, milliseconds: timeMesh(services) / services }));
  return {
    what: 'time for a service, of 10,000 / of 1,000 (five calls each)',
    ratio: sizes[2].milliseconds / sizes[0].milliseconds,
    detail: sizes.map(({ services, milliseconds }) => `${services}: ${milliseconds.toFixed(2)} ms`).join(', '),
    limit: 1.3,
  };
}

/** What the injection adds to all else that a synthesis does. Most of what a proxy costs is that cdk8s prints ten times as much of its pod. */
function injecting(): Figure {
  timeInjected(100);
  const turns = Array.from({ length: 5 }, () => timeInjected(1000));
  const [all, injection] = [median(turns.map((turn) => turn.all)), median(turns.map((turn) => turn.injection))];
  return {
    what: 'injection of 1,000 services / all else in their synth',
    ratio: median(turns.map((turn) => turn.injection / (turn.all - turn.injection))),
    detail: `${injection.toFixed(0)} ms of ${all.toFixed(0)} ms`,
    limit: 0.15,
  };
}

/** Lines that a user writes beside the lines of YAML that they stand for, of the example that fares worst. */
function lines(): Figure {
  const counts = countLines();
  return {
    what: 'lines of an example / of the YAML that it stands for',
    ratio: Math.max(...counts.map(({ written, yaml }) => written / yaml)),
    detail: counts.map(({ example, written, yaml }) => `${example}: ${written} / ${yaml}`).join(', '),
    limit: 0.2,
  };
}

/** What a mesh costs beside the objects that it writes, given to bare cdk8s as they are. */
function aboveBare(): Figure {
  const charts = meshObjects(1000);
  const { ours, theirs, ratio } = pair(RUNS, () => timeMesh(1000), () => timeBare(charts));
  const count = [...charts.values()].reduce((sum, objects) => sum + objects.length, 0);
  return {
    what: 'a mesh of 1,000 services, five calls each / its objects in bare cdk8s',
    ratio,
    detail: `${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms for ${count} objects`,
    limit: 1.3,
  };
}

/** What classes and their checks add to bare cdk8s. */
function checking(): Figure {
  const { ours, theirs, ratio } = pair(5, () => timeChecked(10_000), () => timeUnchecked(10_000));
  return { what: '10,000 VirtualServices of the class, checked / plain objects', ratio, detail: `${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms`, limit: 1.3 };
}

/** What a checked object costs among many, beside one among few: 1 where the time is linear in the objects. */
function checkingGrowth(): Figure {
  const { ours, theirs } = pair(3, () => timeChecked(10_000) / 10_000, () => timeChecked(2500) / 2500);
  return { what: 'time for a checked object, of 10,000 / of 2,500', ratio: ours / theirs, detail: `${ours.toFixed(3)} ms / ${theirs.toFixed(3)} ms`, limit: 1.5 };
}

main();
