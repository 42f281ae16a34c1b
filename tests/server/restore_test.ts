import { equal, match } from "node:assert/strict";
import { cheapHash } from "../support/cheap_password.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** An administrator's browser at a running server. */
class Admin {
  constructor(private readonly origin: string, private readonly cookie: string) {}

  async page(path: string): Promise<string> {
    return await (await this.get(path)).text();
  }

  async get(path: string): Promise<Response> {
    return await fetch(this.origin + path, { headers: { cookie: this.cookie } });
  }

  async send(path: string, body: URLSearchParams | Uint8Array<ArrayBuffer>): Promise<Response> {
    return await fetch(this.origin + path, {
      method: "POST",
      headers: { cookie: this.cookie, origin: this.origin },
      redirect: "manual",
      body,
    });
  }
}

/** Between its two lives the server refuses a connection, or ends the one that it had. */
function whileItStarts(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

Deno.test("a backup is made, downloaded, uploaded and restored through the web, and the server goes on by itself", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const passwordHash = await cheapHash(PASSWORD);
  const store = openStore(data);
  createStaff(store, { login: "root", name: "안관리", role: "admin", passwordHash }, Date.now());
  store.close();
  const server = await ServerProcess.start(data, []);
  const admin = new Admin(server.origin, await signIn(server.origin, "root", PASSWORD));
  const leaving = new Admin(server.origin, await signIn(server.origin, "root", PASSWORD));
  const heard = (await admin.get("/live")).text();
  const link = /\/settings\/backup\/files\/[^"]+/;

  equal((await admin.send("/settings/backup/now", form({}))).status, 303);
  await until(async () => link.test(await admin.page("/settings/backup")), 15_000, "a backup");
  const download = await admin.get(link.exec(await admin.page("/settings/backup"))![0]);
  match(download.headers.get("content-disposition")!, /^attachment; filename="belltower-/);
  const file = new Uint8Array(await download.arrayBuffer());
  equal(String(file.length), download.headers.get("content-length"));

  equal((await leaving.send("/logout", form({}))).status, 303);
  const add = form({ name: "나중에온고객", number: "010-9999-1111", label: "" });
  equal((await admin.send("/customers", add)).status, 303);
  match(await admin.page("/customers"), /나중에온고객/);

  const broken = file.slice();
  broken[broken.length >> 1]! ^= 1;
  await admin.send("/settings/backup/upload?name=broken", broken);
  const restore = "/settings/backup/restore";
  const checked = () => admin.page(restore);
  await until(async () => !/hx-trigger="every 500ms"/.test(await checked()), 15_000, "a check");
  match(await checked(), /파일이 만들어진 뒤에 바뀌었습니다/);

  equal((await admin.send("/settings/backup/upload?name=mine", file)).status, 201);
  await until(async () => /온전한 백업입니다/.test(await checked()), 15_000, "a good check");
  const idOf = (page: string) => /name="check" value="([^"]+)"/.exec(page)![1]!;
  const stale = idOf(await checked());
  equal((await admin.send("/settings/backup/upload?name=again", file)).status, 201);
  await until(async () => /<strong>again</.test(await checked()), 15_000, "another check");
  // A page that still shows the first one confirms nothing, and shows the second one.
  const refused = await admin.send(restore, form({ do: "confirm", check: stale }));
  equal(refused.status, 409);
  match(await refused.text(), /<strong>again<[^]*다른 백업을 검사했습니다/);
  const check = idOf(await checked());
  equal((await admin.send(restore, form({ do: "confirm", check }))).status, 200);
  // What is checked behind the confirmation takes no part in it, if the server is still there to be asked.
  await admin.send(restore, form({ do: "check", name: "" })).catch(whileItStarts);
  // Nobody who listened before hears anything of what is there behind it.
  match(await heard, /event: hello/);
  await until(
    async () => {
      const page = await admin.page("/customers").catch(whileItStarts);
      return page !== null && !/나중에온고객/.test(page);
    },
    30_000,
    "the restored state",
  );
  const page = await admin.page("/settings/backup");
  match(page, /‘again’에서 복원했습니다/);
  match(page, /belltower-before-restore-\d{8}-\d{6}\.sqlite/);
  match(await admin.page("/customers"), /이영희/);
  // Who has signed out since the backup is not signed in by it again.
  match(await leaving.page("/customers"), /name="password"/);
  await server.stop();
});
