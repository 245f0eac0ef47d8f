import { App, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Suppressions } from '../../src';
import { failure, finding } from '../../src/reference/fail';
import { checks } from '../../src/reference/suppressions';
import { warnOnce } from '../../src/reference/warn';
import { meshFor, messageOf, service } from '../mesh/harness';
import { printedBy } from '../printed';

/** A construct whose validation finds the same each time. */
function faulty(scope: Construct, id: string, code?: string): Construct {
  const construct = new Construct(scope, id);
  construct.node.addValidation(checks(construct, () => [finding('It is odd', 'Make it even', code)]));
  return construct;
}

function found(app: App): string[] {
  return (messageOf(() => app.synth()) ?? '').split('\n').slice(1).map((line) => line.trim());
}

test('a finding and an error that throws have the code of their guard rail at the end', () => {
  expect(finding('It is odd', 'Make it even', 'A13')).toBe('It is odd. Make it even. (A13)');
  expect(failure(new App(), 'It is odd', 'Make it even', 'A13').message).toBe('[] It is odd. Make it even. (A13)');
});

test('a finding is suppressed at its construct and at each above it, by its code alone', () => {
  const app = Testing.app();
  const outer = new Construct(app, 'outer');
  Suppressions.of(faulty(outer, 'here', 'A13')).add('A13', 'it is even elsewhere');
  Suppressions.of(outer).add('A14', 'as above');
  faulty(outer, 'there', 'A14');
  faulty(outer, 'other', 'A13');
  faulty(outer, 'without');
  expect(found(app)).toEqual([
    '[outer/other] It is odd. Make it even. (A13)',
    '[outer/without] It is odd. Make it even.',
  ]);
  expect(found(app)).toHaveLength(2);
});

test('what a mesh suppresses is suppressed in its namespaces, whose charts stand beside it', () => {
  const { app, mesh, shop } = meshFor();
  faulty(service(shop, 'web'), 'odd', 'A5');
  Suppressions.of(mesh).add('A5', 'all of it is odd');
  expect(messageOf(() => app.synth())).toBeUndefined();
});

test('a suppression that suppresses nothing is a finding', () => {
  const app = Testing.app();
  Suppressions.of(faulty(app, 'here', 'A13')).add('A14', 'it was odd once');
  expect(found(app)).toEqual([
    '[here] It is odd. Make it even. (A13)',
    '[here] The suppression of A14 ("it was odd once") suppresses nothing. Remove it, or move it to the construct that the message names.',
  ]);
});

test('a warning is said once with its code, and not where it is suppressed', () => {
  const app = Testing.app();
  const loud = new Construct(app, 'loud');
  const quiet = new Construct(app, 'quiet');
  for (const one of [loud, quiet]) {
    one.node.addValidation(checks(one, () => {
      warnOnce(one, finding('It may be odd', 'Look at it'), 'A18');
      return [];
    }));
  }
  Suppressions.of(quiet).add('A18', 'looked at');
  expect(printedBy(() => {
    expect(found(app)).toEqual([]);
    expect(found(app)).toEqual([]);
  })).toEqual(['[loud] warning: It may be odd. Look at it. (A18)\n']);
});

test('a suppression that says too little is refused', () => {
  const { shop } = meshFor();
  const suppressions = Suppressions.of(shop);
  expect(Suppressions.of(shop)).toBe(suppressions);
  expect(messageOf(() => suppressions.add('IST0101', 'known'))).toBe(
    '[mesh-2-shop] "IST0101" is not the code of a guard rail. Give the code at the end of the message, A1 to A34.');
  expect(messageOf(() => suppressions.add('A13', ' '))).toBe(
    '[mesh-2-shop] The suppression of A13 has no reason. Say why what it warns of is right here.');
  suppressions.add('A13', 'known');
  expect(messageOf(() => suppressions.add('A13', 'known'))).toBe(
    '[mesh-2-shop] A13 is suppressed here already ("known"). Suppress it once, with one reason.');
});
