import type { CommandIo } from "../../lib/commands/command.ts";

/** What a command is given in a test: words on standard input, an environment, and what it wrote. */
export function fakeIo(
  given: { stdin?: string; env?: Record<string, string>; signal?: AbortSignal } = {},
): CommandIo & { readonly written: string; readonly errors: string } {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let written = "";
  let errors = "";
  return {
    out: (text) => void (written += text),
    bytes: (part) => void (written += decoder.decode(part, { stream: true })),
    err: (line) => void (errors += `${line}\n`),
    stdin: () => Promise.resolve(given.stdin ?? ""),
    env: (name) => given.env?.[name],
    signal: () => given.signal ?? new AbortController().signal,
    get written() {
      return written;
    },
    get errors() {
      return errors;
    },
  };
}
