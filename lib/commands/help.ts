import { nearest } from "../domain/nearest.ts";
import { type Command, onePositional, parseOptions, UsageError } from "./command.ts";
import { OPTION_WORDS } from "./option_words.ts";

/** `belltower help [command]`, over the table of commands. */
export function help(commands: Readonly<Record<string, () => Promise<Command>>>): Command {
  return {
    usage: ["belltower help [COMMAND]"],
    summary: "lists the commands, or tells one",
    run: async (args, io) => {
      const { positionals } = parseOptions(args, {}, io);
      if (positionals.length === 0) io.out(overview(await loadAll(commands)));
      else {
        const load = commandNamed(commands, onePositional(positionals, "a command"));
        io.out(details(await load()));
      }
      return 0;
    },
  };
}

/** What loads the command `name`. Throws UsageError where there is none, and names the one that was probably meant. */
export function commandNamed(
  commands: Readonly<Record<string, () => Promise<Command>>>,
  name: string,
): () => Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load !== undefined) return load;
  const near = nearest(name, Object.keys(commands));
  const hint = near === null ? "`belltower help` lists them" : `did you mean "${near}"?`;
  throw new UsageError(`there is no command "${name}"; ${hint}`);
}

async function loadAll(commands: Readonly<Record<string, () => Promise<Command>>>) {
  const loading = Object.entries(commands).map(async ([name, load]) => [name, await load()]);
  return Object.fromEntries(await Promise.all(loading)) as Record<string, Command>;
}

function overview(commands: Readonly<Record<string, Command>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands)
    .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Belltower: the caller's card on the right screen when the phone rings.\n\n${
    lines.join("\n")
  }\n\nEvery option can also come from the environment, as BELLTOWER_<OPTION>.\n`;
}

function details({ usage, summary }: Command): string {
  const options = [...new Set(usage.flatMap((line) => line.match(/--[a-z-]+/g) ?? []))];
  const width = Math.max(...options.map((option) => option.length));
  const lines = options.map((option) =>
    `  ${option.padEnd(width)}  ${OPTION_WORDS[option.slice(2)] ?? ""}`
  );
  const explained = lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
  return `${summary}\n\n${usage.map((line) => `  ${line}`).join("\n")}\n${explained}`;
}
