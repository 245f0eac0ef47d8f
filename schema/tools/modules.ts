/** A part of schema/ with names of its own: a folder of the notation, and what is generated from it. */
export interface Module {
  /** The folder below schema/. */
  readonly name: string;
  /** The folder of its classes, structs and enums. */
  readonly classes: string;
  /** Modules whose messages and enums it may name as well. A name of its own goes before theirs. */
  readonly uses?: readonly string[];
  /** What its release is written in: proto files, or Go types. */
  readonly types?: 'proto' | 'go';
  /** Definitions of the release that Istio does not read. */
  readonly leftOut?: readonly string[];
}

/** All modules: each names only those before it. */
export const MODULES: readonly Module[] = [
  { name: 'istio', classes: 'src/resources' },
  { name: 'gateway-api', classes: 'src/resources/gateway-api', types: 'go', leftOut: ['udproutes.gateway.networking.k8s.io'] },
  { name: 'install', classes: 'src/resources/install-values', uses: ['istio'] },
];

/** The module of a name. */
export function moduleOf(name: string): Module {
  const found = MODULES.find((module) => module.name === name);
  if (found === undefined) throw new Error(`schema/ has no module "${name}". Choose from: ${MODULES.map((module) => module.name).join(', ')}.`);
  return found;
}

/** Where the library finds what it reads of a module at run time. */
export function bundleFile(module: Module): string {
  return `schema/${module.name}.generated.json`;
}
