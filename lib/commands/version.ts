import { DatabaseSync } from "node:sqlite";
import { latestVersion } from "../store/migrate.ts";
import { VERSION } from "../version.ts";
import { type Command, noPositionals, parseOptions } from "./command.ts";

/** `belltower version`: the program, the schema of its database, and what it stands on. */
export const version: Command = {
  usage: ["belltower version"],
  summary: "tells the versions of the program, its database, SQLite and Deno",
  run: (args, io) => {
    noPositionals(parseOptions(args, {}, io).positionals);
    const memory = new DatabaseSync(":memory:");
    const sqlite = memory.prepare("SELECT sqlite_version() AS version").get()?.["version"];
    memory.close();
    io.out(`belltower ${VERSION}\n`);
    io.out(`database ${latestVersion()}\nsqlite ${sqlite}\ndeno ${Deno.version.deno}\n`);
    return Promise.resolve(0);
  },
};
