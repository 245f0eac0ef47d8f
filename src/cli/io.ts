/** What a command reads and writes. Results go to `out`, everything else to `err`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Text of a file; of standard input, for "-". */
  readonly read: (file: string) => string;
  /** Text of a file or of standard input in pieces, which are read as they are asked for. */
  readonly readPieces: (file: string) => Iterable<string>;
  /** Writes a file: all of it, or nothing. */
  readonly write: (file: string, text: string) => void;
  /** Writes a file from pieces as they come: all of it, or nothing where one of them cannot be had. */
  readonly writePieces: (file: string, pieces: Iterable<string>) => void;
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

/**
 * Writes a result as its pieces come, to a file or else to standard output. What is on standard output stays there when a later piece
 * cannot be had; a file is then as it was.
 */
export function writePieces(io: Io, pieces: Iterable<string>, file: string | undefined): void {
  if (file === undefined) {
    for (const piece of pieces) io.out(piece);
    return;
  }
  // Which of both failed is told by where the error comes from.
  let fault: unknown;
  const watched = function* (): Generator<string> {
    try {
      yield* pieces;
    } catch (error) {
      fault = error;
      throw error;
    }
  };
  try {
    io.writePieces(file, watched());
  } catch (error) {
    if (error === fault) throw error;
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}. Give a file in a folder that exists.`);
  }
}

/** Something that the user must change. It is shown as it is, without a stack, and ends the program with code 2. */
export class UsageError extends Error {}
