import type { Store } from "../store/database.ts";
import { openStore } from "../store/open_store.ts";
import { StoreError } from "../store/errors.ts";
import { setting } from "../store/settings.ts";
import type { Command, CommandIo } from "./command.ts";
import { readSettings, SERVE_USAGE } from "./serve_settings.ts";

/** `belltower config`: what `belltower serve` would go by, with the same options. */
export const config: Command = {
  usage: [`belltower config ${SERVE_USAGE}`],
  summary: "shows every setting of the server, and where its value comes from",
  async run(args, io) {
    const ask = await readSettings(args, io);
    const store = openIfThere(ask(null).data.value!, io);
    const settled = Object.entries(ask(store === null ? null : (key) => setting(store, key)));
    store?.close();
    const rows = settled.map(([name, { value, source }]) => [name, value ?? "-", source] as const);
    const [first, second] = [0, 1].map((column) =>
      Math.max(...rows.map((row) => row[column]!.length))
    );
    for (const [name, value, source] of rows) {
      io.out(`${name.padEnd(first!)}  ${value.padEnd(second!)}  ${source}\n`);
    }
    return 0;
  },
};

/** A database that cannot be read is no reason to show nothing. */
function openIfThere(data: string, io: CommandIo): Store | null {
  try {
    return openStore(data, { readOnly: true });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    io.err(`The database's settings are not shown: ${error.message}`);
    return null;
  }
}
