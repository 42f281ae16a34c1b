import { equal, match, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { keepOfficePassphrase } from "../../lib/store/backup/office_passphrase.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff, staffByLogin } from "../../lib/store/staff.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { writtenByHand } from "../support/forged_backup.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** An office with an administrator, that encrypts its backups; and a stranger's copy of its database. */
async function office(folder: string) {
  const data = `${folder}/data`;
  await furnishOffice(data);
  const store = openStore(data);
  const passwordHash = await cheapHash(PASSWORD);
  createStaff(store, { login: "root", name: "안관리", role: "admin", passwordHash }, Date.now());
  const { login } = store.get<{ login: string }>("SELECT login FROM staff WHERE role = 'agent'")!;
  store.close();
  keepOfficePassphrase(data, "다시 찾을 비밀");
  const stolen = `${folder}/stolen.sqlite`;
  Deno.copyFileSync(`${data}/belltower.sqlite`, stolen);
  const trigger =
    `CREATE TRIGGER more AFTER INSERT ON settings BEGIN UPDATE staff SET role = 'admin'; END`;
  const forge = (sql: string) => {
    const db = new DatabaseSync(stolen);
    db.exec(`PRAGMA journal_mode = DELETE; ${sql}`);
    db.close();
    return writtenByHand(stolen);
  };
  const role = () => {
    const store = openStore(data, { readOnly: true });
    const found = staffByLogin(store, login)?.staff.role;
    store.close();
    return found;
  };
  return { data, login, trigger, forge, role };
}

Deno.test("a plain backup of a stranger is not restored unasked, and with a trigger in it not at all", async () => {
  await using folder = await temporaryFolder();
  const { data, trigger, forge, role, login } = await office(folder.path);
  const file = `${folder.path}/forged`;
  const restore = (...more: string[]) => belltower(["restore", file, "--data", data, ...more]);

  Deno.writeFileSync(file, forge(`UPDATE staff SET role = 'admin' WHERE login = '${login}'`));
  const refused = await restore();
  equal(refused.code, 1, refused.out);
  match(refused.err, /not made by this installation.*--accept-foreign/);
  equal(role(), "agent");

  Deno.writeFileSync(
    file,
    forge(`UPDATE staff SET role = 'agent' WHERE login = '${login}'; ${trigger}`),
  );
  for (const more of [[], ["--accept-foreign"]]) {
    const { code, err } = await restore(...more);
    equal(code, 1);
    match(err, /trigger more of its own/);
  }
  equal(role(), "agent");

  Deno.writeFileSync(file, forge("DROP TRIGGER more"));
  const accepted = await restore("--accept-foreign");
  equal(accepted.code, 0, accepted.err);
  equal(role(), "agent");
});

Deno.test("an office with a passphrase has encrypted backups from the console too, and restores them unasked", async () => {
  await using folder = await temporaryFolder();
  const { data } = await office(folder.path);
  const file = `${folder.path}/backup`;
  equal((await belltower(["backup", file, "--data", data])).code, 0);
  const bytes = new TextDecoder("latin1").decode(Deno.readFileSync(file));
  ok(!bytes.includes("CREATE TABLE"), "it is plain");
  const { code, err } = await belltower(["restore", file, "--data", data]);
  equal(code, 0, err);
});

Deno.test("the web puts a stranger's backup in place only with a second confirmation that says what it means", async () => {
  await using folder = await temporaryFolder();
  const { data, forge, login, trigger } = await office(folder.path);
  const server = await ServerProcess.start(data, []);
  const cookie = await signIn(server.origin, "root", PASSWORD);
  const page = async () => {
    const answer = await fetch(`${server.origin}/settings/backup/restore`, { headers: { cookie } });
    return await answer.text();
  };
  const send = (path: string, body: URLSearchParams | Uint8Array<ArrayBuffer>) =>
    fetch(`${server.origin}/settings/backup/${path}`, {
      ...{ method: "POST", redirect: "manual", body },
      headers: { cookie, origin: server.origin },
    });
  const upload = async (name: string, forged: Uint8Array<ArrayBuffer>) => {
    equal((await send(`upload?name=${name}`, forged)).status, 201);
    const looked = async () => (await page()).includes(`<strong>${name}</strong>`);
    await until(looked, 15_000, "a check");
  };
  const confirm = (fields: Record<string, string>) =>
    page().then((shown) => {
      const check = /name="check" value="([^"]+)"/.exec(shown)?.[1] ?? "";
      return send("restore", new URLSearchParams({ do: "confirm", check, ...fields }));
    });

  await upload("trigger", forge(trigger));
  match(await page(), /Belltower가 만드는 것과 다르게/);

  await upload("first", forge(`DROP TRIGGER more`));
  const first = await page();
  match(first, /class="backup_foreign" role="alert"/);
  match(first, /증거가 없습니다[^]*관리자도 고객 정보도/);
  const checkOf = (shown: string) => /name="accept" value="([^"]+)"/.exec(shown)![1]!;

  for (const fields of [{}, { accept: "1" }, { accept: "on" }]) {
    const answer = await confirm(fields);
    equal(answer.status, 422);
    match(await answer.text(), /먼저 위에 표시해 주세요/);
  }

  await upload("second", forge(`UPDATE staff SET name = '바뀐이름' WHERE login = '${login}'`));
  // What was accepted of the first is not said of the second.
  equal((await confirm({ accept: checkOf(first) })).status, 422);
  equal((await confirm({ accept: checkOf(await page()) })).status, 200);
  const staffPage = async () => {
    const signed = await signIn(server.origin, "root", PASSWORD);
    const answer = await fetch(`${server.origin}/settings/staff`, { headers: { cookie: signed } });
    return await answer.text();
  };
  // Between its two lives the server refuses a connection.
  const restored = async () => (await staffPage().catch(() => "")).includes("바뀐이름");
  await until(restored, 30_000, "the restored state");
  await server.stop();
});
