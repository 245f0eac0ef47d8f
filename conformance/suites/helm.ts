import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { loadedBundle } from '../../src/resources/bundle';
import { Draw } from '../generate/draw';
import { ChartCase, chartCases, drawnChartCase, TRIED_CHARTS } from '../generate/install/chart-cases';
import { Shapes } from '../generate/shape';
import { Helm } from '../lib/helm';
import { compareInstallations } from '../lib/installations';
import { istioModule } from '../lib/istio-module';
import { OwnProgram } from '../lib/own-program';
import { Suite, SuiteContext } from '../lib/suite';

/** How many combinations of each chart are drawn when nobody says how many. */
const DRAWN = { sample: 15, whole: 150 };

/** How many of a chart's other cases a sample has. */
const SAMPLE = 25;

/** Compares what we make of each chart's values with what Helm makes of them. */
export const helm: Suite = {
  name: 'helm',
  title: 'our charts against `helm template`, object by object',
  async run(context: SuiteContext): Promise<void> {
    const program = await Helm.at(context.lifetime);
    const own = new OwnProgram();
    const charts = path.join(await istioModule(), 'manifests', 'charts');
    await compareInstallations(context, casesOf(context.options), async ({ chart, release, values }, id) => {
      const file = path.join(context.lifetime.folder, `${id}.yaml`);
      const text = JSON.stringify(values);
      writeFileSync(file, text);
      const args = ['template', release.name, path.join(charts, chart.folder), '--namespace', release.namespace];
      const expected = await program.remembered([...args, text], [...args, '--values', file]);
      const actual = await own.run(['manifest', '--values', `${chart.name}=${file}`, '--release', release.name, '--namespace', release.namespace]);
      return { expected, actual };
    });
  },
};

function casesOf({ seed, asked, whole }: SuiteContext['options']): Record<string, readonly ChartCase[]> {
  const shapes = new Shapes(loadedBundle('install'));
  const draw = new Draw(seed);
  const count = asked ?? (whole ? DRAWN.whole : DRAWN.sample);
  return Object.fromEntries(TRIED_CHARTS.flatMap((chart) => {
    const all = chartCases(shapes, chart);
    const alone = whole ? all : draw.shuffled(all).slice(0, SAMPLE);
    const drawn = Array.from({ length: count }, (_, number) => drawnChartCase(shapes, chart, seed, number));
    return [...(asked === undefined || whole ? [[chart.name, alone] as const] : []), [`${chart.name}, drawn`, drawn] as const];
  }));
}
