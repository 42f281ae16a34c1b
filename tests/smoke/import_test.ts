import { equal, match } from "node:assert/strict";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { bareExecutable, startFrom } from "./bare.ts";

const WORKBOOKS = new URL("../jobs/workbooks/", import.meta.url).pathname;
const ROWS = "<tr><td>박가람<td>010-2000-0001";
const TEXTS = {
  "card.vcf":
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:이영희\r\nTEL;TYPE=CELL:010-2000-0002\r\nEND:VCARD\r\n",
  "page.xls": `<html><meta charset=utf-8><table><tr><th>이름<th>전화${ROWS}</table></html>`,
  "list.csv": "이름;전화\r\n최은지;010-2000-0003\r\n",
};

Deno.test("the executable reads every kind of file by itself", async () => {
  await using folder = await temporaryFolder();
  startFrom(await bareExecutable(folder.path));
  try {
    const data = `--data=${folder.path}/data`;
    const staff = [
      "staff",
      "add",
      "kim",
      "--role",
      "admin",
      "--name",
      "김",
      "--password-stdin",
      data,
    ];
    equal((await belltower(staff, "a long password 1")).code, 0);
    for (const [name, text] of Object.entries(TEXTS)) {
      await Deno.writeTextFile(`${folder.path}/${name}`, text);
      const { code, out, err } = await belltower([
        "import",
        "customers",
        `${folder.path}/${name}`,
        data,
      ]);
      equal(code, 0, name + err);
      match(out, /1 new · 0 updated · 0 duplicates · 0 refused/, name);
    }
    // One of their four customers came with the page.
    for (const name of ["libreoffice.xls", "libreoffice.ods", "libreoffice.xlsx"]) {
      const command = ["import", "customers", WORKBOOKS + name, "--dry-run", data];
      const { code, out, err } = await belltower(command);
      equal(code, 0, name + err);
      match(out, /^would be: 3 new · 0 updated · 1 duplicate · 0 refused/m, name + out + err);
    }
  } finally {
    startFrom(null);
  }
});
