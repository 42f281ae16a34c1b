import { CallTracker } from "../switchboard/tracker.ts";
import { loadDialect } from "../config.ts";
import { bytesOfCapture } from "../switches/pbx416/frames/capture.ts";
import { reportOf } from "../switches/pbx416/report.ts";
import { replay as replayBytes, type Replayed } from "../switches/pbx416/frames/replay.ts";
import { openStore } from "../store/open_store.ts";
import { ensureLine } from "../store/lines.ts";
import { type Command, onePositional, parseOptions } from "./command.ts";
import { sayNewOffice } from "./new_office.ts";

const OPTIONS = { dialect: "string", data: "string" } as const;

/**
 * `belltower replay FILE`: what a captured byte stream says, frame by frame; with `--data` its calls go into that
 * database as if they came now, since a capture has no times.
 */
export const replay: Command = {
  usage: ["belltower replay FILE [--dialect NAME|FILE] [--data DIR]"],
  summary:
    "reads a captured byte stream (bytes, or a hex dump) and tells every frame and why others are none",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const file = onePositional(positionals, "FILE");
    const { dialect, stored } = await loadDialect(options.dialect ?? "416");
    const bytes = bytesOfCapture(await Deno.readFile(file));
    if (options.data !== undefined) sayNewOffice(options.data, io);
    const store = openStore(options.data ?? ":memory:");
    try {
      const line = ensureLine(store, `replay:${file}`, stored, false);
      const tracker = new CallTracker(store, line.id, dialect.timings);
      const counts = { frame: 0, rejected: 0, control: 0 };
      const calls = new Set<number>();
      for (const item of replayBytes(bytes, dialect)) {
        counts[item.kind]++;
        io.out(`${inWords(item)}\n`);
        const at = Date.now();
        if (item.kind === "frame") {
          for (const { id } of tracker.handle(reportOf({ ...item, at }))) calls.add(id);
        } else if (item.kind === "rejected") {
          tracker.reject({ ...item, at });
        }
      }
      io.out(`${counts.frame} frames, ${counts.rejected} rejected, ${calls.size} calls\n`);
    } finally {
      store.close();
    }
    return 0;
  },
};

function inWords(item: Replayed): string {
  switch (item.kind) {
    case "frame":
      return `frame     ${hex(item.bytes)}  ${
        item.event === null ? `ignored: ${item.remark}` : JSON.stringify(item.event)
      }`;
    case "rejected":
      return `rejected  ${hex(item.bytes)}  ${item.reason}`;
    case "control":
      return `answer    ${item.control.toUpperCase()}`;
    default:
      return item satisfies never;
  }
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
