import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { activateAccount, deactivateAccount } from "../../../lib/desk/staff/activate_account.ts";
import { createAccount } from "../../../lib/desk/staff/create_account.ts";
import { updateAccount } from "../../../lib/desk/staff/update_account.ts";
import { extensionName } from "../../../lib/domain/extension.ts";
import { agentStateOf, agentTimes, setAgentState } from "../../../lib/store/agent_states.ts";
import { sameExtension } from "../../../lib/store/extensions.ts";
import { createLine } from "../../../lib/store/line_settings.ts";
import { sessionByHash } from "../../../lib/store/sessions.ts";
import { staffByLogin, updateStaff } from "../../../lib/store/staff.ts";
import { DeskOffice, GOOD, hash, NOW } from "../desk_office.ts";

const NEW = { login: "new", name: "새사람", role: "agent", language: "ko", extensions: ["205"] };

const namesOf = (office: DeskOffice, login: string) =>
  office.staff(login).extensions.map(extensionName);

/** Whether a session of theirs leads to nothing but another password. */
function mustChange(office: DeskOffice, login: string): boolean | undefined {
  const tokenHash = office.session(login);
  return sessionByHash(office.store, tokenHash)?.mustChangePassword;
}

Deno.test("an account is made with its extensions; what an administrator chose is to be changed, what the console gave is not", async () => {
  using office = new DeskOffice();
  const made = await createAccount(office.desk("admin"), NEW, GOOD, hash);
  ok(made.ok);
  deepEqual([made.value.login, made.value.name, made.value.role], ["new", "새사람", "agent"]);
  deepEqual(namesOf(office, "new"), ["205"]);
  equal(office.hashOf("new"), `hash of ${GOOD}`);
  equal(mustChange(office, "new"), true);
  const typed = { ...NEW, login: "script", extensions: [] };
  ok((await createAccount(office.console, typed, GOOD, hash)).ok);
  equal(mustChange(office, "script"), false);
});

Deno.test("everything that is wrong with an account is told at once, by field, and nothing is hashed or stored", async () => {
  using office = new DeskOffice();
  const typed = {
    login: "KIM",
    name: " ",
    role: "owner",
    language: "de",
    extensions: ["205", "0202", "999"],
  };
  const never = () => Promise.reject(new Error("hashed"));
  deepEqual(await createAccount(office.desk("admin"), typed, "short", never), {
    ok: false,
    problems: {
      login: { code: "staff.login_taken", args: { name: "kim-name" } },
      name: { code: "field.required", args: { field: "staff_name" } },
      role: { code: "staff.role_wrong", args: {} },
      language: { code: "staff.language_wrong", args: {} },
      extensions: { code: "staff.extension_taken", args: { extension: "202" } },
      password: { code: "password.short", args: { least: 8, most: 200, length: 5 } },
    },
  });
  equal(sameExtension(office.store, "205")?.staffId, null);
});

Deno.test("accounts are the work of those who may manage them", async () => {
  using office = new DeskOffice();
  const kim = office.staff("kim").id;
  for (const login of ["kim", "super"]) {
    const desk = office.desk(login);
    const refused = {
      name: "NotPermitted",
      message: `${login} may not do this; expected the permission staff.manage`,
    };
    await rejects(() => createAccount(desk, NEW, GOOD, hash), refused);
    throws(() => updateAccount(desk, kim, NEW), refused);
    throws(() => activateAccount(desk, kim), refused);
    throws(() => deactivateAccount(desk, kim), refused);
  }
  equal(staffByLogin(office.store, "new"), null);
});

Deno.test("whatever changed while the password was hashed counts: the right, the login, the extension", async () => {
  const changes: [string, (office: DeskOffice) => void][] = [
    ["login", (office) => change(office, "lee", { login: "new" })],
    ["extensions", (office) => give(office, "kim", "205")],
  ];
  for (const [field, happens] of changes) {
    using office = new DeskOffice();
    const meanwhile = (password: string) => {
      happens(office);
      return hash(password);
    };
    const made = await createAccount(office.desk("admin"), NEW, GOOD, meanwhile);
    deepEqual(made.ok ? "made" : Object.keys(made.problems), [field]);
  }
  using office = new DeskOffice();
  const lowered = (password: string) => {
    change(office, "admin", { role: "agent" });
    return hash(password);
  };
  await rejects(() => createAccount(office.desk("admin"), NEW, GOOD, lowered), {
    name: "NotPermitted",
  });
  equal(staffByLogin(office.store, "new"), null);
});

