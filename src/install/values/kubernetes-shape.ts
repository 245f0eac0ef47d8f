import type { FieldsShape, Shape } from './shape-types';
import { KubernetesField, kubernetesFields } from '../../reference/kubernetes-types';

/** How scalars of Kubernetes are checked. */
const SCALARS: Readonly<Record<string, Shape>> = {
  'any': 'anything',
  'bool': 'boolean',
  'int-or-string': 'integerOrString',
  'int32': 'integer',
  'int64': 'wholeNumber',
  'quantity': 'quantity',
  'string': 'string',
  'time': 'string',
  'uint32': 'natural',
};

const shapes = new Map<string, FieldsShape>();

/** The shape of a type of Kubernetes, such as `Affinity`. Null may stand for any part of it: a patch takes away by it. */
export function kubernetesShape(type: string): Shape {
  const known = SCALARS[type] ?? shapes.get(type);
  if (known !== undefined) return known;
  const fields: { [name: string]: Shape } = {};
  const shape: FieldsShape = { fields, choices: [], removable: true };
  shapes.set(type, shape);
  for (const [name, field] of kubernetesFields(type)!) {
    Object.defineProperty(fields, name, { enumerable: true, configurable: true, get: () => shapeOf(field) });
  }
  return shape;
}

function shapeOf({ type, form }: KubernetesField): Shape {
  const inner = kubernetesShape(type);
  return form === 'one' ? inner : form === 'list' ? { list: inner } : { map: inner };
}
