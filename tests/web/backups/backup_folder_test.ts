import { equal, match } from "node:assert/strict";
import { backupPlan } from "../../../lib/store/backup/backup_settings.ts";
import { lacks } from "../../support/needs.ts";
import { smallDisk } from "../../support/small_disk.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { WebOffice } from "../../support/web_office.ts";

const PLAN = { every: "daily", time: "02:30", kept: "14" };

Deno.test({
  name:
    "a folder that the service may only read is refused with how the service is allowed to write there",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    await using share = await smallDisk(`${folder.path}/share`, 1);
    await new Deno.Command("mount", { args: ["-o", "remount,ro", share.path] }).output();
    using office = new WebOffice();
    const admin = office.browser("admin");
    const sealed = await admin.post("/settings/backup", { ...PLAN, folder: share.path });
    equal(sealed.status, 422);
    match(
      await sealed.text(),
      new RegExp(`systemctl edit belltower .*ReadWritePaths=${share.path} `),
    );
    const missing = await admin.post("/settings/backup", { ...PLAN, folder: "/nowhere/at/all" });
    match(await missing.text(), /\/nowhere\/at\/all에 쓸 수 없습니다/);
    equal(backupPlan(office.store).folder, "");
  },
});
