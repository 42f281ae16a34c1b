import { equal } from "node:assert/strict";
import { PROGRAM } from "../../lib/domain/audit.ts";
import { startServer } from "../../lib/server/server.ts";
import { noteAct } from "../../lib/store/audit/write_audit.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createLine } from "../../lib/store/line_settings.ts";
import { insertRawFrame } from "../../lib/store/raw_frames.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { freePort } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

const DAY_MS = 86_400_000;
const LONG_MS = 20_000;

const count = (store: Store, sql: string) => store.get<{ n: number }>(sql)!.n;
const frames = (store: Store) => count(store, "SELECT count(*) AS n FROM raw_frames");
const acts = (store: Store) => count(store, "SELECT count(*) AS n FROM audit");
const liveCalls = (store: Store) =>
  count(store, "SELECT count(*) AS n FROM calls WHERE ended_at IS NULL");

function backups(data: string): string[] {
  try {
    return [...Deno.readDirSync(`${data}/backups`)].map(({ name }) => name)
      .filter((name) => name.endsWith(".backup"));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

Deno.test("a server that runs for years makes its backups, lets old frames and entries go and ends forgotten calls", async () => {
  await using folder = await temporaryFolder();
  using pbx = new TestPbx();
  const data = folder.path;
  const store = openStore(data, { exclusive: true });
  const lineId = createLine(store, { label: "", device: pbx.device, dialect: "416" });
  using time = hastyTime();
  const server = await startServer({
    config: {
      data,
      http: { hostname: "127.0.0.1", port: freePort() },
      plainHttp: "loopback",
      https: null,
      line: null,
    },
    store,
  });
  try {
    // Twice: the first time may be the start itself, and no clock.
    for (const round of [1, 2]) {
      await pbx.tell("c", "120201012345678");
      await pbx.tell("N", "1202");
      const bytes = new Uint8Array([round]);
      const frame = { lineId, bytes, result: "rejected", remark: "", callId: null } as const;
      insertRawFrame(store, { ...frame, at: Date.now() });
      noteAct(store.as(PROGRAM), { act: "restored", kind: "backup", record: String(round) });
      // The line has its own clock, by which this call is long over in the second round.
      if (round === 1) equal(liveCalls(store), 1);

      time.pass(2 * DAY_MS);
      await until(() => liveCalls(store) === 0, LONG_MS, "the forgotten call is over");
      await until(() => backups(data).length > 0, LONG_MS, "a backup is made");
      time.pass(3000 * DAY_MS);
      await until(() => frames(store) === 0, LONG_MS, "the frames are gone");
      await until(() => acts(store) === 0, LONG_MS, "the audit is empty");
    }
  } finally {
    await server.stop();
  }
});
