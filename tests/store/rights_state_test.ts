import { deepEqual, equal, notEqual, throws } from "node:assert/strict";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { rightsState } from "../../lib/store/rights_state.ts";
import { createSession, endSession, touchSession } from "../../lib/store/sessions.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { noteSignIn } from "../../lib/store/sign_ins.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { createWallScreen, endWallScreen, touchWallScreen } from "../../lib/store/wall_screens.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const HASH = new Uint8Array(32).fill(7);

function furnish(store: Store): void {
  const { id } = createStaff(store, {
    ...{ login: "kim", name: "김상담", role: "agent", passwordHash: "" },
  }, 1000);
  assignExtension(store, "202", id);
  ensureLine(store, "test", "416");
  createSession(store, { tokenHash: HASH, staffId: id, address: "", userAgent: "" }, 1000);
  const screen = { tokenHash: HASH, label: "wall", language: "ko" } as const;
  createWallScreen(store, screen, id, 1000);
}

/** Tables of which everything is a right, but these columns: that somebody was there takes nothing from anybody. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  staff: ["signed_in_at", "signed_in_from"],
  extensions: [],
  sessions: ["seen_at"],
  wall_screens: ["seen_at"],
};

Deno.test("a change of any column of persons, extensions, sessions and screens on the wall is a change of rights", () => {
  const store = passingStore();
  furnish(store);
  for (const [table, harmless] of Object.entries(TABLES)) {
    const columns = store.all<{ name: string }>("SELECT name FROM pragma_table_info(?)", table);
    notEqual(columns.length, 0);
    for (const { name } of columns) {
      const before = rightsState(store);
      store.run(`UPDATE ${table} SET ${name} = ${name}`);
      const isHarmless = harmless.includes(name);
      equal(rightsState(store) === before, isHarmless, `${table}.${name}`);
    }
  }
  store.close();
});

Deno.test("what is taken away is a change of rights, and so are a new person and a new extension", () => {
  const store = passingStore();
  const changes = (what: () => void) => {
    const before = rightsState(store);
    what();
    notEqual(rightsState(store), before, what.toString());
  };
  furnish(store);
  changes(() => {
    createStaff(store, { login: "lee", name: "이응대", role: "agent", passwordHash: "" }, 1000);
  });
  changes(() => store.run("INSERT INTO extensions (number) VALUES ('777')"));
  changes(() => store.run("DELETE FROM extensions WHERE number = '777'"));
  changes(() => endSession(store, HASH));
  changes(() => endWallScreen(store, 1));
  changes(() => store.run("UPDATE extensions SET staff_id = NULL"));
  store.close();
});

Deno.test("frames, settings and that somebody was there or has signed in leave rights as they are", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  furnish(store);
  const line = openStore(folder.path, { claims: store.claims });
  const before = rightsState(store);
  line.run(
    "INSERT INTO raw_frames (line_id, at, bytes, result) VALUES (1, 1, x'00', 'accepted')",
  );
  setSetting(line, "office_name", "한빛");
  touchSession(store, HASH, 2000);
  touchWallScreen(store, 1, 2000);
  noteSignIn(store, 1, "127.0.0.1", 2000);
  const another = { tokenHash: HASH.toReversed(), staffId: 1, address: "", userAgent: "" };
  another.tokenHash[0] = 1;
  createSession(line, another, 2000);
  equal(rightsState(store), before);
  line.close();
  store.close();
});

Deno.test("a session that was used earlier than it was noted ends earlier: a change of rights", () => {
  const store = passingStore();
  furnish(store);
  const before = rightsState(store);
  touchSession(store, HASH, 999);
  notEqual(rightsState(store), before);
  store.close();
});

Deno.test("another connection's change is seen at once, and one that is taken back was a change, too", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  furnish(store);
  const other = openStore(folder.path);
  const states = [rightsState(store)];
  other.run("UPDATE staff SET role = 'admin'");
  states.push(rightsState(store));
  throws(() =>
    store.transaction(() => {
      store.run("UPDATE staff SET role = 'supervisor'");
      states.push(rightsState(store));
      throw new Error("taken back");
    }), /taken back/);
  states.push(rightsState(store));
  other.run("UPDATE staff SET role = 'agent'");
  states.push(rightsState(store));
  deepEqual(new Set(states).size, states.length);
  other.close();
  store.close();
});
