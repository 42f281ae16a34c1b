import { deepEqual, equal, rejects } from "node:assert/strict";
import { readConfigFile } from "../../lib/config/file.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const KNOWN = ["http", "log-level", "raw-frame-days"];

Deno.test("a file gives texts and numbers by the names of the options", async () => {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/belltower.json`;
  await Deno.writeTextFile(path, '{"http": "0.0.0.0:80", "raw-frame-days": 7}');
  deepEqual(await readConfigFile(path, KNOWN, false), {
    path,
    values: { http: "0.0.0.0:80", "raw-frame-days": "7" },
  });
});

Deno.test("a file that is not there is nothing, unless it was named", async () => {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/none.json`;
  equal(await readConfigFile(path, KNOWN, false), null);
  await rejects(readConfigFile(path, KNOWN, true), {
    name: "ConfigError",
    message: new RegExp(`^${path} cannot be read`),
  });
});

Deno.test("what is wrong in a file is told with its path, its key and what was meant", async () => {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/belltower.json`;
  const wrong: [string, RegExp][] = [
    ['{"htpp": "x"}', /there is no setting "htpp"; did you mean "http"\?$/],
    ['{"colour": "x"}', /there is no setting "colour"; expected one of http, log-level/],
    ['{"http": true}', /http is true; expected a text or a number$/],
    ["[]", /expected an object such as/],
    ["{", /not JSON/],
  ];
  for (const [text, message] of wrong) {
    await Deno.writeTextFile(path, text);
    await rejects(readConfigFile(path, KNOWN, false), (error: Error) => {
      equal(error.message.startsWith(`${path}: `), true);
      equal(message.test(error.message), true, error.message);
      return error.name === "ConfigError";
    });
  }
});
