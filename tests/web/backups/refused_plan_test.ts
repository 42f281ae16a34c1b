import { doesNotMatch, equal, match } from "node:assert/strict";
import { backupPlan } from "../../../lib/store/backup/backup_settings.ts";
import { WebOffice } from "../../support/web_office.ts";

const PLAN = { every: "weekly", time: "03:15", kept: "7", folder: "" };
const TICK = /<input type="checkbox" name="encrypt" value="1" checked>/;

Deno.test("a plan that is refused comes back as it was typed, to be encrypted or not", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const short = { ...PLAN, encrypt: "1", passphrase: "kurz" };
  const refused = await admin.post("/settings/backup", short);
  equal(refused.status, 422);
  const page = await refused.text();
  match(page, TICK);
  match(page, /<option value="weekly" selected>/);
  match(page, /value="03:15"/);
  equal(backupPlan(office.store).encrypted, false);
  const plain = await admin.post("/settings/backup", { ...PLAN, time: "never" });
  equal(plain.status, 422);
  doesNotMatch(await plain.text(), TICK);
});
