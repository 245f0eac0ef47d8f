import { ApiObject } from 'cdk8s';
import { formatFinding, validateObject } from '.';
import { patchedPlaces } from './patched';
import { JsonObject } from '../../reference/json';
import { warnOnce } from '../../reference/warn';
import { quickForm } from '../../reference/written-form';

/**
 * What a cluster would refuse of an object as it will be written. What it would only warn about is printed, and so is what stands where
 * a JSON patch wrote: that is the way past the types and the checks.
 */
export function errorsOf(object: ApiObject): string[] {
  const written = writtenForm(object);
  if (written === undefined) return [];
  const findings = validateObject(written);
  if (findings.length === 0) return [];
  const errors: string[] = [];
  const isPatched = patchedPlaces(object);
  for (const finding of findings) {
    if (finding.severity === 'error' && !isPatched(finding.steps)) errors.push(formatFinding(finding));
    else warnOnce(object, formatFinding(finding));
  }
  return errors;
}

/** The object as cdk8s will write it; undefined where it cannot be written, which cdk8s will say itself. */
function writtenForm(object: ApiObject): JsonObject | undefined {
  try {
    return quickForm(object) ?? object.toJson();
  } catch {
    return undefined;
  }
}