function change(office: DeskOffice, login: string, to: { login?: string; role?: "agent" }): void {
  const { id, ...before } = office.staff(login);
  updateStaff(office.store, id, { ...before, ...to });
}

function give(office: DeskOffice, login: string, extension: string): void {
  const { id, ...typed } = office.staff(login);
  const extensions = [...typed.extensions.map(extensionName), extension];
  ok(updateAccount(office.console, id, { ...typed, extensions }).ok);
}

Deno.test("an extension that is written with its line is entered there with the account, or not at all", async () => {
  using office = new DeskOffice();
  const { store } = office;
  const line = createLine(store, { label: "", device: "/dev/ttyS0", dialect: "416" });
  const desk = office.desk("admin");
  const name = `${line}:301`;
  const one = await createAccount(desk, { ...NEW, extensions: [name] }, "short", hash);
  equal(one.ok, false);
  const held = { seen: null as unknown };
  const looking = (password: string) => {
    held.seen = sameExtension(store, name);
    return hash(password);
  };
  ok((await createAccount(desk, { ...NEW, extensions: [name, name] }, GOOD, looking)).ok);
  // Nothing of the account is there before all of it is.
  equal(held.seen, null);
  deepEqual(namesOf(office, "new"), [name]);
  const problemWith = (extension: string) => {
    const changed = updateAccount(desk, office.staff("kim").id, {
      ...NEW,
      login: "kim",
      extensions: [extension],
    });
    return changed.ok ? "changed" : changed.problems["extensions"];
  };
  deepEqual(problemWith(name), { code: "staff.extension_taken", args: { extension: name } });
  deepEqual(problemWith("9:301"), { code: "staff.line_unknown", args: { line: 9 } });
  deepEqual(problemWith(`${line}:3O1`), {
    code: "staff.extension_unknown",
    args: { extension: `${line}:3O1` },
  });
  deepEqual(namesOf(office, "kim"), ["202"]);
  equal(problemWith(`${line}:302`), "changed");
  deepEqual(namesOf(office, "kim"), [`${line}:302`]);
});

Deno.test("a changed account has what was written, and its own login and extensions are nobody else's", () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  const typed = { ...NEW, login: "kim", role: "supervisor", extensions: ["202", "205"] };
  const changed = updateAccount(office.desk("admin"), id, typed);
  ok(changed.ok);
  deepEqual([changed.value.role, namesOf(office, "kim")], ["supervisor", ["202", "205"]]);
  throws(() => updateAccount(office.desk("admin"), 99, typed), { name: "NotFound" });
});

Deno.test("who is taken out of use is signed out, has no extension, and can come back", () => {
  using office = new DeskOffice();
  const admin = office.desk("admin");
  const { id } = office.staff("kim");
  const session = office.session("kim");
  deepEqual(deactivateAccount(admin, id), { ok: true, value: [session] });
  deepEqual([office.staff("kim").active, office.sessions("kim")], [false, 0]);
  deepEqual(namesOf(office, "kim"), []);
  // Their account can be changed, and takes nothing that works.
  ok(updateAccount(admin, id, { ...NEW, login: "kim", extensions: ["205"] }).ok);
  deepEqual(namesOf(office, "kim"), []);
  activateAccount(admin, id);
  equal(office.staff("kim").active, true);
  throws(() => deactivateAccount(admin, 99), { name: "NotFound" });
});

Deno.test("nobody takes out their own account, and nothing takes away the last administrator", () => {
  using office = new DeskOffice();
  const { id } = office.staff("admin");
  const refused = (code: string) => ({ ok: false, problems: { form: { code, args: {} } } });
  deepEqual(deactivateAccount(office.desk("admin"), id), refused("staff.not_yourself"));
  deepEqual(deactivateAccount(office.console, id), refused("staff.last_admin"));
  const lowered = { ...NEW, login: "admin", role: "agent", extensions: [] };
  const changed = updateAccount(office.console, id, lowered);
  deepEqual(changed.ok || changed.problems, { role: { code: "staff.last_admin", args: {} } });
  const { id: other, ...before } = office.staff("super");
  updateStaff(office.store, other, { ...before, role: "admin" });
  deepEqual(deactivateAccount(office.desk("super"), id), { ok: true, value: [] });
});

Deno.test("whoever was on a break when their account was taken out of use is on none for ever", () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  setAgentState(office.store, id, "break", "점심", NOW);
  office.now += 60_000;
  ok(deactivateAccount(office.desk("admin"), id).ok);
  equal(agentStateOf(office.store, id).state, "offline");
  const later = NOW + 3_600_000;
  equal(agentTimes(office.store, NOW, later, later).get(id)?.break, 60_000);
});
