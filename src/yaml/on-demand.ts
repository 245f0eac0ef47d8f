/* eslint-disable @typescript-eslint/no-require-imports */
import { JsonValue } from '../reference/json';

/** The printer of YAML for rooms that are loaded with the mesh and print seldom: it is loaded by its first use. */
export function printYaml(value: JsonValue): string {
  return (require('./print') as typeof import('./print')).printYaml(value);
}
