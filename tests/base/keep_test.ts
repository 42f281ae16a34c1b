import { deepEqual, equal } from "node:assert/strict";
import { guarded } from "../../lib/base/guarded.ts";
import { every, keep } from "../../lib/base/keep.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { logOf } from "../support/log_of.ts";
import { until } from "../support/wait.ts";

Deno.test("a round that fails is logged once, tried again and works again", async () => {
  const stop = new AbortController();
  let rounds = 0;
  const round = () => {
    rounds += 1;
    if (rounds === 2) return Promise.reject(new Error("the disk is away"));
    if (rounds === 3) throw new Error("the disk is away");
    return 0;
  };
  const log = await logOf(async () => {
    keep({ what: "the test", first: 0, again: 0, round }, stop.signal);
    await until(() => rounds >= 5, 5000, "five rounds, whatever the second and third did");
  });
  stop.abort();
  deepEqual(log.map((line) => line.slice(0, 34)), [
    "error: the test failed, and is tri",
    "debug: the test failed, and is tri",
    "info: the test works again",
  ]);
});

Deno.test("a timer that was stopped goes round no more, even one that was stopped in its round", async () => {
  using time = hastyTime();
  const stop = new AbortController();
  let rounds = 0;
  every(0, "the test", () => {
    rounds += 1;
    stop.abort();
  }, stop.signal);
  every(0, "never", () => void (rounds += 100), stop.signal);
  await until(() => stop.signal.aborted);
  equal(time.waiting, 0);
  // The second one was begun before the first one stopped both: it went round once or not at all.
  equal(rounds % 100, 1);
  every(0, "begun too late", () => void (rounds += 1), stop.signal);
  equal(time.waiting, 0);
  equal(rounds % 100, 1);
});

Deno.test("what the program does by itself is logged where it fails, and the rest goes on", async () => {
  let result: unknown;
  const log = await logOf(() => {
    result = guarded("the news", () => {
      throw new Error("no answer");
    }, "nothing");
  });
  equal(result, "nothing");
  equal(guarded("the news", () => 7, null), 7);
  deepEqual(log.length, 1);
});
