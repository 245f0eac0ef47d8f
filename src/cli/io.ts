/** What a command reads and writes. Results go to `out`, everything else to `err`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Text of a file; of standard input, for "-". */
  readonly read: (file: string) => string;
  /** Writes a file: all of it, or nothing. */
  readonly write: (file: string, text: string) => void;
  /** Makes a folder where there is none yet, in one that exists. Answers with the names of the files in it. */
  readonly folder: (path: string) => string[];
}

/** Writes a result to a file, or else to standard output. */
export function writeResult(io: Io, text: string, file: string | undefined): void {
  if (file === undefined) {
    io.out(text);
    return;
  }
  try {
    io.write(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}. Give a file in a folder that exists.`);
  }
}

/** Something that the user must change. It is shown as it is, without a stack, and ends the program with code 2. */
export class UsageError extends Error {}
