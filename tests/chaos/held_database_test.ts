import { ok } from "node:assert/strict";
import { holdDatabase } from "../support/hold_database.ts";
import { RingingOffice } from "../support/ringing_office.ts";
import { say } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { sized } from "./size.ts";

/** Longer than two heartbeats of a stream, in the whole form. */
const HELD_S = sized(20, 45);

Deno.test("while another program has the database for long, pages are as fast as ever and streams beat", async () => {
  await using folder = await temporaryFolder();
  const options = { data: `${folder.path}/data`, calls: 10, callsPerMinute: 0.2 };
  const office = await RingingOffice.start(options);
  await office.acknowledges();
  const beats = office.beats;
  const { seconds, before, during } = await holdDatabase(office, HELD_S);
  ok(office.beats > beats, "the stream beats");
  ok(during < 10 * before + 500, `p99 of pages: ${before} ms before, ${during} ms meanwhile`);
  await office.finish(seconds + 5);
  say(
    `p99 of pages: ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms while another program ` +
      `had the database for ${HELD_S} s`,
  );
});
