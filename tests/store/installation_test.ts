import { equal, match, notEqual } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { installationId } from "../support/installation_id.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("every office has an installation of its own, which stays the same", async () => {
  await using folder = await temporaryFolder();
  const idIn = (data: string) => {
    const store = openStore(data);
    try {
      return installationId(store);
    } finally {
      store.close();
    }
  };
  const first = idIn(`${folder.path}/one`);
  match(first, /^[0-9a-f]{32}$/);
  equal(idIn(`${folder.path}/one`), first);
  notEqual(idIn(`${folder.path}/two`), first);
});
