/*
 * `npx tsx --tsconfig examples/tsconfig.json examples/tasks/main.ts request-routing` prints what each step of a task writes; without
 * a name it lists the tasks.
 */
import { App } from 'cdk8s';
import { nameOf, TASKS } from './index';

const [name] = process.argv.slice(2);
const task = TASKS.find((one) => nameOf(one) === name);
if (task === undefined) {
  if (name !== undefined) console.error(`There is no task "${name}".`);
  console.log(TASKS.map((one) => `${nameOf(one)}  https://istio.io/latest/docs/${one.page}/`).join('\n'));
  process.exitCode = name === undefined ? 0 : 2;
} else {
  for (const [step, declare] of Object.entries(task.steps)) {
    const app = new App();
    declare(app);
    console.log(`# ${step}\n${app.synthYaml()}`);
  }
}
