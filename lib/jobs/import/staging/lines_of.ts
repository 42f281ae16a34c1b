const PIECE = 128 * 1024;

/** The lines of a text file of our own, each of which ends with a line feed. */
export function* linesOf(path: string): Generator<string> {
  using file = Deno.openSync(path);
  const decoder = new TextDecoder();
  const piece = new Uint8Array(PIECE);
  let text = "";
  for (;;) {
    const length = file.readSync(piece);
    text += length === null ? decoder.decode() : decoder.decode(piece.subarray(0, length), {
      stream: true,
    });
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    yield* lines;
    if (length === null) return;
  }
}
