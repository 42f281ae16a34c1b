import {
  configureSync,
  getJsonLinesFormatter,
  getTextFormatter,
  type LogLevel,
} from "@logtape/logtape";

/**
 * Sends what the program logs to standard error: lines for people on a terminal, JSON lines elsewhere. Standard
 * output stays free for what a command was asked for. Called once, before anything logs.
 */
export function startLog(level: LogLevel): void {
  const format = Deno.stderr.isTerminal()
    ? getTextFormatter({ timestamp: "time", level: "ABBR", category: "." })
    : getJsonLinesFormatter();
  const encoder = new TextEncoder();
  configureSync({
    sinks: { stderr: (record) => void Deno.stderr.writeSync(encoder.encode(format(record))) },
    loggers: [
      { category: ["logtape", "meta"], lowestLevel: "warning", sinks: ["stderr"] },
      { category: "belltower", lowestLevel: level, sinks: ["stderr"] },
    ],
  });
}
