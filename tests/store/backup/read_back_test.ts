import { deepEqual, equal, match } from "node:assert/strict";
import { lacks } from "../../support/needs.ts";
import { furnishOffice } from "../../support/office.ts";
import { belltower } from "../../support/server_process.ts";
import { SpoiltDisk } from "../../support/spoilt_disk.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

Deno.test({
  name:
    "a backup of which a bit went wrong on its way to the disk is read back, refused and taken away",
  ignore: lacks("linux", "gcc"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const [data, share] = [`${folder.path}/data`, `${folder.path}/share`];
    await furnishOffice(data);
    await Deno.mkdir(share);
    const disk = await SpoiltDisk.below(share, folder.path);
    const backedUp = () =>
      belltower(["backup", `${share}/office.backup`, "--data", data], "", disk.env);

    disk.set("bit_error");
    const { code, err } = await backedUp();
    equal(code, 1);
    match(err, /not as it was written/);
    deepEqual([...Deno.readDirSync(share)], []);

    disk.set("none");
    equal((await backedUp()).code, 0);
    deepEqual([...Deno.readDirSync(share)].map(({ name }) => name), ["office.backup"]);
  },
});
