import { deepEqual, ok } from "node:assert/strict";
import { holdDatabase } from "../support/hold_database.ts";
import { RingingOffice } from "../support/ringing_office.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Longer than a form waits. */
const HELD_S = 6;

Deno.test("another program that has the database to itself freezes no page and no stream, and no call is lost", async () => {
  await using folder = await temporaryFolder();
  const office = await RingingOffice.start({ data: `${folder.path}/data`, calls: 24 });
  await office.acknowledges();
  const { seconds, before, during } = await holdDatabase(office, HELD_S);
  // The server used to stand still for five seconds at a time.
  const most = Math.max(2000, 20 * before);
  ok(during < most, `the slowest page of a hundred took ${during} ms; without the lock ${before}`);
  await office.finish(seconds + 5);
  const names = office.stored<{ name: string }>("SELECT name FROM customers WHERE id > 3");
  deepEqual(names.map(({ name }) => name), ["waited"]);
});
