import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { lazily, readOnce, rememberInSynthesis } from '../../src/reference/synthesis';

/** An app with one object whose data says how often it was made. */
function counted(): { readonly app: App; readonly chart: Chart; readonly made: () => number } {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  let made = 0;
  const map = new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', data: lazily(() => ({ count: String(++made) })) });
  chart.node.addValidation({ validate: () => (map.toJson() === undefined ? ['nothing'] : []) });
  rememberInSynthesis(app);
  rememberInSynthesis(app);
  return { app, chart, made: () => made };
}

test('what is read lazily is made anew each time, and once while the app is synthesized, for checks and writing together', () => {
  const { app, chart, made } = counted();
  expect([Testing.synth(chart), Testing.synth(chart)].map(([object]) => object.data.count)).toEqual(['2', '4']);
  app.synth();
  expect(made()).toBe(5);
  expect(app.synthYaml()).toContain('count: "6"');
  expect(Testing.synth(chart)[0].data.count).toBe('8');
});

test('nothing is kept where synthesis fails', () => {
  const { app, chart, made } = counted();
  let wrong = ['wrong'];
  app.node.addValidation({ validate: () => wrong });
  expect(() => app.synth()).toThrow('wrong');
  wrong = [];
  const before = made();
  Testing.synth(chart);
  Testing.synth(chart);
  expect(made()).toBe(before + 4);
});

test('of a thing, one reading by name is kept apart from another', () => {
  const { app, chart } = counted();
  const of = {};
  const seen: string[] = [];
  chart.node.addValidation({
    validate: () => {
      for (const what of ['a', 'b', 'a']) readOnce(of, what, () => seen.push(what));
      return [];
    },
  });
  app.synth();
  expect(seen).toEqual(['a', 'b']);
});
