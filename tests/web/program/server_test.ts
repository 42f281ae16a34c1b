import { equal, match } from "node:assert/strict";
import { WebOffice } from "../../support/web_office.ts";

Deno.test("an administrator sees which program it is, where its data lies, and copies all of it at once", async () => {
  using office = new WebOffice();
  const page = await (await office.browser("admin").get("/settings/server")).text();
  match(page, /<dd>Belltower \S+<\/dd>/);
  match(page, new RegExp(`Deno ${Deno.version.deno.replaceAll(".", "\\.")}`));
  match(page, /SQLite 3\.\d+/);
  match(page, /data-copy="프로그램: Belltower [^"]*자료 폴더: [^"]*"/);
  equal((await office.browser("super").get("/settings/server")).status, 403);
});
