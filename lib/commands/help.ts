import { type Command, parseOptions, UsageError } from "./command.ts";

/** `belltower help [command]`, over the table of commands. */
export function help(commands: () => Readonly<Record<string, Command>>): Command {
  return {
    usage: ["belltower help [COMMAND]"],
    summary: "lists the commands, or tells one",
    run: (args, io) => {
      const [name] = parseOptions(args, {}, io).positionals;
      const all = commands();
      if (name === undefined) io.out(overview(all));
      else if (Object.hasOwn(all, name)) io.out(details(all[name]!));
      else throw new UsageError(`there is no command "${name}"`);
      return Promise.resolve(0);
    },
  };
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
