import { App } from 'cdk8s';
import { nameOf, TASKS } from '../../examples/tasks';

const steps = TASKS.flatMap((task) => Object.entries(task.steps).map(([step, declare]) => ({ title: `${nameOf(task)}: ${step}`, declare })));

test('each task has a name of its own', () => {
  const names = TASKS.map(nameOf);
  expect([...new Set(names)]).toEqual(names);
});

test.each(steps)('$title, without a finding', ({ declare }) => {
  const app = new App();
  declare(app);
  expect(app.synthYaml()).toContain('istio.io/');
});
