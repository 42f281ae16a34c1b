/** How the statements of the pages and of the calls are carried out, by SQLite's plans. */
import { deepEqual } from "node:assert/strict";
import { newToken } from "../../lib/web/guard/session_token.ts";
import { statementsOf } from "../support/count_statements.ts";
import { fullOffice } from "../support/full_office.ts";
import { noPages, pagesOfRoutes } from "../support/pages_of_routes.ts";
import type { WebOffice } from "../support/web_office.ts";

/** What there are thousands of in an office after a year. */
const GROWING = [
  ...["agent_states", "attachments", "audit", "calls", "connections", "consultations"],
  ...["contact_points", "customer_numbers", "customers", "events", "interactions", "missed_work"],
  ...["raw_frames", "work", "work_interactions", "work_steps"],
];

/** The first row in the order of an index is found at once. */
const FIRST_ROW = /^SELECT [\w, ]+ FROM \w+( ORDER BY (id|seq)( DESC)?)? LIMIT 1$/;

const TOKEN = newToken();

interface Op {
  readonly addr: number;
  readonly opcode: string;
  readonly p1: number;
  readonly p2: number;
}

/** Opens every page, by each who may. */
async function openPages(office: WebOffice): Promise<void> {
  for (const login of ["kim", "lee", "admin"]) {
    for (const path of [...pagesOfRoutes(TOKEN).map(({ path }) => path), ...noPages(TOKEN)]) {
      await (await office.browser(login).get(path)).body?.cancel();
    }
  }
}

/** A call that is answered and one that is missed, by a customer and by a stranger. */
function makeCalls(office: WebOffice): void {
  for (const number of ["0255500001", "01099998888"]) {
    office.rings("4", "202", number);
    office.answers("4", "202");
    office.ends("4");
    office.rings("4", "202", number);
    office.ends("4");
  }
}

/**
 * The growing tables and their indexes that a statement, a trigger of it or a foreign key goes through from one end to the
 * other. A partial index has what is open alone.
 */
function readWhole({ store }: WebOffice, sql: string): string[] {
  const growing = new Map(
    store.all<{ name: string; on: string; root: number; sql: string | null }>(
      `SELECT name, tbl_name AS "on", rootpage AS root, sql FROM sqlite_schema`,
    ).filter((one) => GROWING.includes(one.on) && !/ WHERE /.test(one.sql ?? ""))
      .map(({ root, name }) => [root, name]),
  );
  const [cursors, whole] = [new Map<number, number>(), new Set<string>()];
  let unlessBroken = -1;
  for (const { addr, opcode, p1, p2 } of store.all<Op>(`EXPLAIN ${sql}`)) {
    if (addr === 0) [unlessBroken] = [-1, cursors.clear()]; // the next trigger
    if (opcode === "OpenRead" || opcode === "OpenWrite") cursors.set(p1, p2);
    else if (opcode.startsWith("Open")) cursors.delete(p1);
    // Up to there it goes only where a reference was broken before in this transaction.
    if (opcode === "FkIfZero") unlessBroken = p2;
    const name = growing.get(cursors.get(p1) ?? -1);
    const fromOneEnd = opcode === "Rewind" || opcode === "Last";
    if (fromOneEnd && addr >= unlessBroken && name !== undefined) whole.add(name);
  }
  return [...whole];
}

Deno.test("no page and no call reads the whole of a table that grows", async () => {
  using office = fullOffice(3, TOKEN);
  const statements = await statementsOf(async () => {
    makeCalls(office);
    await openPages(office);
  });
  const asked = new Set(statements.filter((sql) => /^\s*(SELECT|WITH|INSERT|UPDATE)/.test(sql)));
  const whole = [...asked].filter((sql) => !FIRST_ROW.test(sql))
    .flatMap((sql) => readWhole(office, sql).map((name) => `${name}: ${sql}`));
  deepEqual(whole, []);
});
