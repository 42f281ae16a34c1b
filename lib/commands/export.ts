import { defaultDataFolder } from "../config.ts";
import { LANGUAGES } from "../domain/staff.ts";
import { exportRows as exportedRows } from "../jobs/export/export_rows.ts";
import {
  EXPORT_FORMATS,
  EXPORT_SUBJECTS,
  type ExportFormat,
  type ExportSubject,
} from "../jobs/export/request.ts";
import { openStore } from "../store/open_store.ts";
import { officeLanguage } from "../store/office_settings.ts";
import { setting } from "../store/settings.ts";
import { type Command, onePositional, parseOptions, UsageError } from "./command.ts";
import { noteConsole } from "./note_console.ts";
import { openOutput } from "./output.ts";
import { refuseOwnFile } from "./own_file.ts";
import { readSettings } from "./serve_settings.ts";

const OPTIONS = { data: "string", format: "string", out: "string", language: "string" } as const;

/** `belltower export`: all rows, beside a running server too. JSON and CSV are for scripts, a workbook is for people. */
export const exportRows: Command = {
  usage: [
    "belltower export calls|customers|consultations [--format jsonl|csv|xlsx] [--out FILE] [--language ko|en] [--data DIR]",
  ],
  summary: "writes every call, customer or consultation: as JSON lines, as CSV or as a workbook",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const what = subjectOf(onePositional(positionals, "what to export"));
    const format = formatOf(options.format ?? "jsonl");
    const asked = options.language ?? null;
    const spoken = asked === null ? null : oneOf(LANGUAGES, "--language", asked);
    const data = options.data ?? defaultDataFolder(io.env);
    if (options.out !== undefined) refuseOwnFile(data, options.out);
    const ask = await readSettings(["--data", data], io);
    const store = openStore(data, { readOnly: true });
    const signal = io.signal();
    try {
      using output = openOutput(options.out, io);
      const language = spoken ?? officeLanguage(store);
      const headings = format === "xlsx" ? "words" : "fields";
      const bytes = exportedRows(store, {
        ...{ what, format, headings, language },
        timeZone: ask((key) => setting(store, key))["time-zone"].value!,
        query: {},
      });
      for await (const piece of bytes) {
        signal.throwIfAborted();
        output.write(piece);
      }
      output.finish();
      const after = { format, ...(options.out === undefined ? {} : { out: options.out }) };
      noteConsole(data, { act: "exported", kind: "export", record: what, after }, io);
    } finally {
      store.close();
    }
    return 0;
  },
};

function subjectOf(name: string): ExportSubject {
  const subject = EXPORT_SUBJECTS.find((known) => known === name);
  if (subject !== undefined) return subject;
  throw new UsageError(
    `"${name}" cannot be exported; expected calls, customers or consultations`,
  );
}

function formatOf(name: string): ExportFormat {
  return oneOf(EXPORT_FORMATS, "--format", name);
}

function oneOf<Word extends string>(known: readonly Word[], option: string, word: string): Word {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  const [last, ...others] = known.toReversed();
  throw new UsageError(`${option} ${word}: expected ${others.toReversed().join(", ")} or ${last}`);
}
