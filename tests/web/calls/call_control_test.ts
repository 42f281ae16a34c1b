import { deepEqual, equal, match } from "node:assert/strict";
import { CALL_COMMANDS, type CommandName } from "../../../lib/domain/call_command.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";

const ALL = ["dial", ...Object.keys(CALL_COMMANDS)] as CommandName[];

/** 202, kim's, talks with a customer. */
function talking(): { office: WebOffice; id: number } {
  const office = new WebOffice();
  office.lines.commands = ALL;
  office.rings("1", "202", "01012345678");
  return { office, id: office.answers("1", "202").id };
}

async function asks(
  browser: Browser,
  id: number,
  fields: Record<string, string>,
): Promise<[number, unknown]> {
  const response = await browser.post(`/calls/${id}/control`, fields);
  const text = await response.text();
  return [response.status, text.startsWith("{") ? JSON.parse(text) : text];
}

Deno.test("a call at one's own telephone is put on hold by its line's switch: 204 when it was", async () => {
  const { office, id } = talking();
  using _ = office;
  const [status] = await asks(office.browser("kim"), id, { command: "hold" });
  equal(status, 204);
  const [[line, command] = []] = office.lines.performed;
  equal(line, 1);
  deepEqual(command, { command: "hold", call: "1-1", device: "202" });
});

Deno.test("what the switch did not do is told with its outcome and a reason: 409", async () => {
  const { office, id } = talking();
  using _ = office;
  for (
    const outcome of ["unsupported", "refused", "no_answer", "switch_down", "unknown"] as const
  ) {
    office.lines.outcome = { outcome, reason: "a 416 cannot be told to hold" };
    deepEqual(await asks(office.browser("kim"), id, { command: "hold" }), [
      409,
      { outcome, reason: "a 416 cannot be told to hold" },
    ]);
    // To a page it is a sentence.
    const said = await office.browser("kim").send(`/calls/${id}/control`, { command: "hold" });
    equal(said.status, 409);
    equal(said.headers.get("HX-Retarget"), "#toasts");
    match(await said.text(), /교환기/);
  }
});

Deno.test("nobody acts on a call that is not at a telephone of theirs; supervisors may listen to it", async () => {
  const { office, id } = talking();
  using _ = office;
  for (const login of ["lee", "oper", "super", "admin"]) {
    for (const command of ["hold", "clear", "record", "answer"]) {
      equal((await asks(office.browser(login), id, { command }))[0], 403, `${login} ${command}`);
    }
  }
  for (const command of ["listen", "whisper", "join"]) {
    equal((await asks(office.browser("lee"), id, { command }))[0], 403, command);
    equal((await asks(office.browser("super"), id, { command }))[0], 204, command);
  }
  deepEqual(office.lines.performed.map(([, { command, device }]) => `${device} ${command}`), [
    "210 listen",
    "210 whisper",
    "210 join",
  ]);
  const noted = office.store.all<{ act: string; record: string }>(
    "SELECT act, record FROM audit WHERE act = 'listened'",
  );
  deepEqual(noted.map(({ record }) => record), ["1", "1", "1"], "each time it is noted");
});

Deno.test("what the switch cannot do is noted nowhere and counts as no call", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  const { id } = office.answers("1", "202");
  await office.browser("admin").post("/settings/dialling", { perMinute: "1" });
  office.lines.outcome = { outcome: "unsupported", reason: "a 416 cannot be told so: it can dial" };
  const [kim, chief] = [office.browser("kim"), office.browser("super")];
  for (let i = 0; i < 2; i++) {
    const [status, said] = await asks(kim, id, { command: "transfer", to: "021234567" });
    deepEqual([status, (said as { outcome: string }).outcome], [409, "unsupported"]);
  }
  equal((await asks(chief, id, { command: "listen" }))[0], 409);
  equal(office.store.all("SELECT 1 FROM audit WHERE act = 'listened'").length, 0);
  office.lines.commands = ALL;
  office.lines.outcome = { outcome: "done" };
  equal((await asks(kim, id, { command: "transfer", to: "021234567" }))[0], 204);
});

Deno.test("who has no telephone on the call's line is told so, and the switch is not asked", async () => {
  const { office, id } = talking();
  using _ = office;
  const [status, said] = await asks(office.browser("admin"), id, { command: "listen" });
  equal(status, 409);
  deepEqual(said, {
    outcome: "refused",
    reason: "you have no telephone on the line of this call",
  });
  equal(office.lines.performed.length, 0);
});

Deno.test("any colleague takes a call that rings elsewhere", async () => {
  using office = new WebOffice();
  office.lines.commands = ALL;
  const { id } = office.rings("1", "202", "01012345678");
  equal((await asks(office.browser("lee"), id, { command: "pick_up" }))[0], 204);
  deepEqual(office.lines.performed[0]?.[1], { command: "pick_up", call: "1-1", device: "203" });
  office.answers("1", "202");
  deepEqual(await asks(office.browser("lee"), id, { command: "pick_up" }), [
    409,
    { outcome: "refused", reason: "the call does not ring any more" },
  ]);
});

