import assert from "node:assert/strict";
import { retryDelay } from "../../../lib/switches/serial/retry_delay.ts";

Deno.test("a device that went away is tried every 50 ms in the first second, every 5 s at night", () => {
  assert.equal(retryDelay(0), 50);
  assert.equal(retryDelay(1000), 50);
  assert.equal(retryDelay(3000), 150);
  assert.equal(retryDelay(60_000), 3000);
  assert.equal(retryDelay(36_000_000), 5000);
});

Deno.test("the shortest delay can be longer", () => {
  assert.equal(retryDelay(0, 250), 250);
});
