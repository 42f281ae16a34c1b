import { equal, ok } from "node:assert/strict";
import { HOSTILE_FILES } from "../support/hostile_workbooks.ts";
import { ImportDesk, sentence } from "../support/import_desk.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const MOST_MB = 400;

Deno.test({
  name: "whatever file is uploaded, the page says what is wrong with it and the server stays small",
  ignore: Deno.build.os !== "linux",
  async fn(t) {
    await using folder = await temporaryFolder();
    await using desk = await ImportDesk.open(`${folder.path}/data`);
    for (const { what, bytes, failure } of HOSTILE_FILES) {
      await t.step(what, async () => {
        const page = await desk.upload(`${what}.xlsx`, bytes());
        ok(page.includes(sentence(failure)), page.replace(/[^]*<main/, "<main").slice(0, 3000));
        ok(desk.peakMb() < MOST_MB, `${Math.round(desk.peakMb())} MB`);
      });
    }
    ok((await desk.server.health()) !== null);
    equal(/died|panic|Fatal/.test(desk.server.log), false, desk.server.log);
  },
});
