/**
 * A database with as many calls as an office has in many years, made in minutes by SQL alone: numbers that look
 * random and are the same every time.
 */
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/open_store.ts";
import { catchUp } from "../../lib/store/call_log/catch_up.ts";
import { makeOrders } from "../../lib/store/call_log/order_build.ts";

export interface CallSeed {
  readonly calls: number;
  readonly customers: number;
  /** The end of the last call, ms since the epoch, UTC. */
  readonly now: number;
}

/** Between two calls on the average: five million of them are five years. */
const PACE_MS = 31_536;

/** SQL for a number from 0 to n - 1 that follows from `i` and the salt, and looks random. */
function mix(i: string, salt: number, n: number | string): string {
  const factor = 2_654_435_761 + salt * 97_001_234;
  return `(((${i} * ${
    factor + 1 - factor % 2
  } & 4294967295) / 64 * 48271 & 1073741823) / 512 % ${n})`;
}

/** Fills the new data folder `directory`. Says on the way how far it is. */
export function seedCalls(directory: string, seed: CallSeed, say: (text: string) => void): void {
  openStore(directory).close();
  const db = new DatabaseSync(`${directory}/belltower.sqlite`);
  db.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF");
  const began = performance.now();
  const did = (what: string) =>
    say(`${what} (${Math.round((performance.now() - began) / 1000)} s)`);
  db.exec("BEGIN");
  db.exec(`
    INSERT INTO lines (id, device, dialect) VALUES (1, 'bench', '416');
    INSERT INTO staff (id, login, name, role, password_hash, created_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 16)
      SELECT i, 'agent' || i, substr('김이박최정강조윤장임한오서신권황', i, 1) || '상담', 'agent', 'x', 0 FROM n;
    UPDATE extensions SET staff_id = CAST(number AS INTEGER) - 199;
  `);
  const customers = db.prepare(`
    INSERT INTO customers (id, name, company, created_at, changed_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      SELECT i, substr('김이박최정강조윤장임한오서신권황안송류전홍', 1 + ${mix("i", 1, 21)}, 1)
          || substr('민서지현수영도윤하은준호성우재희경미나라', 1 + ${mix("i", 2, 20)}, 1)
          || substr('민서지현수영도윤하은준호성우재희경미나라', 1 + ${mix("i", 3, 20)}, 1),
        CASE WHEN ${mix("i", 4, 3)} = 0 THEN '' ELSE
          substr('한빛대성우리미래동양서울새한남도', 1 + 2 * ${mix("i", 5, 8)}, 2)
            || substr('상사물산전자건설유통식품', 1 + 2 * ${mix("i", 6, 6)}, 2) || ${
    mix("i", 7, 4000)
  } END,
        0, 0 FROM n`);
  customers.run(seed.customers);
  db.exec(`
    INSERT INTO customer_numbers (customer_id, position, number, normal)
      SELECT id, 0, number, number FROM (
        SELECT id, '010' || printf('%08d', (id * 7919 + 13) % 100000000) AS number FROM customers)`);
  did("customers");
  db.prepare(`
    INSERT INTO calls (id, line_id, switch_call, trunk, direction, state, number, normal, reason, started_at,
        answered_at, ended_at, heard_at, outcome, extension, customer_id, match)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :calls),
      said AS (SELECT i,
        CASE WHEN ${mix("i", 11, 10)} < 7 THEN 'in' ELSE 'out' END AS direction,
        ${mix("i", 12, 100)} < 20 AS missed,
        CASE WHEN ${mix("i", 13, 100)} < 72 THEN 1 + ${mix("i", 14, ":customers")} END AS customer,
        ${mix("i", 15, 100)} < 4 AS hidden,
        :now - (:calls - i) * ${PACE_MS} - ${mix("i", 16, 20000)} - 7200000 AS start,
        2000 + ${mix("i", 17, 14000)} + ${mix("i", 18, 14000)} AS ring,
        5000 + ${mix("i", 19, 120000)} * (1 + ${mix("i", 20, 6)}) AS talk FROM n),
      called AS (SELECT *,
        CASE WHEN hidden AND direction = 'in' THEN NULL
          WHEN customer IS NOT NULL THEN '010' || printf('%08d', (customer * 7919 + 13) % 100000000)
          ELSE '02' || printf('%08d', ${mix("i", 21, 300000)} * 311 + 20000000) END AS number,
        direction = 'in' AND NOT missed AS answered FROM said)
      SELECT i, 1, 'bench-' || i, CAST(1 + ${
    mix("i", 22, 4)
  } AS TEXT), direction, 'ended', number, number,
        CASE WHEN number IS NULL THEN 'withheld' END, start,
        CASE WHEN answered THEN start + ring END,
        start + CASE WHEN answered THEN ring + talk WHEN direction = 'in' THEN ring * 2 ELSE talk END,
        start + ring + talk,
        CASE WHEN direction = 'out' THEN 'outbound' WHEN answered THEN 'answered' ELSE 'missed' END,
        CAST(200 + ${mix("i", 23, 16)} AS TEXT), CASE WHEN number IS NOT NULL THEN customer END,
        CASE WHEN number IS NOT NULL AND customer IS NOT NULL THEN 'number' END FROM called`)
    .run({ calls: seed.calls, customers: seed.customers, now: seed.now });
  did("calls");
  db.exec(`
    INSERT INTO connections (call_id, position, device, kind, state, since, began_at, rang_at, dialled_at,
        joined_at, left_at, staff_id)
      SELECT id, 0, extension, 'telephone', 'null', ended_at, started_at,
        CASE direction WHEN 'in' THEN started_at END, CASE direction WHEN 'out' THEN started_at END,
        CASE direction WHEN 'in' THEN answered_at ELSE started_at END, ended_at,
        CAST(extension AS INTEGER) - 199 FROM calls;`);
  did("connections");
  db.exec(`
    INSERT INTO interactions (id, channel, customer_id, call_id, began_at, ended_at)
      SELECT id, 'call', customer_id, id, started_at, ended_at
      FROM calls WHERE outcome <> 'missed' AND ${mix("id", 36, 100)} < 35;
    INSERT INTO consultations (interaction_id, call_id, customer_id, staff_id, type, text, state, created_at, changed_at)
      SELECT id, id, customer_id, CAST(extension AS INTEGER) - 199,
        (SELECT name FROM list_words WHERE list = 'type' AND position = 1 + ${
    mix("calls.id", 31, 7)
  }),
        substr('납기견적배송반품결제주문수량색상규격도면단가입금', 1 + 2 * ${
    mix("id", 32, 12)
  }, 2) || ' '
          || substr('확인요청문의변경취소완료안내접수', 1 + 2 * ${mix("id", 33, 8)}, 2) || ' '
          || CASE WHEN ${mix("id", 34, 3)} = 0 THEN '전표 ' || ${
    mix("id", 35, 900000)
  } ELSE '다시 연락' END
          || char(10) || '담당자에게 전달',
        'done', ended_at, ended_at
      FROM calls WHERE outcome <> 'missed' AND ${mix("id", 36, 100)} < 35;`);
  did("notes");
  db.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  // The server's own way, but in one transaction and without waiting for the disk.
  const store = openStore(directory);
  store.run("PRAGMA synchronous = OFF");
  while (catchUp(store, 250_000) === 250_000) did("marks");
  for (const _ of makeOrders(store));
  did("orders");
  store.close();
}

if (import.meta.main) {
  const [directory = "", calls = "100000", customers = "30000"] = Deno.args;
  seedCalls(directory, {
    calls: Number(calls),
    customers: Number(customers),
    now: Date.UTC(2026, 10, 21, 9),
  }, (text) => Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`)));
}
