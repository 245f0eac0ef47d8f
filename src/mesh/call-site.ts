const OWN = /cdk8s-istio[\\/](src|lib)[\\/]|node:|node_modules/;

/** How many frames of the library, of a call through groups and namespaces, may stand before that of the program. */
const DEPTH = 24;

/** The line that all is declared by that is declared now, where one call declares several things. */
let current: CallSite | undefined;

/** A line of the user's program, which is looked for when somebody asks: writing out a stack costs more than keeping it. */
export class CallSite {
  /** The line that is running now. */
  public static here(): CallSite {
    if (current !== undefined) return current;
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = DEPTH;
    const site = new CallSite(new Error());
    Error.stackTraceLimit = limit;
    return site;
  }

  /** Does work in which every line that is asked for is the one that is running now: it is looked for once. */
  public static during(work: () => void): void {
    const before = current;
    current = CallSite.here();
    try {
      work();
    } finally {
      current = before;
    }
  }

  private text?: string;
  private trace?: Error;

  private constructor(trace: Error) {
    this.trace = trace;
  }

  /** The line, as file:line; undefined where the platform does not tell. */
  public get line(): string | undefined {
    if (this.trace) {
      const frames = this.trace.stack?.split('\n').slice(1) ?? [];
      const frame = frames.find((one) => !isOwn(one));
      const match = frame === undefined ? null : /\(?((?:file:\/\/)?[^()\s]+):(\d+):\d+\)?$/.exec(frame);
      this.text = match ? `${match[1].replace('file://', '')}:${match[2]}` : undefined;
      this.trace = undefined;
    }
    return this.text;
  }
}

function isOwn(frame: string): boolean {
  return OWN.test(frame) || frame.includes(__dirname);
}
