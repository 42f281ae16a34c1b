import { DatabaseSync } from "node:sqlite";
import { sampleCustomers } from "../../lib/demo/sample_customers.ts";
import { NOTE_TYPES, sampleNote } from "../../lib/demo/sample_notes.ts";
import { COMPANY_NAMES, LONG_COMPANIES } from "../../lib/demo/sample_words.ts";
import { normalNumber } from "../../lib/domain/phone_number.ts";
import { Random } from "../../lib/domain/random.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { indexWaiting } from "../../lib/store/search_index.ts";
import { createStaff } from "../../lib/store/staff.ts";

export interface BigOffice {
  readonly customers: number;
  readonly consultations: number;
  readonly calls: number;
  readonly seed?: number;
  /** Where the databases are kept; the system's folder for temporary files where nothing is said. */
  readonly out?: string;
  readonly say?: (text: string) => void;
}

/** Time of the last call: 2026-11-21, 18:00 in Seoul. The first one is three years before. */
const LAST_CALL = Date.UTC(2026, 10, 21, 9);
const PERIOD = 3 * 365 * 86_400_000;
const AGENTS = 12;
/** Customers are invented in villages: their companies, and so their shared numbers, stay among them. */
const VILLAGE = 10_000;
/** Rows of one transaction: so many are in memory at once. */
const SLICE = 50_000;

/** Makes the database, or finds the one that was made of the same figures before; returns its data folder. */
export function seedBigOffice(office: BigOffice): string {
  const { customers, consultations, calls, seed = 416, say = () => undefined } = office;
  const out = office.out ?? Deno.env.get("TMPDIR") ?? "/tmp";
  const folder = `${out}/belltower-seed-${customers}-${consultations}-${calls}-${seed}`;
  const done = `${folder}/complete`;
  if (isThere(done)) return folder;
  if (isThere(folder)) Deno.removeSync(folder, { recursive: true });
  openEmpty(folder);
  const db = new DatabaseSync(`${folder}/belltower.sqlite`);
  // Nobody's data: a crash in the middle is mended by beginning anew.
  db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
  db.exec("PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY");
  const restore = withoutSearchTriggersAndIndexes(db);
  const random = new Random(seed);
  const numbers = addCustomers(db, customers, random, say);
  addCallsAndNotes(db, { calls, consultations }, numbers, random, say);
  say("indexes");
  restore();
  db.exec(`INSERT INTO search_queue (customer_id, contacted)
    SELECT id, EXISTS (SELECT 1 FROM consultations AS c WHERE c.customer_id = customers.id)
    FROM customers WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO note_queue (consultation_id) SELECT id FROM consultations WHERE true
    ON CONFLICT DO NOTHING;
    PRAGMA journal_mode = WAL`);
  db.close();
  fillSearch(folder, say);
  Deno.writeTextFileSync(done, "");
  return folder;
}

function openEmpty(folder: string): void {
  const store = openStore(folder);
  ensureLine(store, "/dev/ttyBENCH", "416");
  for (let agent = 0; agent < AGENTS; agent++) {
    const login = agent === 0 ? "admin" : `agent${agent}`;
    const role = agent === 0 ? "admin" : "agent";
    createStaff(
      store,
      { login, name: `상담원${agent}`, role, passwordHash: "" },
      LAST_CALL - PERIOD,
    );
  }
  store.close();
}

/** Ten times quicker without; returns what puts them back. */
function withoutSearchTriggersAndIndexes(db: DatabaseSync): () => void {
  const parts = db.prepare(
    `SELECT type, name, sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND (type = 'trigger' AND name LIKE '%\\_search\\_%' ESCAPE '\\'
       OR type = 'index' AND sql NOT LIKE '%UNIQUE%'
         AND tbl_name IN ('customers', 'customer_numbers', 'calls', 'connections', 'consultations'))`,
  ).all() as unknown as { type: string; name: string; sql: string }[];
  for (const { type, name } of parts) db.exec(`DROP ${type} ${name}`);
  return () => parts.forEach(({ sql }) => db.exec(sql));
}

