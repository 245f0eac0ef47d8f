/* eslint-disable @typescript-eslint/no-require-imports */
import { IstiodContext } from './context';
import type * as charts from '../../injection/go-template/chart';
import { JsonObject } from '../../reference/json';
import { isMap } from '../values/tree';

/**
 * The containers that run before istiod. Of all values, their texts may be templates, which ask for other values and for the release;
 * the interpreter is loaded where there is one.
 *
 * @throws if such a template cannot be read or run
 */
export function initContainers({ values, release }: IstiodContext): JsonObject[] {
  const data = {
    Values: values,
    Release: { Name: release.name, Namespace: release.namespace, Service: 'Helm', IsInstall: true, IsUpgrade: false, Revision: 1 },
    Chart: { Name: 'istiod' },
  };
  return (values.initContainers ?? []).map((container, index) => filled(container, `initContainers[${index}]`, data) as JsonObject);
}

function filled(value: unknown, name: string, data: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item, index) => filled(item, `${name}[${index}]`, data));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, `${name}.${key}`, data)]));
  if (typeof value !== 'string' || !value.includes('{{')) return value;
  return (require('../../injection/go-template/chart') as typeof charts).renderChartText(name, value, data);
}
