import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { setUpOffice } from "../../../lib/desk/first_start/set_up_office.ts";
import type { LineDesk } from "../../../lib/desk/lines/line_desk.ts";
import type { Store } from "../../../lib/store/database.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { lineSettings } from "../../../lib/store/line_settings.ts";
import { createStaff, listStaff } from "../../../lib/store/staff.ts";
import { GOOD, hash, NOW } from "../desk_office.ts";
import { TestTelephony } from "../test_telephony.ts";

const TYPED = {
  name: "안관리",
  login: "root",
  office: "한빛상사",
  language: "ko",
  zone: "Asia/Seoul",
  line: "/dev/ttyUSB0",
  extension: "201",
  kinds: [{ number: "200", kind: "operator" }],
};
const PASSWORDS = { password: GOOD, again: GOOD };
const GIVEN = {
  devices: ["/dev/ttyUSB0"],
  zoneFixed: false,
  words: () => ({ type: ["주문"], grade: ["VIP"], break: ["식사"], skill: [] }),
  virtualLabel: "가상",
};

function consoleOf(store: Store, telephony = new TestTelephony()): LineDesk {
  return { store, by: "console", now: NOW, again: () => consoleOf(store), telephony };
}

Deno.test("the first start makes the administrator, the office and its line, all at once", async () => {
  const store = openStore(":memory:");
  const telephony = new TestTelephony();
  const made = await setUpOffice(consoleOf(store, telephony), TYPED, PASSWORDS, GIVEN, hash);
  ok(made.ok && made.value !== null);
  const { staff, passwordHash } = made.value;
  deepEqual([staff.login, staff.role, passwordHash], ["root", "admin", `hash of ${GOOD}`]);
  deepEqual(staff.extensions.map(({ number }) => number), ["201"]);
  deepEqual(lineSettings(store).map(({ device }) => device), ["/dev/ttyUSB0"]);
  equal(telephony.reloads, 1);
  const again = await setUpOffice(consoleOf(store), TYPED, PASSWORDS, GIVEN, hash);
  equal(again.ok, false);
  const other = { ...TYPED, login: "second", extension: "", line: "" };
  deepEqual(await setUpOffice(consoleOf(store), other, PASSWORDS, GIVEN, hash), {
    ok: true,
    value: null,
  });
  equal(listStaff(store).length, 1);
});

Deno.test("the administrator's account has the rules of every other; what is wrong is told by field", async () => {
  const store = openStore(":memory:");
  const typed = {
    ...TYPED,
    ...{ name: "", login: "two words", office: "x".repeat(41), language: "de", zone: "Mars" },
    ...{ line: "/dev/gone", extension: "999", kinds: [{ number: "200", kind: "toaster" }] },
  };
  const passwords = { password: "root1234", again: "" };
  const made = await setUpOffice(consoleOf(store), { ...typed }, passwords, GIVEN, hash);
  deepEqual(
    made.ok || Object.entries(made.problems).map(([field, { code }]) => `${field} ${code}`).sort(),
    [
      "extension staff.extension_taken",
      "kinds.0 extensions.kind_wrong",
      "language staff.language_wrong",
      "line setup.port_gone",
      "login staff.login_wrong",
      "name field.required",
      "office field.too_long",
      "password password.common",
      "zone office.zone_wrong",
    ],
  );
  const twice = await setUpOffice(
    consoleOf(store),
    TYPED,
    { ...PASSWORDS, again: "" },
    GIVEN,
    hash,
  );
  deepEqual(twice.ok || twice.problems, { again: { code: "setup.again_wrong", args: {} } });
  deepEqual([listStaff(store), lineSettings(store)], [[], []]);
});

Deno.test("an account that the console makes meanwhile is told beside its field, or ends the setup", async () => {
  for (const [role, expected] of [["agent", ["login"]], ["admin", "over"]] as const) {
    const store = openStore(":memory:");
    const meanwhile = (password: string) => {
      createStaff(store, { login: "root", name: "root", role, passwordHash: "x" }, NOW);
      return hash(password);
    };
    const made = await setUpOffice(consoleOf(store), TYPED, PASSWORDS, GIVEN, meanwhile);
    deepEqual(made.ok ? made.value ?? "over" : Object.keys(made.problems), expected);
    deepEqual(lineSettings(store), []);
  }
});

Deno.test("an agent sets up no office", async () => {
  const store = openStore(":memory:");
  const by = createStaff(
    store,
    { login: "kim", name: "kim", role: "agent", passwordHash: "x" },
    NOW,
  );
  const desk = { ...consoleOf(store), by };
  await rejects(() => setUpOffice(desk, TYPED, PASSWORDS, GIVEN, hash), { name: "NotPermitted" });
});
