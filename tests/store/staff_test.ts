import { deepEqual, equal, throws } from "node:assert/strict";
import type { Store } from "../../lib/store/database.ts";
import { assignExtension, extensionNamed, listExtensions } from "../../lib/store/extensions.ts";
import {
  createSession,
  endSession,
  pruneSessions,
  sessionByHash,
  touchSession,
} from "../../lib/store/sessions.ts";
import {
  createStaff,
  listStaff,
  setActive,
  setLanguage,
  setPassword,
  staffById,
  staffByLogin,
} from "../../lib/store/staff.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, someStaff } from "./fixtures.ts";

const numbersOf = (store: Store, id: number) =>
  staffById(store, id)?.extensions.map(({ number }) => number);

const TOKEN = new Uint8Array(32).fill(7);

Deno.test("an account comes back without its password, which only a sign-in asks for", () => {
  const store = passingStore();
  const staff = createStaff(
    store,
    { login: "kim", name: "김상담", role: "agent", passwordHash: "secret" },
    NOW,
  );
  deepEqual(staff, {
    id: staff.id,
    login: "kim",
    name: "김상담",
    role: "agent",
    language: "ko",
    active: true,
    extensions: [],
    operator: false,
  });
  deepEqual(staffByLogin(store, "KIM"), { staff, passwordHash: "secret" });
  equal(staffByLogin(store, "lee"), null);
  equal(staffById(store, 99), null);
});

Deno.test("a login is taken once, whatever its capitals", () => {
  const store = passingStore();
  someStaff(store, "kim");
  throws(() => someStaff(store, "Kim"), {
    name: "AlreadyTaken",
    message: "the login Kim is taken already",
  });
  equal(listStaff(store).length, 1);
});

Deno.test("the agent of the operator's phone is the operator", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  assignExtension(store, "202", id);
  deepEqual([numbersOf(store, id), staffById(store, id)?.operator], [["202"], false]);
  assignExtension(store, "200", id);
  deepEqual([numbersOf(store, id), staffById(store, id)?.operator], [["200", "202"], true]);
  assignExtension(store, "200", null);
  deepEqual([numbersOf(store, id), staffById(store, id)?.operator], [["202"], false]);
});

Deno.test("an extension is one person's at most, and is taken from nobody by accident", () => {
  const store = passingStore();
  const [kim, lee] = [someStaff(store, "kim"), someStaff(store, "lee")];
  assignExtension(store, "202", kim.id);
  assignExtension(store, "202", kim.id);
  throws(() => assignExtension(store, "202", lee.id), {
    name: "AlreadyTaken",
    message: "the extension 202 is taken already",
  });
  equal(extensionNamed(store, "202")?.staffId, kim.id);
  assignExtension(store, "202", null);
  assignExtension(store, "202", lee.id);
  equal(extensionNamed(store, "202")?.staffId, lee.id);
  throws(() => assignExtension(store, "999", kim.id), {
    name: "NotFound",
    message: "there is no extension 999",
  });
});

Deno.test("a new office has the sixteen extensions of the switch", () => {
  const store = passingStore();
  const all = listExtensions(store);
  deepEqual([all.length, all[0]?.number, all.at(-1)?.number], [16, "200", "215"]);
  equal(extensionNamed(store, "200")?.kind, "operator");
  equal(extensionNamed(store, "207")?.kind, "phone_fax");
  equal(extensionNamed(store, "216"), null);
});

Deno.test("a session knows its person until it is ended", () => {
  const store = passingStore();
  const staff = someStaff(store, "kim");
  const session = { tokenHash: TOKEN, staffId: staff.id, address: "10.0.0.7", userAgent: "x" };
  createSession(store, session, NOW);
  touchSession(store, TOKEN, NOW + 60_000);
  deepEqual(sessionByHash(store, TOKEN), {
    staff,
    createdAt: NOW,
    seenAt: NOW + 60_000,
    address: "10.0.0.7",
    mustChangePassword: false,
  });
  equal(sessionByHash(store, new Uint8Array(32)), null);
  endSession(store, TOKEN);
  equal(sessionByHash(store, TOKEN), null);
});

Deno.test("a new password and a lost account end every session", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  const signIn = () =>
    createSession(store, { tokenHash: TOKEN, staffId: id, address: "", userAgent: "" }, NOW);
  for (
    const end of [
      () => setPassword(store, id, "new"),
      () => setActive(store, id, false),
    ]
  ) {
    setActive(store, id, true);
    signIn();
    end();
    equal(sessionByHash(store, TOKEN), null);
  }
  equal(staffByLogin(store, "kim")?.passwordHash, "new");
});

Deno.test("who is inactive gives the extensions back", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  assignExtension(store, "202", id);
  assignExtension(store, "203", id);
  setActive(store, id, false);
  deepEqual([staffById(store, id)?.active, numbersOf(store, id)], [false, []]);
});

Deno.test("sessions that are too old or too long unseen are forgotten", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  const times = [[0, 0], [0, 900], [500, 600], [500, 900]] as const;
  times.forEach(([created, seen], index) => {
    const tokenHash = new Uint8Array(32).fill(index);
    createSession(store, { tokenHash, staffId: id, address: "", userAgent: "" }, created);
    touchSession(store, tokenHash, seen);
  });
  equal(pruneSessions(store, 800, 400), 3);
  equal(sessionByHash(store, new Uint8Array(32).fill(3))?.seenAt, 900);
});

Deno.test("the language is a person's own", () => {
  const store = passingStore();
  const { id } = someStaff(store, "kim");
  setLanguage(store, id, "en");
  equal(staffById(store, id)?.language, "en");
  throws(() => setLanguage(store, 99, "en"), { name: "NotFound", message: "there is no staff 99" });
});
