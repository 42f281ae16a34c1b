import {
  configureSync,
  getJsonLinesFormatter,
  getTextFormatter,
  type LogLevel,
  type LogRecord,
  type Sink,
} from "@logtape/logtape";
import { RotatingFile } from "./log/rotating_file.ts";

/** What can be asked for, from everything to nearly nothing. Customers' data stands below `info` only. */
export const LOG_LEVELS = ["debug", "info", "warning", "error"] as const satisfies LogLevel[];

const ENCODER = new TextEncoder();

/**
 * Sends what the program logs to standard error: lines for people on a terminal, JSON lines elsewhere. Standard
 * output stays free for what a command was asked for. With `folder`, JSON lines go into a file there as well.
 * Called before anything logs; a later call takes the place of the one before.
 * Throws what the system says where the file cannot be written.
 */
export function startLog(level: typeof LOG_LEVELS[number], folder: string | null = null): void {
  const format = Deno.stderr.isTerminal()
    ? getTextFormatter({ timestamp: "time", level: "ABBR", category: "." })
    : getJsonLinesFormatter();
  const stderr = (record: LogRecord) => {
    Deno.stderr.writeSync(ENCODER.encode(format(record)));
  };
  const sinks: Record<string, Sink> = folder === null
    ? { stderr }
    : { stderr, file: fileSink(folder) };
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
function fileSink(folder: string): Sink {
  const file = new RotatingFile(folder);
  const format = getJsonLinesFormatter();
  let failing = false;
  return (record) => {
    try {
      file.write(ENCODER.encode(format(record)));
      failing = false;
    } catch (error) {
      if (failing) return;
      failing = true;
      Deno.stderr.writeSync(ENCODER.encode(`the log in ${folder} cannot be written: ${error}\n`));
    }
  };
}
