import { deepEqual, equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { passed } from "../../lib/base/passed.ts";
import { seeded } from "../support/seeded.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { seed, sized } from "./size.ts";

const PASSWORD = "a long password";
const ROWS = 3000;
/** About as long as reading, storing and a backup take here. */
const LONGEST_MS = 3000;

interface JobRow {
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly failure: string;
}

/** What a question to the office in `data` is answered, while a server has it open too. */
function rows<Row>(data: string, sql: string): Row[] {
  using db = new DatabaseSync(`${data}/belltower.sqlite`, { readOnly: true });
  return db.prepare(sql).all().map((row) => ({ ...row }) as Row);
}

const table = (round: number) =>
  new TextEncoder().encode(
    `고객명,휴대폰\n${
      Array.from({ length: ROWS }, (_, i) => `손님${round}-${i},010-${1000 + round}-${1000 + i}\n`)
        .join("")
    }`,
  );

Deno.test("jobs that are killed with their server come to their end under the next one: what may begin anew does, an import is whole or gone", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const words = ["staff", "add", "boss", "--role", "admin", "--password-stdin", "--data", data];
  equal((await belltower(words, PASSWORD)).code, 0);
  const random = seeded(seed());
  let customers = 0;
  let again = 0;
  for (let round = 0; round < sized(4, 30); round++) {
    const server = await ServerProcess.start(data, []);
    const headers = {
      cookie: await signIn(server.origin, "boss", PASSWORD),
      origin: server.origin,
    };
    const post = async (path: string, body: BodyInit) => {
      const init = { method: "POST", headers, body, redirect: "manual" } as const;
      const response = await fetch(server.origin + path, init);
      ok(response.status < 400, `${path}: ${response.status}`);
      return await response.text();
    };
    const { location } = JSON.parse(await post(`/imports?name=${round}.csv`, table(round)));
    const importId = Number(location.split("/").at(-1));
    if (round % 2 === 1) {
      const isRead = () =>
        rows(data, `SELECT 1 FROM imports WHERE id = ${importId} AND outcome <> ''`).length > 0;
      await until(isRead, 60_000, "the file is read");
      const isIdle = () =>
        rows(data, "SELECT 1 FROM jobs WHERE ended_at IS NULL AND kind LIKE '%import'").length ===
          0;
      await until(isIdle, 60_000, "its job is over");
      await post(`${location}/run`, new URLSearchParams());
    }
    await post("/settings/backup/now", new URLSearchParams());
    // The worker of the jobs is only just being started: one is at work for longer than this looks apart.
    const atWork = () => rows(data, "SELECT 1 FROM jobs WHERE state = 'running'").length > 0;
    await until(atWork, 60_000, "a job is at work");
    if (round > 1) await passed(random() * LONGEST_MS);
    await server.kill("SIGKILL");

    const next = await ServerProcess.start(data, []);
    const unfinished = () => rows(data, "SELECT 1 FROM jobs WHERE ended_at IS NULL").length;
    await until(() => unfinished() === 0, 120_000, "every job is over");
    await next.stop();
    const jobs = rows<JobRow>(data, "SELECT kind, state, attempts, failure FROM jobs ORDER BY id");
    for (const { kind, state, attempts, failure } of jobs) {
      if (kind !== "write_import") equal(state, "done", `${kind}: ${failure}`);
      else if (state !== "done") {
        deepEqual([state, failure], ["failed", '{"code":"interrupted","limit":0}']);
      }
      if (attempts > 1) again++;
      ok(attempts <= 2, `${kind} was begun ${attempts} times, and killed once`);
    }
    const [found] = rows<{ state: string; outcome: string }>(
      data,
      `SELECT state, outcome FROM imports WHERE id = ${importId}`,
    );
    if (round % 2 === 0) deepEqual([found!.state, found!.outcome !== ""], ["draft", true]);
    else ok(found!.state === "done" || found!.state === "removed", found!.state);
    if (found!.state === "done") customers += ROWS;
    deepEqual(rows(data, "SELECT count(*) AS n FROM customers"), [{ n: customers }]);
    deepEqual(rows(data, "PRAGMA integrity_check"), [{ integrity_check: "ok" }]);
  }
  ok(again > 0, "a kill met a job at its work");
});
