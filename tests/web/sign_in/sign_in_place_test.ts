import { deepEqual, equal, match } from "node:assert/strict";
import { updateExtension } from "../../../lib/store/extensions.ts";
import { type Browser, ORIGIN, WebOffice } from "../../support/web_office.ts";

const DESK = "192.168.0.7";
const ELSEWHERE = "192.168.0.8";

function tie(office: WebOffice, extension: string, address: string): void {
  updateExtension(office.store, extension, { kind: "phone", label: "", address });
}

async function ask(
  office: WebOffice,
  { cookie }: Browser,
  hostname: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const remoteAddr = { transport: "tcp", hostname, port: 1 } as const;
  return await office.app.request(ORIGIN + path, { headers: { cookie, ...headers } }, {
    remoteAddr,
  });
}

Deno.test("a session at an address that its extension is not tied to opens nothing, and its person is told why", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  equal((await ask(office, kim, ELSEWHERE, "/desk")).status, 200);
  tie(office, "202", DESK);
  const refused = await ask(office, kim, ELSEWHERE, "/desk");
  deepEqual([refused.status, refused.headers.get("location")], [303, "/login?next=%2Fdesk"]);
  equal((await ask(office, kim, ELSEWHERE, "/session")).status, 401);
  const part = await ask(office, kim, ELSEWHERE, "/popups", { "HX-Request": "true" });
  match(part.headers.get("HX-Redirect")!, /^\/login/);
  const told = await (await ask(office, kim, ELSEWHERE, "/login")).text();
  match(told, /role="alert"[\s\S]*내선 202은 정해진 컴퓨터에서만/);
  // Back at the desk, the same session goes on, however the address is written.
  equal((await ask(office, kim, DESK, "/desk")).status, 200);
  equal((await ask(office, kim, `::ffff:${DESK}`, "/desk")).status, 200);
});

Deno.test("an event stream ends when its extension is tied to another address", async () => {
  using office = new WebOffice();
  const [kim, admin] = [office.browser("kim"), office.browser("admin")];
  const accept = { accept: "text/event-stream" };
  const here = await ask(office, kim, ELSEWHERE, "/live", accept);
  const fields = { "kind.202": "phone", "label.202": "", "address.202": DESK };
  const staff = { "staff.202": String(office.staff("kim").id) };
  equal((await admin.post("/settings/extensions", { ...fields, ...staff })).status, 303);
  match(await here.text(), /event: signed_out/);
  equal((await ask(office, kim, ELSEWHERE, "/live", accept)).status, 401);
  const there = await ask(office, kim, DESK, "/live", accept);
  equal(there.status, 200);
  await there.body?.cancel();
});

Deno.test("administrators may be anywhere, and whoever takes an extension over is tied as it is", async () => {
  using office = new WebOffice();
  const [lee, admin] = [office.browser("lee"), office.browser("admin")];
  office.store.run("UPDATE extensions SET staff_id = NULL WHERE number = '203'");
  office.store.run(
    "UPDATE extensions SET staff_id = (SELECT id FROM staff WHERE login = 'admin') WHERE number = '203'",
  );
  tie(office, "203", DESK);
  equal((await ask(office, admin, ELSEWHERE, "/desk")).status, 200);
  equal((await ask(office, lee, ELSEWHERE, "/desk")).status, 200);
  office.store.run(
    "UPDATE extensions SET staff_id = (SELECT id FROM staff WHERE login = 'lee') WHERE number = '203'",
  );
  equal((await ask(office, lee, ELSEWHERE, "/desk")).status, 303);
});
