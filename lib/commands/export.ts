import { stringify } from "csv-stringify/sync";
import { defaultDataFolder } from "../config.ts";
import { openStore } from "../store/database.ts";
import { everyCall } from "../store/export.ts";
import { type Command, onePositional, parseOptions, UsageError } from "./command.ts";
import { CALL_FIELDS, type ExportedCall, exportedCall } from "./exported_call.ts";
import { openOutput } from "./output.ts";

const OPTIONS = { data: "string", format: "string", out: "string" } as const;

/** How rows become text: what stands above the first, and each row. */
interface Format {
  readonly head: string;
  row(call: ExportedCall): string;
}

const JSONL: Format = { head: "", row: (call) => `${JSON.stringify(call)}\n` };

const CSV: Format = {
  // Excel takes a file without the mark for the system's old encoding.
  head: `\uFEFF${stringify([[...CALL_FIELDS]])}`,
  row: (call) => stringify([CALL_FIELDS.map((field) => cellOf(call[field]))]),
};

/** `belltower export`: all rows, beside a running server too. */
export const exportRows: Command = {
  usage: ["belltower export calls [--format jsonl|csv] [--out FILE] [--data DIR]"],
  summary: "writes every call, as JSON lines or as CSV",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    refuseOthers(onePositional(positionals, "what to export"));
    const { head, row } = formatOf(options.format ?? "jsonl");
    const store = openStore(options.data ?? defaultDataFolder(io.env), { readOnly: true });
    try {
      using output = openOutput(options.out, io);
      output.write(head);
      for (const page of everyCall(store)) {
        for (const call of page) output.write(row(exportedCall(call)));
        // Without a turn of the event loop nobody could stop the command.
        await new Promise((resolve) => setTimeout(resolve, 0));
        io.signal.throwIfAborted();
      }
      output.finish();
    } finally {
      store.close();
    }
    return 0;
  },
};

function refuseOthers(what: string): void {
  if (what === "calls") return;
  if (what === "customers" || what === "consultations") {
    throw new UsageError(`${what} cannot be exported yet; calls can`);
  }
  throw new UsageError(`"${what}" cannot be exported; expected calls`);
}

function formatOf(name: string): Format {
  switch (name) {
    case "jsonl":
      return JSONL;
    case "csv":
      return CSV;
    case "xlsx":
      throw new UsageError("--format xlsx is not there yet; csv opens in Excel");
    default:
      throw new UsageError(`--format ${name}: expected jsonl or csv`);
  }
}

/** No cell can be a formula: texts of a call are made here or consist of `0-9 * # +` only. */
function cellOf(value: ExportedCall[keyof ExportedCall]): string | number | null {
  return typeof value === "object" && value !== null ? value.join(" ") : value;
}
