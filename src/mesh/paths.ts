/** A call that a mesh allows. */
export interface AllowedPath {
  /** The caller, as namespace/name. */
  readonly from: string;
  /** What it calls, as namespace/name; of an external service, its name. */
  readonly to: string;
  /**
   * Where in the program the call was declared, as file:line.
   *
   * @default - the platform does not tell
   */
  readonly declaredAt?: string;
}

/** How much of what could be called may be called. */
export interface MeshPaths {
  /** Number of services in the mesh. */
  readonly services: number;
  /** Number of paths between them: n(n−1). */
  readonly possible: number;
  /** Calls between services that were declared, each once. */
  readonly allowed: AllowedPath[];
  /** Calls that leave the mesh. */
  readonly external: AllowedPath[];
}

const OWN = /cdk8s-istio[\\/](src|lib)[\\/]|node:|node_modules/;

/** The line of the user's program that is running now. */
export function callerLine(): string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 8;
  const stack = new Error().stack?.split('\n').slice(1) ?? [];
  Error.stackTraceLimit = limit;
  const here = stack.findIndex((line) => !isOwn(line));
  const match = here < 0 ? null : /\(?((?:file:\/\/)?[^()\s]+):(\d+):\d+\)?$/.exec(stack[here]);
  return match ? `${match[1].replace('file://', '')}:${match[2]}` : undefined;
}

function isOwn(line: string): boolean {
  return OWN.test(line) || line.includes(__dirname);
}
