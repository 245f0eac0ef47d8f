import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { cli } from './cli';
import { installSchema } from '../../src/install/values/schema';

/** What stands in code on the page. */
const CODE = [...readFileSync(path.join(__dirname, '..', '..', 'docs', 'installing.md'), 'utf8').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

test('the page about installing has every flag of the command', () => {
  const flags = [...cli(['manifest', '--help']).out.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag);
  expect(flags.filter((flag) => !['--help', '--set'].includes(flag) && !CODE.some((code) => code.split(/[ =]/).includes(flag)))).toEqual([]);
});

test('the page about installing has every path of the file of the installer', () => {
  const { messages } = installSchema();
  const paths = [
    ...Object.keys(messages.IstioOperatorSpec.fields).map((name) => `spec.${name}`),
    ...Object.keys(messages.InstallComponents.fields).map((name) => `spec.components.${name}`),
  ];
  expect(paths.filter((name) => !CODE.some((code) => code === name || code.startsWith(`${name}.`)))).toEqual([]);
});
