import {
  configureSync,
  getJsonLinesFormatter,
  getTextFormatter,
  type LogLevel,
  type LogRecord,
  type Sink,
} from "@logtape/logtape";
import { LOG_LIMITS, RotatingFile } from "./log/rotating_file.ts";

/** What can be asked for, from everything to nearly nothing. Customers' data stands below `info` only. */
export const LOG_LEVELS = ["debug", "info", "warning", "error"] as const satisfies LogLevel[];

/** Files of the log, and how long they stay; asked for each time that some may go. */
export interface KeptLog {
  readonly folder: string;
  readonly days: () => number;
}

const DAY_MS = 86_400_000;
const ENCODER = new TextEncoder();
const JSON_LINES = getJsonLinesFormatter();

/**
 * Sends what the program logs to standard error: lines for people on a terminal, JSON lines elsewhere. Standard
 * output stays free for what a command was asked for. With `kept`, JSON lines go into a file there as well.
 * Called before anything logs; a later call takes the place of the one before.
 * Throws what the system says where the file cannot be written.
 */
export function startLog(level: typeof LOG_LEVELS[number], kept: KeptLog | null = null): void {
  const format = Deno.stderr.isTerminal()
    ? getTextFormatter({ timestamp: "time", level: "ABBR", category: "." })
    : jsonLine;
  const stderr = (record: LogRecord) => {
    Deno.stderr.writeSync(ENCODER.encode(format(record)));
  };
  const sinks: Record<string, Sink> = kept === null ? { stderr } : { stderr, file: fileSink(kept) };
  const names = Object.keys(sinks);
  configureSync({
    reset: true,
    sinks,
    loggers: [
      { category: ["logtape", "meta"], lowestLevel: "warning", sinks: names },
      { category: "belltower", lowestLevel: level, sinks: names },
    ],
  });
}

/** A log that cannot be written, as on a full disk, stops nothing: it is said once, until it works again. */
function fileSink({ folder, days }: KeptLog): Sink {
  const file = new RotatingFile(folder, Date.now, {
    ...LOG_LIMITS,
    keep: () => days() * DAY_MS,
  });
  let failing = false;
  return (record) => {
    try {
      file.write(ENCODER.encode(jsonLine(record)));
      failing = false;
    } catch (error) {
      if (failing) return;
      failing = true;
      Deno.stderr.writeSync(ENCODER.encode(`the log in ${folder} cannot be written: ${error}\n`));
    }
  };
}

/** In the sentence an error stands with its words, which JSON would leave out. */
function jsonLine(record: LogRecord): string {
  const message = record.message.map((part) => part instanceof Error ? String(part) : part);
  return JSON_LINES({ ...record, message });
}
