import { equal, notEqual } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { isThere } from "../../lib/base/files.ts";
import { startServer } from "../../lib/server/server.ts";
import { beginAttachment } from "../../lib/store/attachment_content.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createImport, importById, moveImport } from "../../lib/store/imports.ts";
import { renameWord, wordByName } from "../../lib/store/list_words.ts";
import { isWaiting } from "../../lib/store/search_index.ts";
import { createSession } from "../../lib/store/sessions.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { createStaff, staffByLogin } from "../../lib/store/staff.ts";
import { newToken, tokenHash } from "../../lib/web/guard/session_token.ts";
import { type HastyTime, hastyTime } from "../support/hasty_time.ts";
import { furnishOffice } from "../support/office.ts";
import { freePort } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const HOUR_MS = 3_600_000;
const LONG_MS = 20_000;

/** A server at work on an office that `before` has prepared, with clocks that go round at once. */
async function atWork(
  before: (store: Store) => void,
  test: (
    store: Store,
    server: { readonly origin: string; readonly data: string },
    time: HastyTime,
  ) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryFolder();
  const data = folder.path;
  await furnishOffice(data);
  const store = openStore(data, { exclusive: true });
  before(store);
  using time = hastyTime();
  const http = { hostname: "127.0.0.1", port: freePort() };
  const server = await startServer({
    config: { data, http, plainHttp: "loopback", https: null, line: null },
    store,
  });
  try {
    await test(store, { origin: server.origin, data }, time);
  } finally {
    await server.stop();
  }
  await until(() => time.waiting === 0, LONG_MS, "nothing goes on behind the stop");
}

/** What a browser of somebody's hears from now on. */
async function hears(store: Store, origin: string, login: string): Promise<() => string> {
  const token = newToken();
  const { id } = staffByLogin(store, login)!.staff;
  const session = { tokenHash: tokenHash(token)!, staffId: id, address: "", userAgent: "" };
  createSession(store, session, Date.now());
  const headers = { cookie: `belltower_session=${token}` };
  const { body, status } = await fetch(`${origin}/live`, { headers });
  equal(status, 200);
  let heard = "";
  const listen = async () => {
    const decoder = new TextDecoder();
    for await (const part of body!) heard += decoder.decode(part, { stream: true });
  };
  listen().catch((error) => heard += `ended by ${error}`); // a server in a hurry waits for nobody
  return () => heard;
}

Deno.test("what was half done when a server was killed comes to its end under the next one", async () => {
  const type = (store: Store) =>
    store.get<{ type: string }>("SELECT type FROM consultations")?.type;
  let imported = 0;
  const before = (store: Store) => {
    const { id } = staffByLogin(store, "kim")!.staff;
    beginAttachment(store, { kind: "customer", id: 1 }, "half.pdf", { by: id, at: Date.now() - 1 });
    renameWord(store, "type", wordByName(store, "type", "주문")!.id, "구매");
    imported = createImport(store, "list.csv", { by: id, at: Date.now() });
    moveImport(store, imported, "draft", "writing");
    equal(isWaiting(store), true);
  };
  await atWork(before, async (store) => {
    await until(() => !isWaiting(store), LONG_MS, "everybody is found");
    await until(() => type(store) === "구매", LONG_MS, "the consultation has the new name");
    const over = () => importById(store, imported)?.failure?.code === "interrupted";
    await until(over, LONG_MS, "the import is over");
    const files = () => store.all("SELECT id FROM attachments");
    await until(() => files().length === 0, LONG_MS, "the upload is gone");
  });
});

Deno.test("what could not be noted in a transaction is noted by itself soon after", async () => {
  await atWork(() => undefined, async (store) => {
    // At its start a server notes something itself, and whatever waits then comes along.
    for (const time of ["first", "second", "third"]) {
      store.transaction(() =>
        store.late.note({ what: "seen", write: () => setSetting(store, "seen", time) })
      );
      notEqual(setting(store, "seen"), time);
      await until(() => setting(store, "seen") === time, LONG_MS, `the ${time} is noted`);
    }
  });
});

Deno.test("a browser hears that the server lives, that a promise is due, and that nothing can be stored", async () => {
  await atWork(() => undefined, async (store, { origin, data }, time) => {
    const heard = await hears(store, origin, "kim");
    await until(() => heard().includes("event: beat"), LONG_MS, "a heartbeat");
    createConsultation(store, {
      ...{ callId: null, customerId: 1, type: "주문", text: "다시 전화", state: "callback" },
      ...{ staffId: staffByLogin(store, "kim")!.staff.id, callbackAt: Date.now() + HOUR_MS },
    }, Date.now());
    time.pass(2 * HOUR_MS);
    await until(() => heard().includes("event: reminder"), LONG_MS, "the promise is due");

    {
      using other = new DatabaseSync(`${data}/belltower.sqlite`);
      other.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
      const faults = () => heard().split("event: line").length - 1;
      await until(() => (time.pass(1000), faults() === 1), LONG_MS, "the fault is told");
      other.exec("ROLLBACK");
      await until(() => faults() === 2, LONG_MS, "that it is over is told");
    }
  });
});

Deno.test("an administrator hears that the last backup is missing", async () => {
  const before = (store: Store) => {
    createStaff(store, { login: "root", name: "r", role: "admin", passwordHash: "" }, Date.now());
  };
  await atWork(before, async (store, { origin, data }, time) => {
    const expected = () => setting(store, "backup.since");
    await until(expected, LONG_MS, "backups are expected from now on");
    // In one go: were it an hour later while this backup is made, another one would be begun at its end.
    time.pass(25 * HOUR_MS);
    await until(() => isThere(`${data}/backups`), LONG_MS, "a backup is begun");
    const files = () => [...Deno.readDirSync(`${data}/backups`)].map(({ name }) => name);
    await until(() => files().some((name) => name.endsWith(".backup")), LONG_MS, "it is made");
    const heard = await hears(store, origin, "root");
    for (const name of files()) Deno.removeSync(`${data}/backups/${name}`);
    await until(() => heard().includes("event: notices"), LONG_MS, "it is told");
  });
});