Deno.test("of several telephones the one that rings answers, and the one that talks holds", async () => {
  using office = new WebOffice();
  office.lines.commands = ALL;
  assignExtension(office.store, "204", office.staff("kim").id);
  office.rings("1", "202", "01012345678");
  const { id } = office.rings("1", "204", "01012345678");
  const kim = office.browser("kim");
  equal((await asks(kim, id, { command: "answer" }))[0], 204);
  office.answers("1", "202");
  equal((await asks(kim, id, { command: "hold" }))[0], 204);
  deepEqual(office.lines.performed.map(([, { device }]) => device), ["204", "202"]);
});

Deno.test("of several telephones on one call the one that holds it takes it back", async () => {
  using office = new WebOffice();
  office.lines.commands = ALL;
  assignExtension(office.store, "204", office.staff("kim").id);
  const begun = { call: "a", trunk: "sip", direction: "in", consultationOf: null } as const;
  const phone = (number: string) => ({ number, kind: "telephone" }) as const;
  office.tells(
    { type: "Established", ...begun, device: phone("202") },
    { type: "Held", call: "a", device: phone("202") },
  );
  const { id } = office.tells({ type: "Established", ...begun, device: phone("204") });
  const kim = office.browser("kim");
  equal((await asks(kim, id, { command: "retrieve" }))[0], 204);
  equal((await asks(kim, id, { command: "clear" }))[0], 204);
  deepEqual(office.lines.performed.map(([, { device }]) => device), ["202", "204"]);
});

Deno.test("a target and digits are checked before the switch is asked", async () => {
  const { office, id } = talking();
  using _ = office;
  const kim = office.browser("kim");
  for (
    const [fields, said] of [
      [{ command: "fly" }, /"fly" is no command: expected one of answer, hold/],
      [{}, /"" is no command/],
      [{ command: "dial" }, /"dial" is no command/],
      [{ command: "transfer" }, /transfer needs "to", a number/],
      [{ command: "consult", to: "<b>" }, /"<b>" is none/],
      [{ command: "digits", digits: "12x" }, /1 to 64 of 0-9/],
    ] as [Record<string, string>, RegExp][]
  ) {
    const [status, { error }] = await asks(kim, id, fields) as [number, { error: string }];
    equal(status, 422);
    match(error, said);
  }
  equal(office.lines.performed.length, 0);
  equal((await asks(kim, id, { command: "transfer", to: "02-123 4567" }))[0], 204);
  equal((await asks(kim, id, { command: "digits", digits: "1#" }))[0], 204);
  deepEqual(office.lines.performed.map(([, command]) => command), [
    { command: "transfer", call: "1-1", device: "202", to: "021234567" },
    { command: "digits", call: "1-1", device: "202", digits: "1#" },
  ]);
});

Deno.test("nobody is put through to a number that the office does not let its pages dial", async () => {
  const { office, id } = talking();
  using _ = office;
  const [status, said] = await asks(office.browser("kim"), id, {
    command: "transfer",
    to: "0601234567",
  });
  equal(status, 409);
  match((said as { reason: string }).reason, /does not dial premium numbers/);
  const [again, emergency] = await asks(office.browser("kim"), id, {
    command: "consult",
    to: "119",
  });
  equal(again, 409);
  match((emergency as { reason: string }).reason, /after a question/);
  equal(office.lines.performed.length, 0);
});

Deno.test("numbers outside are called as often as the office allows, by whichever command; colleagues at any time", async () => {
  const { office, id } = talking();
  using _ = office;
  await office.browser("admin").post("/settings/dialling", { perMinute: "1" });
  const kim = office.browser("kim");
  const consults = (to: string) => asks(kim, id, { command: "consult", to });
  equal((await consults("02-123-4567"))[0], 204);
  const [status, said] = await consults("02-123-4567");
  equal(status, 409);
  match((said as { reason: string }).reason, /1 numbers within a minute/);
  equal((await consults("203"))[0], 204);
  office.now += 60_000;
  equal((await consults("02-123-4567"))[0], 204);
});

Deno.test("of a call that is over, or that there is not, nothing is asked", async () => {
  const { office, id } = talking();
  using _ = office;
  office.ends("1");
  const kim = office.browser("kim");
  equal((await asks(kim, 999, { command: "hold" }))[0], 404);
  const [status, said] = await asks(kim, id, { command: "hold" });
  equal(status, 409);
  deepEqual(said, { outcome: "refused", reason: "the call is over" });
});

const controls = async (browser: Browser, path: string) =>
  [...(await (await browser.part(path)).text()).matchAll(/&quot;command&quot;:&quot;(\w+)/g)]
    .map(([, command]) => command);

Deno.test("the card and the pop-up offer what the switch can do with the call, and nothing else", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  office.rings("1", "202", "01012345678");
  deepEqual(await controls(kim, "/popups"), [], "a 416 can dial");
  office.lines.commands = ["answer", "hold", "retrieve", "clear"];
  deepEqual(await controls(kim, "/popups"), ["answer"]);
  office.answers("1", "202");
  deepEqual(await controls(kim, "/card?shown="), ["hold", "clear"]);
  office.lines.commands = ["dial"];
  deepEqual(await controls(kim, "/card?shown="), []);
});

Deno.test("numbers can be dialled where a switch does so for a telephone of one's own", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  const offers = async (login: string) =>
    (await (await office.browser(login).get("/customers/1")).text()).includes("data-dial=");
  deepEqual([await offers("kim"), await offers("admin")], [true, true]);
  office.lines.commands = [];
  deepEqual([await offers("kim"), await offers("admin")], [false, false]);
});
