import { ApiObject } from 'cdk8s';

/**
 * Whether a JSON patch of an object wrote a place in it, or what is around it. A patch is the way to write what the types and the checks
 * of this release do not know; so what it writes is warned about, and not refused.
 */
export function patchedPlaces(object: ApiObject): (steps: readonly (string | number)[]) => boolean {
  const { patches } = object as unknown as { readonly patches?: readonly { _toJson?(): { readonly op: string; readonly path: string } }[] };
  const written = (patches ?? []).flatMap((patch) => {
    const operation = patch._toJson?.();
    return operation === undefined || operation.op === 'remove' ? [] : [stepsOf(operation.path)];
  });
  return (steps) => written.some((place) => place.every((step, at) => step === `${steps[at]}`));
}

/** The keys of a JSON pointer. One behind the last item of a list may be any item of it. */
function stepsOf(pointer: string): string[] {
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.at(-1) === '-' ? steps.slice(0, -1) : steps;
}
