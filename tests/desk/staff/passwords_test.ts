import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { checkChosen, choosePassword } from "../../../lib/desk/staff/choose_password.ts";
import { givePassword } from "../../../lib/desk/staff/give_password.ts";
import { endOwnSession, signOutEverywhere } from "../../../lib/desk/staff/sign_out.ts";
import { sessionByHash } from "../../../lib/store/sessions.ts";
import { setPassword } from "../../../lib/store/staff.ts";
import { DeskOffice, GOOD, hash } from "../desk_office.ts";

const TYPED = { current: "the one before", password: GOOD, again: GOOD };

Deno.test("a given password ends every session and is to be changed; the console's is not", async () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  const session = office.session("kim");
  const given = await givePassword(office.desk("admin"), id, GOOD, hash);
  deepEqual(given, { ok: true, value: [session] });
  deepEqual([office.hashOf("kim"), office.sessions("kim")], [`hash of ${GOOD}`, 0]);
  equal(sessionByHash(office.store, office.session("kim"))?.mustChangePassword, true);
  ok((await givePassword(office.console, id, `${GOOD} 2`, hash)).ok);
  equal(sessionByHash(office.store, office.session("kim"))?.mustChangePassword, false);
});

Deno.test("a password keeps the same rules, whoever gives it", async () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  const lengths = { least: 8, most: 200 };
  for (const desk of [office.desk("admin"), office.console]) {
    deepEqual(await givePassword(desk, id, "password1!", hash), {
      ok: false,
      problems: { password: { code: "password.common", args: { ...lengths, length: 10 } } },
    });
  }
  const typed = { ...TYPED, password: "password1!", again: "password1!" };
  deepEqual(checkChosen(office.staff("kim"), typed), {
    ok: false,
    problems: { password: { code: "password.common", args: { ...lengths, length: 10 } } },
  });
  equal(office.hashOf("kim"), "first of kim");
});

Deno.test("nobody gives themselves a password, nor anybody one without the right, nor to nobody", async () => {
  using office = new DeskOffice();
  const { id } = office.staff("admin");
  deepEqual(await givePassword(office.desk("admin"), id, GOOD, hash), {
    ok: false,
    problems: { form: { code: "password.own", args: {} } },
  });
  await rejects(() => givePassword(office.desk("super"), id, GOOD, hash), { name: "NotPermitted" });
  await rejects(() => givePassword(office.desk("admin"), 99, GOOD, hash), { name: "NotFound" });
  equal(office.hashOf("admin"), "first of admin");
});

Deno.test("one's own password is chosen against the one that was proved, and ends every session", async () => {
  using office = new DeskOffice();
  const session = office.session("kim");
  const chosen = await choosePassword(office.desk("kim"), TYPED, "first of kim", hash);
  deepEqual(chosen, {
    ok: true,
    value: { ended: [session], passwordHash: `hash of ${GOOD}` },
  });
  deepEqual([office.hashOf("kim"), office.sessions("kim")], [`hash of ${GOOD}`, 0]);
});

Deno.test("a password that was given meanwhile stays", async () => {
  using office = new DeskOffice();
  const meanwhile = (password: string) => {
    setPassword(office.store, office.staff("kim").id, "another");
    return hash(password);
  };
  deepEqual(await choosePassword(office.desk("kim"), TYPED, "first of kim", meanwhile), {
    ok: false,
    problems: { current: { code: "password.current_wrong", args: {} } },
  });
  equal(office.hashOf("kim"), "another");
});

Deno.test("what is wrong with a chosen password is told before the current one is compared", () => {
  using office = new DeskOffice();
  const wrong: [Partial<typeof TYPED>, string, string][] = [
    [{ current: "" }, "current", "password.current_missing"],
    [{ password: "kim12345", again: "kim12345" }, "password", "password.own_name"],
    [{ current: GOOD }, "password", "password.same"],
    [{ again: "other" }, "again", "password.not_again"],
    [{ current: "x".repeat(201) }, "current", "password.current_wrong"],
  ];
  for (const [change, field, code] of wrong) {
    const checked = checkChosen(office.staff("kim"), { ...TYPED, ...change });
    deepEqual(checked.ok || [Object.keys(checked.problems), checked.problems[field]?.code], [
      [field],
      code,
    ]);
  }
});

Deno.test("an administrator signs somebody out everywhere, or themselves everywhere else", () => {
  using office = new DeskOffice();
  const admin = office.desk("admin");
  const [here, there] = [office.session("admin"), office.session("admin")];
  office.session("kim");
  deepEqual(signOutEverywhere(admin, admin.by.id, here), [there]);
  deepEqual([office.sessions("admin"), office.sessions("kim")], [1, 1]);
  equal(signOutEverywhere(admin, office.staff("kim").id, here).length, 1);
  equal(office.sessions("kim"), 0);
  throws(() => signOutEverywhere(office.desk("kim"), admin.by.id, null), { name: "NotPermitted" });
  throws(() => signOutEverywhere(admin, 99, null), { name: "NotFound" });
});

Deno.test("one ends one's own sessions and nobody else's", () => {
  using office = new DeskOffice();
  const [own, others] = [office.session("kim"), office.session("lee")];
  throws(() => endOwnSession(office.desk("kim"), others), { name: "NotFound" });
  endOwnSession(office.desk("kim"), own);
  deepEqual([office.sessions("kim"), office.sessions("lee")], [0, 1]);
});

Deno.test("who is signed out while the password is hashed gives none", async () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  const desk = office.desk("admin");
  const again = () => {
    throw new Error("signed out");
  };
  await rejects(() => givePassword({ ...desk, again }, id, GOOD, hash), { message: "signed out" });
  equal(office.hashOf("kim"), "first of kim");
});
