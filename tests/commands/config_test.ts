import { equal, match, ok } from "node:assert/strict";
import { config } from "../../lib/commands/config.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

Deno.test("every setting is shown with where it comes from", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  setSetting(store, "time_zone", "Asia/Tokyo");
  store.close();
  await Deno.writeTextFile(`${folder.path}/belltower.json`, '{"line": "/dev/ttyUSB0"}');
  const io = fakeIo({ env: { BELLTOWER_LOG_LEVEL: "debug" } });
  equal(await config.run(["--data", folder.path, "--http", "0.0.0.0:80"], io), 0);
  match(io.written, /^data +\S+ +option --data$/m);
  match(io.written, /^http +0\.0\.0\.0:80 +option --http$/m);
  match(io.written, /^line +\/dev\/ttyUSB0 +file \S+belltower\.json$/m);
  match(io.written, /^dialect +- +default$/m);
  match(io.written, /^log-level +debug +environment BELLTOWER_LOG_LEVEL$/m);
  match(io.written, /^time-zone +Asia\/Tokyo +database$/m);
  equal(io.errors, "");
});

Deno.test("without a database the rest is shown, and nothing is made", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/none`;
  const io = fakeIo();
  equal(await config.run(["--data", data], io), 0);
  match(io.errors, /^The database's settings are not shown: there is no database/);
  match(io.written, /^time-zone +Asia\/Seoul +default$/m);
  ok([...Deno.readDirSync(folder.path)].length === 0);
});