/** Returns the main number of each customer, by ID - 1. */
function addCustomers(
  db: DatabaseSync,
  count: number,
  random: Random,
  say: (text: string) => void,
): string[] {
  const customer = db.prepare(
    `INSERT INTO customers (id, name, company, department, email, address, grade, memo, warning,
       created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const number = db.prepare(
    `INSERT OR IGNORE INTO customer_numbers (customer_id, position, number, normal, label)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const numbers: string[] = [];
  while (numbers.length < count) {
    const village = sampleCustomers(Math.min(VILLAGE, count - numbers.length), random);
    // 456 companies would be too few for a country.
    const district = random.pick(COMPANY_NAMES);
    inOneGo(db, () => {
      for (const one of village) {
        const id = numbers.length + 1;
        const at = LAST_CALL - PERIOD - (count - id) * 1000;
        const company = one.company === "" || LONG_COMPANIES.includes(one.company)
          ? one.company
          : district + one.company;
        const email = one.email === "" ? "" : `customer${id}@example.com`;
        const { name, department, address, grade, memo, warning } = one;
        customer.run(id, name, company, department, email, address, grade, memo, warning, at, at);
        one.numbers.forEach(({ number: written, label }, position) => {
          number.run(id, position, written, normalNumber(written) ?? written, label);
        });
        numbers.push(normalNumber(one.numbers[0]?.number ?? "") ?? "");
      }
    });
    if (numbers.length % (10 * VILLAGE) === 0) say(`${numbers.length} customers`);
  }
  return numbers;
}

function addCallsAndNotes(
  db: DatabaseSync,
  { calls, consultations }: { readonly calls: number; readonly consultations: number },
  numbers: readonly string[],
  random: Random,
  say: (text: string) => void,
): void {
  const call = db.prepare(
    `INSERT INTO calls (id, line_id, switch_call, trunk, direction, state, number, normal, started_at,
       answered_at, ended_at, heard_at, outcome, extension, customer_id, match)
     VALUES (?, 1, ?, ?, ?, 'ended', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const connection = db.prepare(
    `INSERT INTO connections (call_id, position, device, kind, state, since, began_at, rang_at, dialled_at,
       joined_at, left_at, staff_id)
     VALUES (?, 0, ?, 'telephone', 'null', ?, ?, ?, ?, ?, ?, ?)`,
  );
  const note = db.prepare(
    `INSERT INTO consultations (interaction_id, call_id, customer_id, staff_id, type, text, state, created_at,
       changed_at)
     VALUES (?, ?, ?, ?, ?, ?, 'done', ?, ?)`,
  );
  const interaction = db.prepare(
    `INSERT INTO interactions (id, channel, customer_id, call_id, began_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const steps = Math.max(calls, consultations);
  for (let from = 0; from < steps; from += SLICE) {
    inOneGo(db, () => {
      for (let step = from; step < Math.min(from + SLICE, steps); step++) {
        const startedAt = LAST_CALL - PERIOD + Math.floor((step / steps) * PERIOD);
        const known = numbers.length > 0 && random.chance(step < calls ? 0.8 : 1);
        // A few call often: the square gathers the calls at the first customers.
        const customer = known ? 1 + Math.floor(numbers.length * random.next() ** 1.5) : null;
        const agent = random.whole(1, AGENTS - 1);
        let callId: number | null = null;
        if (step < calls) {
          callId = step + 1;
          const phone = customer === null
            ? `010${random.whole(20000000, 99999999)}`
            : numbers[customer - 1] ?? "";
          addCall(callId, phone, customer, agent, startedAt);
        }
        if (step >= consultations) continue;
        const type = random.pick(NOTE_TYPES);
        const id = step + 1;
        const channel = callId === null ? "other" : "call";
        interaction.run(id, channel, customer, callId, startedAt, startedAt);
        note.run(
          id,
          callId,
          customer,
          agent + 1,
          type,
          sampleNote(type, random),
          startedAt,
          startedAt,
        );
      }
    });
    if ((from / SLICE) % 20 === 0) say(`${from} of ${steps} calls and consultations`);
  }

  function addCall(
    id: number,
    phone: string,
    customer: number | null,
    agent: number,
    startedAt: number,
  ): void {
    const outcome = random.weighted({ answered: 72, missed: 14, outbound: 14 });
    const extension = String(200 + agent);
    const answeredAt = outcome === "answered" ? startedAt + random.whole(2, 20) * 1000 : null;
    const endedAt = (answeredAt ?? startedAt) + random.whole(5, 400) * 1000;
    call.run(
      id,
      `bench-${id}`,
      String(1 + id % 4),
      outcome === "outbound" ? "out" : "in",
      phone,
      phone,
      startedAt,
      answeredAt,
      endedAt,
      endedAt,
      outcome,
      extension,
      customer,
      customer === null ? null : "number",
    );
    const [rangAt, dialledAt] = outcome === "outbound" ? [null, startedAt] : [startedAt, null];
    connection.run(
      id,
      extension,
      endedAt,
      startedAt,
      rangAt,
      dialledAt,
      answeredAt ?? dialledAt,
      endedAt,
      agent + 1,
    );
  }
}

function fillSearch(folder: string, say: (text: string) => void): void {
  const store = openStore(folder);
  store.run("PRAGMA synchronous = OFF");
  store.all("PRAGMA cache_size = -262144");
  for (const table of ["customer_words", "note_words"]) {
    store.run(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', 33554432)`);
  }
  for (let done = 0, indexed = SLICE; indexed === SLICE; done += indexed) {
    indexed = indexWaiting(store, SLICE);
    say(`${done + indexed} indexed for the search`);
  }
  for (const table of ["customer_words", "note_words"]) {
    store.run(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', 1048576)`);
  }
  store.close();
}

function inOneGo(db: DatabaseSync, work: () => void): void {
  db.exec("BEGIN");
  work();
  db.exec("COMMIT");
}

function isThere(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
