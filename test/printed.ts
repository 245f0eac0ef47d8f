/** What is written to stderr while something runs, a text each; the terminal sees nothing of it. */
export function printedBy(action: () => void): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    action();
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}
