import { deepEqual, equal } from "node:assert/strict";
import { spaceLevel } from "../../lib/domain/disk_space.ts";

const [MB, GB] = [2 ** 20, 2 ** 30];

Deno.test("room is low below 1 GB or twice the database, and critical below 64 MB", () => {
  const levels = [5 * GB, GB, GB - 1, 64 * MB, 64 * MB - 1, 0]
    .map((free) => spaceLevel(free, 100 * MB, "enough"));
  deepEqual(levels, ["enough", "enough", "low", "low", "critical", "critical"]);
  equal(spaceLevel(5 * GB, 3 * GB, "enough"), "low");
  equal(spaceLevel(6 * GB, 3 * GB, "enough"), "enough");
});

Deno.test("what is at the border is not said again and again", () => {
  equal(spaceLevel(1.05 * GB, 0, "low"), "low");
  equal(spaceLevel(1.11 * GB, 0, "low"), "enough");
  equal(spaceLevel(66 * MB, 0, "critical"), "critical");
  equal(spaceLevel(71 * MB, 0, "critical"), "low");
  equal(spaceLevel(2 * GB, 0, "critical"), "enough");
});
