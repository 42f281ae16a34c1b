import { DatabaseSync } from "node:sqlite";
import { latestVersion, migrate, versionOf } from "../../lib/store/migrate.ts";

/** Something that an office had when its schema was `since`, and how the newest schema shows it. */
interface Lived {
  readonly since: number;
  readonly row: string;
  readonly question: string;
  readonly answer: unknown;
}

const LIVED: readonly Lived[] = [
  {
    since: 1,
    row: "INSERT INTO settings VALUES ('time_zone', 'Asia/Seoul')",
    question: "SELECT value AS it FROM settings WHERE key = 'time_zone'",
    answer: "Asia/Seoul",
  },
  {
    since: 1,
    row: "INSERT INTO lines (label, device, dialect) VALUES ('국선', '/dev/ttyS0', '416')",
    question: "SELECT label AS it FROM lines WHERE device = '/dev/ttyS0'",
    answer: "국선",
  },
  {
    since: 1,
    row:
      "INSERT INTO staff (login, name, role, password_hash, created_at) VALUES ('kim', '김민지', 'admin', 'x', 5)",
    question: "SELECT name AS it FROM staff WHERE login = 'kim'",
    answer: "김민지",
  },
  {
    since: 1,
    row:
      "INSERT INTO customers (name, company, grade, created_at, changed_at) VALUES ('이영희', '한빛상사', '단골', 5, 5)",
    question: "SELECT company AS it FROM customers WHERE name = '이영희'",
    answer: "한빛상사",
  },
  {
    since: 1,
    row: "INSERT INTO customer_numbers VALUES (1, 0, '010-1234-5678', '01012345678', '휴대')",
    question: "SELECT customer_id AS it FROM customer_numbers WHERE normal = '01012345678'",
    answer: 1,
  },
  {
    since: 1,
    row:
      `INSERT INTO calls (line_id, trunk, direction, state, number, normal, started_at, answered_at, ended_at, heard_at,
         outcome, extension, customer_id, match)
       VALUES (1, '1', 'in', 'ended', '01012345678', '01012345678', 10, 20, 30, 30, 'answered', '201', 1, 'number')`,
    question: "SELECT ended_at AS it FROM calls WHERE customer_id = 1",
    answer: 30,
  },
  {
    since: 1,
    // It rang at two telephones, was answered at one and handed on to a third.
    row: `INSERT INTO call_legs (call_id, position, kind, extension, at, staff_id) VALUES
       (1, 0, 'rang', '201', 11, 1), (1, 1, 'rang', '202', 12, NULL), (1, 2, 'answered', '201', 20, 1),
       (1, 3, 'rang', '203', 24, NULL), (1, 4, 'answered', '203', 25, NULL)`,
    question:
      `SELECT group_concat(device || ':' || coalesce(rang_at, '') || ':' || coalesce(joined_at, '') || ':' ||
         left_at || ':' || coalesce(cause, '') || ':' || coalesce(staff_id, ''), ' ') AS it
       FROM (SELECT * FROM connections WHERE call_id = 1 ORDER BY position)`,
    answer: "201:11:20:25:transferred:1 202:12::20:answered_elsewhere: 203:24:25:30::",
  },
  {
    since: 1,
    row:
      `INSERT INTO consultations (call_id, customer_id, staff_id, type, text, state, created_at, changed_at)
       VALUES (1, 1, 1, '주문', '토너 두 개', 'done', 40, 40)`,
    question: "SELECT text AS it FROM consultations WHERE call_id = 1",
    answer: "토너 두 개",
  },
  {
    since: 1,
    row: `INSERT INTO consultations (customer_id, staff_id, text, state, created_at, changed_at)
       VALUES (1, 1, '다녀가심', 'done', 50, 50)`,
    question: `SELECT customer_id || ':' || began_at || ':' || channel AS it FROM interactions
       WHERE id = (SELECT interaction_id FROM consultations WHERE text = '다녀가심')`,
    answer: "1:50:other",
  },
  {
    since: 1,
    row:
      "INSERT INTO raw_frames (line_id, at, bytes, result) VALUES (1, unixepoch() * 1000, x'0203', 'accepted')",
    question: "SELECT hex(bytes) AS it FROM raw_frames",
    answer: "0203",
  },
  {
    since: 2,
    row:
      "INSERT INTO customer_merges (survivor_id, survivor_before, survivor_after, merged_at) VALUES (1, '{}', '{}', 5)",
    question: "SELECT survivor_id AS it FROM customer_merges",
    answer: 1,
  },
  {
    since: 3,
    row:
      "INSERT INTO attachments (customer_id, name, type, size, sha256, created_at) VALUES (1, '견적서.pdf', 'application/pdf', 2, x'00', 5)",
    question: "SELECT name AS it FROM attachments WHERE customer_id = 1",
    answer: "견적서.pdf",
  },
  {
    since: 3,
    row: "INSERT INTO attachment_chunks VALUES (1, 0, x'AABB')",
    question: "SELECT hex(bytes) AS it FROM attachment_chunks WHERE attachment_id = 1",
    answer: "AABB",
  },
  {
    since: 4,
    row: "INSERT INTO imports (file_name, state, created_at) VALUES ('고객.xlsx', 'done', 5)",
    question: "SELECT file_name AS it FROM imports",
    answer: "고객.xlsx",
  },
  {
    since: 5,
    row: "INSERT INTO call_filters (staff_id, name, query) VALUES (1, '부재', 'outcome=missed')",
    question: "SELECT query AS it FROM call_filters WHERE staff_id = 1",
    answer: "outcome=missed",
  },
  {
    since: 5,
    row:
      `INSERT INTO missed_callers (normal, tries, first_at, last_at, last_call_id, state, changed_at)
       VALUES ('01012345678', 1, 10, 10, 1, 'open', 10)`,
    question: `SELECT state || ':' || tries AS it FROM work JOIN missed_work ON work_id = work.id
       JOIN contact_points ON contact_points.id = contact_point_id WHERE address = '01012345678'`,
    answer: "waiting:1",
  },
  {
    since: 5,
    row: "INSERT INTO missed_calls VALUES (1, 1)",
    question:
      `SELECT call_id AS it FROM work_interactions JOIN interactions ON interactions.id = interaction_id
       WHERE work_id = 1`,
    answer: 1,
  },
  {
    since: 6,
    row: "INSERT INTO presence VALUES (1, 'break', '점심', 5)",
    question: "SELECT reason AS it FROM agent_states WHERE staff_id = 1 AND until IS NULL",
    answer: "점심",
  },
  {
    since: 7,
    row: "UPDATE extensions SET address = '10.0.0.7' WHERE number = '202'",
    question: "SELECT address AS it FROM extensions WHERE number = '202'",
    answer: "10.0.0.7",
  },
  {
    since: 7,
    row:
      "UPDATE extensions SET staff_id = 1, label = '창구', kind = 'phone_fax' WHERE number = '203'",
    question:
      "SELECT kind || label || staff_id AS it FROM extensions WHERE number = '203' AND line_id IS NULL",
    answer: "phone_fax창구1",
  },
  {
    since: 11,
    row: "INSERT INTO holidays VALUES ('2026-12-25', '성탄절')",
    question: "SELECT name AS it FROM holidays WHERE day = '2026-12-25'",
    answer: "성탄절",
  },
  {
    since: 13,
    row: "INSERT INTO staff_addresses VALUES (1, '10.0.0.7', 5, 6, 5)",
    question: "SELECT last_at AS it FROM staff_addresses WHERE staff_id = 1",
    answer: 6,
  },
  {
    since: 13,
    row: `INSERT INTO audit (at, actor, name, address, act, kind, record, label, before, after)
       VALUES (5, 'staff', '김민지', '10.0.0.7', 'changed', 'extension', '203', '창구', '{"kind":"phone"}', '{"kind":"phone_fax"}')`,
    question: "SELECT after AS it FROM audit WHERE kind = 'extension' AND record = '203'",
    answer: '{"kind":"phone_fax"}',
  },
  {
    since: 14,
    row: "INSERT INTO extension_groups (name) VALUES ('영업'), ('배송')",
    question: "SELECT group_concat(name, ',' ORDER BY id) AS it FROM extension_groups",
    answer: "영업,배송",
  },
  {
    since: 14,
    row: "INSERT INTO extension_group_members VALUES (1, '202'), (1, '203'), (2, '203')",
    question:
      `SELECT group_concat(group_id || ':' || number, ',' ORDER BY group_id, number) AS it FROM extension_group_members
       JOIN extensions ON extensions.id = extension_id`,
    answer: "1:202,1:203,2:203",
  },
];

