import { sampleOffice } from "../../../lib/demo/sample_office.ts";
import { seedOffice } from "../../../lib/demo/seed.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import type { Store } from "../../../lib/store/database.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { ensureLine } from "../../../lib/store/lines.ts";
import { indexWaiting } from "../../../lib/store/search_index.ts";

const AT = Date.UTC(2026, 10, 21, 5, 0, 0);

const FEW = 30;

/** What the sample office does not have, one row each. What names another row names the first. */
const MORE: readonly string[] = [
  "INSERT INTO settings VALUES ('time_zone', 'Asia/Seoul')",
  "INSERT INTO sessions (token_hash, staff_id, created_at, seen_at, address, user_agent) VALUES (x'01', 1, 5, 6, '10.0.0.7', 'browser')",
  "INSERT OR IGNORE INTO number_choices VALUES ('0255512345', 1, 5, 1)",
  "INSERT INTO raw_frames (line_id, at, bytes, result, remark, call_id) VALUES (1, 5, x'0200FF03', 'rejected', 'BCC', 1)",
  "INSERT INTO duplicate_keys (kind, key) VALUES ('number', '0255512345')",
  "INSERT INTO customer_merges (survivor_id, survivor_before, survivor_after, merged_at, merged_by) VALUES (1, '{}', '{}', 5, 1)",
  'INSERT INTO merged_customers VALUES (9999, 1, \'{"name": "합쳐진 고객"}\')',
  "INSERT INTO merge_rows (merge_id, customer_id, place, kind, row) VALUES (1, 9999, 'calls.customer_id', 'moved', '{}')",
  "INSERT INTO customer_fields (label, kind, position) VALUES ('사업자번호', 'text', 1)",
  "INSERT INTO customer_field_values VALUES (1, 1, '123-45-67890')",
  "INSERT INTO consultation_revisions VALUES (1, 1, '주문', '처음 적은 것', 'done', NULL, 5, 1)",
  "INSERT INTO attachments (customer_id, name, type, size, sha256, created_at, created_by) VALUES (1, '견적서.pdf', 'application/pdf', 300000, x'00', 5, 1)",
  "INSERT INTO attachment_chunks VALUES (1, 0, randomblob(300000))",
  "INSERT INTO attachment_leftovers VALUES (77)",
  "INSERT INTO imports (file_name, state, created_at, created_by) VALUES ('고객.xlsx', 'done', 5, 1)",
  "INSERT INTO import_changes VALUES (1, 0, 1, '{}', '{}', 2)",
  "INSERT INTO import_notes VALUES (1, 2, 1, 1, 5, '', '한 말')",
  "INSERT INTO import_mappings VALUES ('이름', '{}', 5)",
  "INSERT INTO import_rows (import_id, row, cells, problems, doubts, customer_id) VALUES (1, 2, '[\"김\"]', '[]', '[]', 1)",
  "INSERT INTO call_filters (staff_id, name, query) VALUES (1, '부재', 'outcome=missed')",
  "INSERT INTO call_columns VALUES (1, 'time,number')",
  "INSERT INTO work (id, kind, state, interaction_id, wait_from, due_at) VALUES (416, 'missed', 'waiting', 1, 5, 6)",
  "INSERT INTO missed_work (work_id, tries, first_at, last_at) VALUES (416, 2, 5, 6)",
  "INSERT OR IGNORE INTO work_interactions VALUES (1, 416)",
  "INSERT INTO work_steps (work_id, at, kind, to_state, waited_ms) VALUES (416, 5, 'created', 'waiting', 0)",
  "INSERT INTO list_words (list, name, position) VALUES ('skill', '영어', 1)",
  "INSERT INTO staff_skills SELECT 1, id, 3 FROM list_words WHERE list = 'skill'",
  "INSERT INTO agent_states (staff_id, state, reason, present, state_since, since) VALUES (1, 'break', '점심', 0, 5, 5)",
  `INSERT INTO jobs (kind, lane, subject, input, actor, state, attempts, next_at, created_at, started_at, ended_at) VALUES ('make_backup', 'heavy', 'backup', '{}', '{"kind":"program"}', 'done', 1, 5, 5, 6, 7)`,
  "INSERT INTO wall_screens (token_hash, label, language, created_at, created_by) VALUES (x'02', '입구', 'ko', 5, 1)",
  "INSERT INTO campaigns (name, state, most_tries, retry_after, created_at, created_by) VALUES ('재계약', 'running', 3, 60000, 5, 1)",
  "INSERT INTO campaign_entries (campaign_id, number, normal) VALUES (1, '010-1', '0101')",
  "UPDATE customers SET memo = '바뀐 메모' WHERE id = 2",
  "INSERT OR IGNORE INTO note_queue VALUES (1)",
  "INSERT OR IGNORE INTO call_changes VALUES (1)",
  "INSERT OR IGNORE INTO call_late VALUES (1, 5)",
  "INSERT OR IGNORE INTO call_lines VALUES (1, 'x')",
  "INSERT OR IGNORE INTO call_orders VALUES (1048576, x'01000000')",
  "INSERT OR IGNORE INTO call_loose VALUES (1, 1)",
  "INSERT INTO list_renames (list, from_name, to_name) VALUES ('type', '옛말', '주문')",
  "INSERT INTO staff_addresses VALUES (1, '10.0.0.7', 5, 6, 5)",
  "INSERT INTO audit (at, actor, name, address, act, kind, record, label, before, after) VALUES (5, 'staff', '김', '10.0.0.7', 'created', 'customer', '1', '이영희', '{}', '{}')",
  "INSERT INTO extension_groups (name) VALUES ('영업')",
  "INSERT INTO extension_group_members SELECT 1, id FROM extensions WHERE number = '201'",
  "INSERT INTO holidays VALUES ('2026-12-25', '성탄절')",
];

