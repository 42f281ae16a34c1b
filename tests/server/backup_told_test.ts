import { doesNotMatch, equal, match } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const MISSING = /마지막 백업이 폴더에 없습니다/;
const LOST = /백업 암호 문구가 이 서버에 없어/;

Deno.test("an administrator is told on every page and in the checklist when the last backup is gone or its passphrase lost, watchdogs are not", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const store = openStore(data);
  const passwordHash = await cheapHash(PASSWORD);
  for (const [login, role] of [["root", "admin"], ["worker", "agent"]] as const) {
    createStaff(store, { login, name: login, role, passwordHash }, Date.now());
  }
  store.close();
  const server = await ServerProcess.start(data, []);
  const as = async (login: string) => {
    const cookie = await signIn(server.origin, login, PASSWORD);
    const get = async (path: string) =>
      await (await fetch(server.origin + path, { headers: { cookie } })).text();
    const send = (path: string, fields: Record<string, string>) =>
      fetch(server.origin + path, {
        ...{ method: "POST", redirect: "manual", body: new URLSearchParams(fields) },
        headers: { cookie, origin: server.origin },
      });
    return { get, send };
  };
  const [admin, agent] = [await as("root"), await as("worker")];
  const plan = { every: "daily", time: "02:30", kept: "14", folder: "" };
  const encrypted = { ...plan, encrypt: "1", passphrase: "다시 찾을 비밀" };
  equal((await admin.send("/settings/backup", encrypted)).status, 303);
  equal((await admin.send("/settings/backup/now", {})).status, 303);
  const file = /\/settings\/backup\/files\/([^"]+)/;
  const made = async () => file.exec(await admin.get("/settings/backup"))?.[1];
  await until(async () => await made() !== undefined, 15_000, "a backup");
  const over = async () => !/백업하고 확인하는 중/.test(await admin.get("/settings/backup"));
  await until(over, 15_000, "its end");
  doesNotMatch(await admin.get("/customers"), MISSING);

  Deno.removeSync(`${data}/backups/${await made()}`);
  match(await admin.get("/settings/backup"), MISSING);
  for (const path of ["/customers", "/settings/checklist", "/settings"]) {
    match(await admin.get(path), MISSING, path);
  }
  doesNotMatch(await agent.get("/desk"), MISSING);
  equal((await fetch(`${server.origin}/healthz`)).status, 200);

  Deno.removeSync(`${data}/tls/backup-passphrase`);
  match(await admin.get("/settings/backup"), LOST);
  match(await admin.get("/customers"), LOST);
  const refused = await belltower(["backup", `${folder.path}/plain`, "--data", data]);
  equal(refused.code, 1);
  match(refused.err, /passphrase is not on this machine.*--passphrase-stdin/);
  const given = ["backup", `${folder.path}/given`, "--passphrase-stdin", "--data", data];
  equal((await belltower(given, "다시 찾을 비밀\n")).code, 0);

  equal((await admin.send("/settings/backup", { ...plan, encrypt: "1" })).status, 422);
  equal((await admin.send("/settings/backup", encrypted)).status, 303);
  doesNotMatch(await admin.get("/settings/backup"), LOST);
  await server.stop();
});
