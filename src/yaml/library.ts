/**
 * The `yaml` package, which reads YAML. It is loaded when it is first needed: printing, which every command does, needs no reader.
 */
export function yamlLibrary(): typeof import('yaml') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('yaml');
}
