import { deepEqual, equal, match } from "node:assert/strict";
import { countsOf, ImportOffice } from "../../jobs/import_office.ts";
import { WebOffice } from "../../support/web_office.ts";

for (const format of ["xlsx", "csv"] as const) {
  for (const language of ["ko", "en"] as const) {
    Deno.test(`the template (${format}, ${language}) comes back filled in, without its example`, async () => {
      using web = new WebOffice();
      const chief = web.browser("super");
      if (language === "en") {
        web.store.run("UPDATE staff SET language = 'en' WHERE login = 'super'");
      }
      const answer = await chief.get(`/imports/template?format=${format}`);
      match(answer.headers.get("content-disposition") ?? "", new RegExp(`\\.${format}"`));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const filled = format === "csv"
        ? new Uint8Array([...bytes, ...new TextEncoder().encode("박가람,010-2000-0001\r\n")])
        : bytes;
      await using office = await ImportOffice.open();
      if (format === "xlsx") {
        // With nothing filled in there is nobody in it.
        await office.upload(filled).then(
          () => equal("imported", "refused"),
          ({ code }) => equal(code, "no_rows"),
        );
        return;
      }
      const { contents, choices, outcome } = await office.import(filled);
      deepEqual(contents?.remarks, [{ code: "example", count: 1, row: 2 }]);
      deepEqual(countsOf(outcome), [1, 0, 0, 0]);
      equal(choices?.columns.some(({ field }) => field === ""), false);
    });
  }
}
