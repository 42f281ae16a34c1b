import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { type Actor, CONSOLE } from "../../lib/domain/audit.ts";
import { passed } from "../../lib/base/passed.ts";
import { serveData, type StartServer } from "../../lib/server/serve_data.ts";
import { confirmedFile } from "../../lib/store/backup/candidate.ts";
import { recordRestore, restoreFailure } from "../../lib/store/backup/restore_record.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { StoreGone } from "../../lib/store/errors.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** A data folder that is served by nobody in particular; what happens is written down. */
class Served {
  readonly happened: string[] = [];
  readonly stop = new AbortController();
  readonly gone = Promise.withResolvers<StoreGone>();
  store: Store | null = null;
  restore: (by: Actor) => void = () => undefined;
  readonly end: Promise<void>;

  constructor(readonly data: string) {
    const start: StartServer = async (store, restore) => {
      await passed(1);
      this.happened.push("started");
      this.store = store;
      this.restore = restore;
      return {
        ...{ origin: "", secure: [], setupCode: null, gone: this.gone.promise },
        stop: async () => {
          this.happened.push("stops");
          await passed(1);
          this.happened.push("stopped");
        },
      };
    };
    const stopping = () => this.happened.push("for good");
    this.end = serveData({ data }, () => this.stop.signal, start, stopping);
    this.end.catch(() => undefined); // whoever waits for it hears why
  }

  async starts(times: number): Promise<Store> {
    const count = () => this.happened.filter((what) => what === "started").length;
    await until(() => count() === times);
    return this.store!;
  }
}

const acts = (store: Store) =>
  store.all<{ act: string; record: string }>("SELECT act, record FROM audit");

Deno.test("a folder is served to one server until it is to stop, and is free when that has stopped", async () => {
  await using folder = await temporaryFolder();
  const served = new Served(folder.path);
  await served.starts(1);
  throws(() => openStore(folder.path, { exclusive: true }), /in use by another/);
  served.stop.abort();
  await served.end;
  deepEqual(served.happened, ["started", "for good", "stops", "stopped"]);
  openStore(folder.path, { exclusive: true }).close();
  const late = new Served(folder.path);
  late.stop.abort();
  await late.end;
});

Deno.test("a confirmed backup takes the database's place between two servers, and the audit says who wanted it", async () => {
  await using folder = await temporaryFolder();
  const monday = openStore(folder.path, { exclusive: true });
  setSetting(monday, "office_name", "restored");
  monday.close();
  const kept = `${folder.path}/monday`;
  Deno.copyFileSync(`${folder.path}/belltower.sqlite`, kept);
  const db = new DatabaseSync(kept);
  recordRestore(db, { at: 1, name: "monday", createdAt: null });
  db.exec("PRAGMA journal_mode = DELETE");
  db.close();
  const served = new Served(folder.path);
  setSetting(await served.starts(1), "office_name", "before");
  Deno.mkdirSync(`${folder.path}/restore`, { recursive: true });
  Deno.renameSync(kept, confirmedFile(folder.path));
  served.restore(CONSOLE);
  const store = await served.starts(2);
  equal(setting(store, "office_name"), "restored");
  equal(restoreFailure(store), null);
  deepEqual(acts(store).map(({ act, record }) => [act, record]), [["restored", "monday"]]);
  served.stop.abort();
  await served.end;
  const once = ["started", "stops", "stopped"];
  deepEqual(served.happened, [...once, "started", "for good", "stops", "stopped"]);
});

Deno.test("where no backup can be put in place the old state goes on, and says so", async () => {
  await using folder = await temporaryFolder();
  const served = new Served(folder.path);
  setSetting(await served.starts(1), "office_name", "before");
  served.restore(CONSOLE);
  const store = await served.starts(2);
  equal(setting(store, "office_name"), "before");
  equal(restoreFailure(store)?.code, "unreadable");
  deepEqual(acts(store), []);
  served.stop.abort();
  await served.end;
});

Deno.test("a server whose database is gone is told for a while, and then stops in order", async () => {
  await using folder = await temporaryFolder();
  const served = new Served(folder.path);
  await served.starts(1);
  const gone = new StoreGone("it is not there");
  served.gone.resolve(gone);
  await until(() => served.happened.includes("for good"));
  // Pages and watchdogs still ask.
  for (let i = 0; i < 10; i++) await passed(0);
  deepEqual(served.happened, ["started", "for good"]);
  served.stop.abort();
  await rejects(() => served.end, gone);
  deepEqual(served.happened, ["started", "for good", "stops", "stopped"]);
});

Deno.test("a server whose database is gone does not go on for ever", async () => {
  await using folder = await temporaryFolder();
  using _time = hastyTime();
  const served = new Served(folder.path);
  await served.starts(1);
  served.gone.resolve(new StoreGone("it is not there"));
  await rejects(() => served.end, { name: "StoreGone" });
});
