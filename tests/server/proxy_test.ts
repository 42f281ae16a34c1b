import { deepEqual, equal, match } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { updateExtension } from "../../lib/store/extensions.ts";
import { sessionsOf } from "../../lib/store/sessions.ts";
import { staffByLogin } from "../../lib/store/staff.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Signs in as a proxy on this machine hands it on; the answer's cookie, and the address of the session. */
async function throughProxy(args: readonly string[]) {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const server = await ServerProcess.start(data, args);
  try {
    const forwarded = { "x-forwarded-for": "203.0.113.5", "x-forwarded-proto": "https" };
    const response = await fetch(`${server.origin}/login`, {
      ...{ method: "POST", redirect: "manual" },
      headers: { origin: server.origin, ...forwarded },
      body: new URLSearchParams({ login: "kim", password: PASSWORD }),
    });
    equal(response.status, 303);
    const metrics = await fetch(`${server.origin}/metrics`, { redirect: "manual" });
    const handedOn = await fetch(`${server.origin}/metrics`, {
      ...{ redirect: "manual", headers: forwarded },
    });
    await metrics.body?.cancel();
    await handedOn.body?.cancel();
    const store = openStore(data);
    updateExtension(store, "202", { kind: "phone", label: "", address: "203.0.113.5" });
    const cookie = response.headers.get("set-cookie")!;
    const from = async (address: string) => {
      const headers = { ...forwarded, "x-forwarded-for": address, cookie: cookie.split(";")[0]! };
      const { status, body } = await fetch(`${server.origin}/session`, { headers });
      await body?.cancel();
      return status;
    };
    const atHome = await from("203.0.113.5");
    const elsewhere = await from("203.0.113.6");
    const [session] = sessionsOf(store, staffByLogin(store, "kim")!.staff.id);
    store.close();
    return {
      cookie,
      hsts: response.headers.get("strict-transport-security"),
      address: session?.address,
      metrics: [metrics.status, handedOn.status],
      tied: [atHome, elsewhere],
    };
  } finally {
    await server.stop();
  }
}

Deno.test("behind a trusted proxy the session is that of the browser's address, and its cookie goes over TLS alone", async () => {
  const { cookie, hsts, address, metrics, tied } = await throughProxy([
    "--trusted-proxy",
    "127.0.0.1",
  ]);
  match(cookie, /^__Host-belltower_session=.*; Secure/);
  equal(hsts, null, "nobody asked for it");
  equal(address, "203.0.113.5");
  deepEqual(tied, [204, 401]);
  deepEqual(metrics, [200, 303]);
});

Deno.test("without that option a header changes neither", async () => {
  const { cookie, address, metrics, tied } = await throughProxy([]);
  match(cookie, /^belltower_session=/);
  equal(address, "127.0.0.1");
  deepEqual(tied, [401, 401]);
  deepEqual(metrics, [200, 303]);
});
