import { equal, ok, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { checkDatabase } from "../../../lib/store/backup/check_database.ts";
import { latestVersion, migrate } from "../../../lib/store/migrate.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { everyKindOfRecord } from "./every_kind.ts";

/** A new database of a version of the schema, as one file. */
function database(folder: string, version = latestVersion()): string {
  const file = `${folder}/${crypto.randomUUID()}.sqlite`;
  const db = new DatabaseSync(file);
  migrate(db, version);
  db.close();
  return file;
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file) as DatabaseSync & { enableDefensive(active: boolean): void };
  db.enableDefensive(false);
  db.exec(sql);
  db.close();
}

Deno.test("a database of every version is built as the migrations build it, and so is one that came step by step from each", async () => {
  await using folder = await temporaryFolder();
  for (let version = 1; version <= latestVersion(); version++) {
    const file = database(folder.path, version);
    equal(checkDatabase(file, null), version);
    const db = new DatabaseSync(file);
    migrate(db);
    db.close();
    change(file, "ANALYZE");
    equal(checkDatabase(file, null), latestVersion());
  }
});

Deno.test("a database that people have worked in is built as the migrations build it", async () => {
  await using folder = await temporaryFolder();
  everyKindOfRecord(folder.path);
  equal(checkDatabase(`${folder.path}/belltower.sqlite`, null), latestVersion());
});

const STRANGE: Readonly<Record<string, string>> = {
  "a trigger of its own":
    "CREATE TRIGGER more AFTER INSERT ON customers BEGIN UPDATE staff SET role = 'admin'; END",
  "a trigger by another text":
    "DROP TRIGGER call_log_note; CREATE TRIGGER call_log_note AFTER UPDATE ON consultations BEGIN UPDATE staff SET role = 'admin'; END",
  "a view": "CREATE VIEW people AS SELECT * FROM staff",
  "a table": "CREATE TABLE songs (title TEXT)",
  "an index": "CREATE INDEX more ON staff (lower(name))",
  "an index fewer": "DROP INDEX customers_by_name",
  "a column that is computed":
    "ALTER TABLE staff ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(login)) VIRTUAL",
  "a condition in a text": `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'CREATE TABLE staff', 'CREATE TABLE /**/ staff') WHERE name = 'staff'`,
  "a name twice": `PRAGMA writable_schema = ON;
    INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'customers_by_name'`,
  "statistics of another build": `PRAGMA writable_schema = ON;
    INSERT INTO sqlite_schema VALUES ('table', 'sqlite_stat1', 'sqlite_stat1', 2, 'CREATE TABLE sqlite_stat1(tbl,idx,stat DEFAULT 1)')`,
  "a virtual table": "CREATE VIRTUAL TABLE more USING fts5 (text)",
  "a shadow table that is another": `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = 'CREATE TABLE ''customer_words_data''(id INTEGER PRIMARY KEY, block BLOB DEFAULT (abs(1)))'
    WHERE name = 'customer_words_data'`,
};

for (const [what, sql] of Object.entries(STRANGE)) {
  Deno.test(`a database with ${what} is refused`, async () => {
    await using folder = await temporaryFolder();
    const file = database(folder.path);
    change(file, sql);
    const text = Deno.readFileSync(file);
    throws(() => checkDatabase(file, null), (error: Error & { code?: string }) => {
      ok(error.name === "BackupError");
      // A schema that SQLite itself cannot read is damaged.
      equal(error.code, what === "a name twice" ? "damaged" : "schema", error.message);
      return true;
    });
    equal(Deno.readFileSync(file).length, text.length);
  });
}

const DAMAGED: Readonly<Record<string, string>> = {
  "numbers its next record as the last there can be":
    "INSERT INTO sqlite_sequence VALUES ('customers', 9223372036854775807)",
  "numbers its next record by a word": "INSERT INTO sqlite_sequence VALUES ('customers', 'x')",
  "breaks a condition of a table":
    "PRAGMA ignore_check_constraints = ON; INSERT INTO staff (login, name, role, password_hash, created_at) VALUES ('a', 'a', 'owner', 'x', 1)",
};

for (const [what, sql] of Object.entries(DAMAGED)) {
  Deno.test(`a database that ${what} is refused as damaged`, async () => {
    await using folder = await temporaryFolder();
    const file = database(folder.path);
    change(file, sql);
    throws(() => checkDatabase(file, null), { name: "BackupError", code: "damaged" });
  });
}

Deno.test("an empty database that calls itself Belltower's is refused as foreign", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/empty.sqlite`;
  change(file, "PRAGMA application_id = 0x42656c6c; CREATE TABLE a (b); DROP TABLE a");
  throws(() => checkDatabase(file, null), { name: "BackupError", code: "foreign" });
});

Deno.test("one in UTF-16, and one that says it is of version 0 or below, are refused", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/wide.sqlite`;
  const db = new DatabaseSync(file);
  db.exec("PRAGMA encoding = 'UTF-16'");
  migrate(db);
  db.close();
  throws(() => checkDatabase(file, null), { name: "BackupError", code: "damaged" });
  const negative = database(folder.path);
  change(negative, "PRAGMA user_version = -1");
  throws(() => checkDatabase(negative, null), { name: "BackupError", code: "foreign" });
});
