import { deepEqual, equal } from "node:assert/strict";
import { FreeSpace } from "../../lib/server/free_space.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const MB = 2 ** 20;

Deno.test("administrators hear when the room becomes less, and when there is enough again, each once", () => {
  let free = 10_000 * MB;
  const told: string[] = [];
  const space: FreeSpace = new FreeSpace({
    directory: "/office",
    database: () => 10 * MB,
    log: () => 0,
    changed: () => void told.push(space.level),
    freeOf: () => free,
  });
  for (const left of [10_000, 900, 800, 60, 10, 500, 10_000, 10_000]) {
    free = left * MB;
    space.look();
    equal(space.freeBytes, free);
  }
  deepEqual(told, ["low", "critical", "low", "enough"]);
});

Deno.test("the room is that of the data folder's disk", async () => {
  await using folder = await temporaryFolder();
  const database = 2 ** 60; // no disk has twice as much
  let changes = 0;
  const space = new FreeSpace({
    ...{ directory: folder.path, database: () => database, log: () => 0 },
    changed: () => void changes++,
  });
  space.look();
  deepEqual([space.level === "enough", changes, space.freeBytes > 0], [false, 1, true]);
});

Deno.test("a log that an update left long is nobody's trouble; one that grows is told, and when it is cut again", () => {
  let log = 300;
  const told: boolean[] = [];
  const space: FreeSpace = new FreeSpace({
    ...{ directory: "/office", database: () => 0, log: () => log * MB, freeOf: () => 2 ** 40 },
    changed: () => void told.push(space.log.grows),
  });
  for (const size of [300, 300, 64, 95, 97, 97, 400, 64, 64]) {
    log = size;
    space.look();
    equal(space.log.bytes, log * MB);
  }
  deepEqual(told, [true, false]);
});
