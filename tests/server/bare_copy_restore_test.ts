import { equal, match } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

Deno.test("on the page a database that was copied without its log is told to be one, and restored when both is ticked", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const store = openStore(data);
  const passwordHash = await cheapHash(PASSWORD);
  createStaff(store, { login: "root", name: "안관리", role: "admin", passwordHash }, Date.now());
  store.close();
  const copy = Deno.readFileSync(`${data}/belltower.sqlite`);
  const server = await ServerProcess.start(data, []);
  const cookie = await signIn(server.origin, "root", PASSWORD);
  const path = `${server.origin}/settings/backup`;
  const page = async () => await (await fetch(`${path}/restore`, { headers: { cookie } })).text();
  const send = (to: string, body: URLSearchParams | Uint8Array<ArrayBuffer>) =>
    fetch(`${path}/${to}`, {
      ...{ method: "POST", redirect: "manual", body },
      headers: { cookie, origin: server.origin },
    });
  const looked = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    await (await send(`upload?name=${name}`, bytes)).body?.cancel();
    const shown = async () => (await page()).includes(`<strong>${name}</strong>`);
    await until(shown, 30_000, "a check");
    return await page();
  };

  match(await looked("empty", new Uint8Array()), /빈 파일입니다/);
  const wal = Uint8Array.from([0x37, 0x7f, 0x06, 0x82, 0, 0]);
  match(await looked("belltower.sqlite-wal", wal), /데이터베이스가 아니라 그 옆에 있는 파일/);

  const shown = await looked("belltower.sqlite", copy);
  match(shown, /마지막 내용이 빠져 있을 수 있습니다[^]*-wal[^]*서버를 끄고 다시 복사/);
  match(shown, /가장 최근 내용: *<time/);
  const check = /name="check" value="([^"]+)"/.exec(shown)![1]!;
  const confirmed = async (fields: Record<string, string>) => {
    const answer = await send("restore", new URLSearchParams({ do: "confirm", check, ...fields }));
    const text = await answer.text();
    return { status: answer.status, text };
  };
  for (const fields of [{}, { accept: check }, { accept_log: check }]) {
    const { status, text } = await confirmed(fields);
    equal(status, 422);
    match(text, /먼저 위에 표시해 주세요/);
  }
  equal((await confirmed({ accept: check, accept_log: check })).status, 200);
  await server.stop();
});
