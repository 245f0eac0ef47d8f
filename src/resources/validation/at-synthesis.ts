import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { readOnce } from '../../reference/synthesis';
import { writtenQuickly } from '../../reference/written-form';

/** Objects that say themselves what is wrong with them. Copies of this library share the mark, so that nothing is said twice. */
const VALIDATED = Symbol.for('cdk8s-istio.validated');

/** Groups of kinds that may be in schema/. */
const GROUPS = /(?:^|\.)istio\.io$|^gateway\.networking\.k8s\.io$/;

/**
 * Checks an object when the app is synthesized: what a cluster would refuse fails synthesis, all of it at once and under the path of
 * the construct; what it would take with a warning is printed, once, and kept in the metadata of the construct's node.
 */
export function validated(object: ApiObject): void {
  if (VALIDATED in object) return;
  Object.defineProperty(object, VALIDATED, { value: true });
  writtenQuickly(object);
  object.node.addValidation({ validate: () => readOnce(object, 'errors', () => synthesis().errorsOf(object)) });
}

/**
 * Checks the objects of an app that were not made by classes of this library as well: plain ones, and those of YAML files and charts.
 * They are looked for when the app is synthesized, and each speaks under its own path.
 */
export function validatedApp(root: IConstruct): void {
  if (VALIDATED in root) return;
  Object.defineProperty(root, VALIDATED, { value: true });
  root.node.addValidation({
    validate: () => readOnce(root, 'validated', () => {
      // The root is asked before all others, so that these are still asked.
      for (const construct of root.node.findAll()) {
        if (ApiObject.isApiObject(construct) && GROUPS.test(construct.apiGroup)) validated(construct);
      }
      return [];
    }),
  });
}

let loaded: typeof import('./synthesis') | undefined;

/** What the checks need is loaded when the first object is checked. */
function synthesis(): typeof import('./synthesis') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (loaded ??= require('./synthesis') as typeof import('./synthesis'));
}
