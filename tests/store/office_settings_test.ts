import { equal, throws } from "node:assert/strict";
import { PROGRAM } from "../../lib/domain/audit.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { proveWritable } from "../../lib/store/health.ts";
import { OfficeSettings, setOffice } from "../../lib/store/office_settings.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("whoever writes how the office is called, it counts at once; what was rolled back never does", () => {
  const store = passingStore();
  const office = new OfficeSettings(store);
  setOffice(store.as(PROGRAM), { name: "한빛", timeZone: "Asia/Tokyo" });
  equal(office.name, "한빛");
  equal(office.timeZone, "Asia/Tokyo");
  const both = () => {
    setOffice(store, { name: "달빛" });
    equal(office.name, "달빛");
    throw new RangeError("the rest is wrong");
  };
  throws(() => store.transaction(both), RangeError);
  equal(office.name, "한빛");
  store.close();
});

Deno.test("what another process writes of the office counts when the server has next proved that it can write", async () => {
  await using folder = await temporaryFolder();
  const server = openStore(folder.path);
  const other = openStore(folder.path);
  const office = new OfficeSettings(server);
  setOffice(other, { name: "한빛" });
  proveWritable(server, 1);
  equal(office.name, "한빛");
  other.close();
  server.close();
});

Deno.test("how the office is called is at hand while the database does not answer", () => {
  const store = passingStore();
  const office = new OfficeSettings(store);
  setOffice(store, { name: "한빛" });
  equal(office.name, "한빛");
  setOffice(store, { name: "달빛" });
  store.close();
  equal(office.name, "한빛");
});
