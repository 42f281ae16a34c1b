import { deepEqual, equal } from "node:assert/strict";
import { Keepers } from "../../lib/server/keepers.ts";
import { logOf } from "../support/log_of.ts";
import { until } from "../support/wait.ts";

Deno.test("of each thing that goes round it is known when it last went well, and since when it fails", async () => {
  let now = 1000;
  let fails = false;
  let rounds = 0;
  const keepers = new Keepers(() => now);
  const stop = new AbortController();
  const another = async () => {
    const before = rounds;
    await until(() => rounds > before + 1, 5000, "another round");
  };
  const log = await logOf(async () => {
    keepers.start([
      {
        ...{ name: "search", first: 0, again: 1 },
        round: () => {
          rounds++;
          if (fails) throw new Error("the disk is away");
          return 1;
        },
      },
      { name: "health", first: 3_600_000, round: () => 0 },
    ], stop.signal);
    deepEqual(keepers.states(), [
      { name: "health", ranAt: null, failingSince: null },
      { name: "search", ranAt: null, failingSince: null },
    ]);
    await another();
    equal(keepers.states()[1]?.ranAt, 1000);
    [now, fails] = [2000, true];
    await another();
    now = 3000;
    await another();
    deepEqual(keepers.states()[1], { name: "search", ranAt: 1000, failingSince: 2000 });
    [now, fails] = [4000, false];
    await another();
    deepEqual(keepers.states()[1], { name: "search", ranAt: 4000, failingSince: null });
  });
  stop.abort();
  deepEqual(log.filter((line) => !line.startsWith("debug")), [
    "error: Index of the search failed, and is tried again: Error: the disk is away",
    "info: Index of the search works again",
  ]);
});
