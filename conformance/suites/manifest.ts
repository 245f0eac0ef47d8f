import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { loadedBundle } from '../../src/resources/bundle';
import { Draw } from '../generate/draw';
import { K8S_CASES, k8sCase } from '../generate/install/k8s';
import { aloneCases, drawnCase, gridCases, ManifestCase, unknownCases } from '../generate/install/manifest-cases';
import { Shapes } from '../generate/shape';
import { compareInstallations } from '../lib/installations';
import { Istioctl } from '../lib/istioctl';
import { OwnProgram } from '../lib/own-program';
import { Suite, SuiteContext } from '../lib/suite';

/** Cases that anybody writes first, with both programs' own images. */
const PLAIN: readonly ManifestCase[] = ['default', 'minimal'].flatMap((profile) => [
  { title: `${profile}, as it is`, settings: [] },
  { title: `${profile}, hub`, settings: ['hub=registry.example.com/mesh'] },
  { title: `${profile}, tag`, settings: ['tag=1.31.4-distroless'] },
  { title: `${profile}, revision`, settings: ['revision=canary'] },
  { title: `${profile}, hub, tag and revision`, settings: ['hub=registry.example.com/mesh', 'tag=1.31.4', 'revision=v1-31-4'] },
].map(({ title, settings }) => ({ title, files: [], set: [`profile=${profile}`, ...settings] })));

/** How many combinations are drawn when nobody says how many. */
const DRAWN = { sample: 40, whole: 400 };

/** Of so many combinations, one more has components with fields of their objects. */
const PATCHED_SHARE = 3;

/** How many of the other cases a sample has. */
const SAMPLE = { grid: 30, alone: 80, unknown: 8 };

/** Compares our `manifest` with that of istioctl, object by object. */
export const manifest: Suite = {
  name: 'manifest',
  title: 'our manifest against `istioctl manifest generate`, object by object',
  async run(context: SuiteContext): Promise<void> {
    const istioctl = await Istioctl.at(context.lifetime);
    const own = new OwnProgram();
    await compareInstallations(context, casesOf(context.options), async ({ files, set }, id) => {
      const texts = files.map(fileText);
      const names = texts.map((text, index) => {
        const file = path.join(context.lifetime.folder, `${id}-${index}.yaml`);
        writeFileSync(file, text);
        return file;
      });
      const flags = [...names.flatMap((name) => ['-f', name]), ...set.flatMap((setting) => ['--set', setting])];
      const theirs = async (...more: string[]) =>
        istioctl.remembered(['manifest', 'generate', ...texts, ...set, ...more], ['manifest', 'generate', ...flags, ...more]);
      // Those without files are few, and show that the program starts and ends as it should.
      const actual = files.length === 0 ? await own.start(['manifest', ...flags]) : await own.run(['manifest', ...flags]);
      return { expected: await theirs(), actual, forced: async () => theirs('--force') };
    });
  },
};

function casesOf({ seed, asked, whole }: SuiteContext['options']): Record<string, readonly ManifestCase[]> {
  const shapes = new Shapes(loadedBundle('install'));
  const draw = new Draw(seed);
  const some = (cases: readonly ManifestCase[], count: number) => (whole ? cases : draw.shuffled(cases).slice(0, count));
  const count = asked ?? (whole ? DRAWN.whole : DRAWN.sample);
  const drawn = Array.from({ length: count }, (_, number) => drawnCase(shapes, seed, number));
  const patched = [...K8S_CASES, ...Array.from({ length: Math.ceil(count / PATCHED_SHARE) }, (_, number) => k8sCase(seed, number))];
  // Who asks for a number of combinations wants these.
  if (asked !== undefined && !whole) return { drawn, patched };
  return {
    plain: PLAIN,
    grid: some(gridCases(), SAMPLE.grid),
    alone: some(aloneCases(shapes), SAMPLE.alone),
    unknown: some(unknownCases(shapes), SAMPLE.unknown),
    drawn,
    patched,
  };
}

function fileText(spec: object): string {
  return `${JSON.stringify({ apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator', spec })}\n`;
}
