import { equal } from "node:assert/strict";
import { liveThrough } from "./hour/live_through.ts";
import { seed, sized } from "./size.ts";
import { lacks } from "../support/needs.ts";

Deno.test({
  name: "an office lives through faults of every kind, and its log is what happened",
  ignore: lacks("the PBX model", "gcc"),
  fn: async () => {
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    const found = await liveThrough({ minutes: sized(1, 4), seed: seed(), say })
      .catch((error: unknown) => [String(error)]);
    equal(found.length, 0, [...lines, "", ...found].join("\n"));
  },
});
