import { ok } from "node:assert/strict";
import { honestWorkbook } from "../support/hostile_workbooks.ts";
import { MOST_MB, sendHostileFiles } from "../support/send_hostile_files.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { executable, startFrom } from "./bare.ts";

Deno.test("hostile files are refused by the executable, too, where no thread's memory has a limit, and a large honest one is read", async (t) => {
  await using folder = await temporaryFolder();
  startFrom(executable());
  try {
    await sendHostileFiles(t, `${folder.path}/data`, async (desk) => {
      const page = await desk.upload("honest.xlsx", honestWorkbook(), 180_000);
      ok(page.includes("300,000행"), page.replace(/[^]*<main/, "<main").slice(0, 1000));
      ok(desk.peakMb() < MOST_MB, `${Math.round(desk.peakMb())} MB`);
    });
  } finally {
    startFrom(null);
  }
});
