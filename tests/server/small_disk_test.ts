import { match } from "node:assert/strict";
import { startServer } from "../../lib/server/server.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { lacks } from "../support/needs.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { freePort } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { smallDisk } from "../support/small_disk.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { cheapHash } from "../support/cheap_password.ts";

Deno.test({
  name:
    "a server that starts on a disk with little room says so to administrators on their first page",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    await using disk = await smallDisk(`${folder.path}/disk`, 48);
    const data = `${disk.path}/data`;
    await furnishOffice(data);
    const store = openStore(data, { exclusive: true });
    const passwordHash = await cheapHash(PASSWORD);
    createStaff(store, { login: "root", name: "root", role: "admin", passwordHash }, 0);
    const http = { hostname: "127.0.0.1", port: freePort() };
    const server = await startServer({
      config: { data, http, plainHttp: "loopback", https: null, line: null },
      store,
    });
    try {
      const cookie = await signIn(server.origin, "root", PASSWORD);
      const page = await (await fetch(`${server.origin}/desk`, { headers: { cookie } })).text();
      match(page, /서버 디스크가 거의 찼습니다. 남은 자리는 \d+ MB입니다/);
    } finally {
      await server.stop();
    }
  },
});
