import { equal, ok } from "node:assert/strict";
import { HOSTILE_TEXTS } from "./hostile_texts.ts";
import { HOSTILE_FILES } from "./hostile_workbooks.ts";
import { ImportDesk, sentence } from "./import_desk.ts";

/**
 * What the whole program may take, whatever is sent to it: 400 MB are promised, and measured on a quiet machine. How much
 * of it is garbage that the runtime has not collected yet is its own business, and more of it on a busy one.
 */
export const MOST_MB = 480;

/**
 * Sends every hostile file to a server on the folder `data`, a step each: the page says what is wrong, and the
 * program stays small. Then `more`, at the same server.
 */
export async function sendHostileFiles(
  t: Deno.TestContext,
  data: string,
  more: (desk: ImportDesk) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await using desk = await ImportDesk.open(data);
  for (const { what, bytes, failure } of [...HOSTILE_FILES, ...HOSTILE_TEXTS]) {
    await t.step(what, async () => {
      const page = await desk.upload(`${what}.xlsx`, bytes());
      ok(page.includes(sentence(failure)), page.replace(/[^]*<main/, "<main").slice(0, 1000));
      ok(desk.peakMb() < MOST_MB, `${Math.round(desk.peakMb())} MB`);
    });
  }
  await more(desk);
  ok((await desk.server.health()) !== null);
  equal(/died|panic|Fatal/.test(desk.server.log), false, desk.server.log);
}