/** Fills a new data folder with at least one row of every table, and the search and the log with what belongs to them. */
export function everyKindOfRecord(data: string): void {
  const store = openStore(data);
  const line = ensureLine(store, "/dev/ttyS0", "416");
  seedOffice(store, { office: smallOffice(), lineId: line.id, passwordHash: "x", now: AT });
  while (indexWaiting(store, 200) > 0);
  while (catchUp(store, 1000) > 0);
  for (const sql of MORE) store.run(sql);
  store.close();
}

/** The first customers of the sample office, and what was said with them. */
function smallOffice(): ReturnType<typeof sampleOffice> {
  const office = sampleOffice();
  const customers = office.customers.slice(0, FEW);
  const consultations = office.consultations.filter(({ customer }) => customer < FEW);
  return { ...office, customers, consultations };
}

/** Every row of every table, index content of the search too, as text; without what a restore notes of itself. */
export function everything(data: string): Map<string, string> {
  const store = openStore(data, { readOnly: true });
  const rows = new Map(tablesOf(store).map((table) => [table, contentOf(store, table)]));
  rows.set(
    "schema",
    JSON.stringify(store.all("SELECT type, name, sql FROM sqlite_schema ORDER BY name")),
  );
  store.close();
  return rows;
}

function tablesOf(store: Store): string[] {
  return store.all<{ name: string }>(
    // Closing a database renews its statistics; the words of the audit grow with the entries that backup and restore make of themselves.
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'
       AND name NOT LIKE 'audit_words%' AND name NOT LIKE 'sqlite_stat%' ORDER BY name`,
  ).map(({ name }) => name);
}

/** What backup and restore note of themselves. */
const OF_ITSELF = ['"restore.last"', '"actor":"console"', '{"name":"audit",'];

function contentOf(store: Store, table: string): string {
  const rows = store.all<Record<string, unknown>>(`SELECT * FROM "${table}"`);
  const shown = rows.map((row) =>
    JSON.stringify(row, (_, value) => value instanceof Uint8Array ? value.toHex() : value)
  );
  return shown.filter((row) => !OF_ITSELF.some((mark) => row.includes(mark))).join("\n");
}