/**
 * Makes the database `file` as the Belltower with that `schema` left it, running since the first one: each schema's
 * rows were written while it was the newest.
 */
export function olderOffice(file: string, schema: number): void {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL");
  for (let version = 1; version <= schema; version++) {
    migrate(db, version);
    for (const { since, row } of LIVED) if (since === version) db.exec(row);
  }
  db.close();
}

/** As many more customers and calls, so that an update of an office of schema 1 or later takes its time. */
export function grow(file: string, rows: number): void {
  const db = new DatabaseSync(file);
  const numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)";
  db.prepare(
    `${numbers} INSERT INTO customers (name, company, memo, created_at, changed_at)
     SELECT '고객 ' || i, '회사 ' || (i % 97), hex(randomblob(100)), i, i FROM n`,
  ).run(rows);
  db.prepare(
    `${numbers} INSERT INTO calls (line_id, trunk, direction, state, number, normal, started_at, ended_at, heard_at, outcome)
     SELECT 1, '2', 'in', 'ended', '02' || i, '02' || i, i, i + 5, i + 5, 'missed' FROM n`,
  ).run(rows);
  db.close();
}

/** Everything that the office of that `schema` had and that is not in `file`, as questions; and what is not whole about it. */
export function missingFrom(file: string, schema: number): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const asked = LIVED.filter(({ since }) => since <= schema);
    return [
      ...asked.filter((one) => db.prepare(one.question).get()?.["it"] !== one.answer)
        .map(({ question }) => question),
      ...db.prepare("PRAGMA foreign_key_check").all().map((row) => JSON.stringify(row)),
      ...db.prepare("PRAGMA integrity_check").all().map((row) => String(row["integrity_check"]))
        .filter((found) => found !== "ok"),
      ...versionOf(db) === latestVersion() ? [] : [`the schema is ${versionOf(db)}`],
    ];
  } finally {
    db.close();
  }
}

/** The schema of a copy beside a database, and whether it has what the office of then had. */
export function schemaOf(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return versionOf(db);
  } finally {
    db.close();
  }
}
