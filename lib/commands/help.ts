import { type Command, parseOptions, UsageError } from "./command.ts";

/** `belltower help [command]`, over the table of commands. */
export function help(commands: Readonly<Record<string, () => Promise<Command>>>): Command {
  return {
    usage: ["belltower help [COMMAND]"],
    summary: "lists the commands, or tells one",
    run: async (args, io) => {
      const [name] = parseOptions(args, {}, io).positionals;
      if (name === undefined) io.out(overview(await loadAll(commands)));
      else if (Object.hasOwn(commands, name)) io.out(details(await commands[name]!()));
      else throw new UsageError(`there is no command "${name}"`);
      return 0;
    },
  };
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
  return `${summary}\n\n${usage.map((line) => `  ${line}`).join("\n")}\n`;
}
