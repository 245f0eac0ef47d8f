import { JsonObject } from '../../reference/json';

/**
 * How much a finding weighs.
 */
export enum FindingSeverity {
  /**
   * A cluster refuses the object.
   */
  ERROR = 'error',

  /**
   * A cluster takes the object with a warning.
   */
  WARNING = 'warning',
}

/**
 * One thing that is wrong with an object.
 */
export interface ValidationFinding {
  /**
   * Whether a cluster refuses the object, or warns.
   */
  readonly severity: FindingSeverity;

  /**
   * Kind of the object.
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * @default - the object has none
   */
  readonly name?: string;

  /**
   * Namespace of the object.
   *
   * @default - the object does not say
   */
  readonly namespace?: string;

  /**
   * The field, such as `spec.http[0].timeout`; empty for the object as a whole.
   */
  readonly path: string;

  /**
   * What stands there.
   *
   * @default - nothing stands there
   */
  readonly value?: any;

  /**
   * What is wrong, with the value in it.
   */
  readonly problem: string;

  /**
   * What to do about it.
   */
  readonly fix: string;

  /**
   * All of it in a sentence or two.
   */
  readonly message: string;
}

/**
 * Checks objects of Istio and of the Gateway API as a cluster would: by the structure and the rules of their definitions, and by what
 * Istio's admission webhook checks beyond them.
 */
export class ManifestValidator {
  /**
   * What is wrong with objects, as plain data, in their order. Objects of other kinds are left alone.
   *
   * @param objects the objects, such as the documents of a YAML file
   */
  public static validate(objects: any[]): ValidationFinding[] {
    const { formatFinding, validateObject } = checks();
    return objects.flatMap((object) => validateObject(object).map(({ severity, path, value, problem, fix }) => ({
      severity: severity === 'error' ? FindingSeverity.ERROR : FindingSeverity.WARNING,
      ...nameOf(object),
      path,
      ...(value !== undefined && { value }),
      problem,
      fix,
      message: formatFinding({ path, problem, fix }),
    })));
  }

  private constructor() {}
}

/** What the checks need is loaded with the first object. */
function checks(): typeof import('.') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('.') as typeof import('.');
}

function nameOf({ kind, metadata }: JsonObject): Pick<ValidationFinding, 'kind' | 'name' | 'namespace'> {
  const { name, namespace } = typeof metadata === 'object' && metadata !== null ? metadata as JsonObject : {} as JsonObject;
  return { kind, ...(typeof name === 'string' && { name }), ...(typeof namespace === 'string' && { namespace }) };
}
