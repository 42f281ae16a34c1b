import { deepEqual, equal, match } from "node:assert/strict";
import { furnishOffice } from "../support/office.ts";
import { belltower } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("neither a backup nor an export takes the place of a file of the server's own", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  Deno.symlinkSync(data, `${folder.path}/link`);
  const before = Deno.readFileSync(`${data}/belltower.sqlite`);
  const places = [
    `${data}/belltower.sqlite`,
    `${data}/../data/belltower.sqlite-wal`,
    `${folder.path}/link/belltower.sqlite`,
    `${data}/belltower.json`,
    `${data}/work.lock`,
    `${data}/tls/authority.json`,
  ];
  for (const place of places) {
    for (const words of [["backup", place], ["export", "customers", "--out", place]]) {
      const { code, err } = await belltower([...words, "--data", data]);
      equal(code, 1, words.join(" "));
      match(err, /is one of the server's own files/);
    }
  }
  deepEqual(Deno.readFileSync(`${data}/belltower.sqlite`), before);
  // Anything else may lie there.
  const { code, err } = await belltower(["backup", `${data}/today.backup`, "--data", data]);
  equal(code, 0, err);
});
