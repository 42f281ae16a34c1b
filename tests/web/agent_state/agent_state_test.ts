import { deepEqual, equal, match } from "node:assert/strict";
import { agentStateOf } from "../../../lib/store/agent_states.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { makeReport } from "../../../lib/store/reports/make_report.ts";
import { setPassword } from "../../../lib/store/staff.ts";
import { cheapHash } from "../../support/cheap_password.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";

const state = (office: WebOffice, login = "kim") =>
  agentStateOf(office.store, office.staff(login).id).state;

async function says(browser: Browser, fields: Record<string, string>): Promise<number> {
  const response = await browser.post("/presence", fields);
  await response.body?.cancel();
  return response.status;
}

Deno.test("an agent is available, on a break, in wrap-up or offline, by the words that scripts use", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  for (const name of ["break", "wrap_up", "offline", "available"]) {
    equal(await says(kim, { state: name, reason: "" }), 200);
    equal(state(office), name);
  }
  equal(await says(kim, { state: "after_call" }), 200);
  equal(state(office), "wrap_up", "as it was called before");
  equal(await says(kim, { state: "gone" }), 400);
  equal(state(office), "wrap_up");
});

Deno.test("what an agent says stays while they come and go, and who signs out has gone for today", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const stream = await kim.get("/live");
  equal(await says(kim, { state: "break", reason: "점심" }), 200);
  await stream.body!.cancel();
  office.hub.beat();
  office.hub.beat();
  equal(state(office), "break", "a browser that sleeps says nothing");
  const again = await kim.get("/live");
  equal(state(office), "break");
  equal((await kim.post("/logout", {})).status, 303);
  equal(state(office), "offline");
  await again.body!.cancel();
  match(
    await (await office.browser("lee").get("/board")).text(),
    /id="tile-202"[^>]*data-state="away"/,
  );
});

Deno.test("who signs out without a stream has gone for today, too", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  await says(kim, { state: "break", reason: "점심" });
  equal((await kim.post("/logout", {})).status, 303);
  equal(state(office), "offline");
});

Deno.test("who signs in anew in the same browser has not gone, and who has another one neither", async () => {
  using office = new WebOffice();
  const password = "correct horse";
  setPassword(office.store, office.staff("kim").id, await cheapHash(password));
  const kim = office.browser("kim");
  // The page of the sign-in takes the place of one that listened.
  const stream = await kim.get("/live");
  await stream.body!.cancel();
  equal((await kim.post("/login", { login: "kim", password })).status, 303);
  equal(state(office), "available");
  const other = office.browser("kim");
  const listens = await other.get("/live");
  await listens.body!.cancel();
  equal((await other.post("/logout", {})).status, 303);
  equal(state(office), "available");
});

Deno.test("who gives themselves another password stays on their break", async () => {
  using office = new WebOffice();
  const current = "correct horse";
  setPassword(office.store, office.staff("kim").id, await cheapHash(current));
  const kim = office.browser("kim");
  const stream = await kim.get("/live");
  await says(kim, { state: "break", reason: "점심" });
  const password = "battery staple 7";
  const changed = await kim.post("/account/password", { current, password, again: password });
  equal(changed.status, 303);
  equal(state(office), "break");
  const { count } = office.store.get<{ count: number }>("SELECT count(*) AS count FROM sessions")!;
  equal(count, 1);
  equal(office.hub.size, 0, "the old session's stream has ended");
  await stream.body!.cancel();
});

Deno.test("the report of agents says how long each was what, who had no call too", async () => {
  using office = new WebOffice();
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.ends("1");
  const streams = [await kim.get("/live"), await lee.get("/live")];
  office.now += 20 * 60_000;
  await says(kim, { state: "break", reason: "" });
  office.now += 10 * 60_000;
  await says(kim, { state: "wrap_up", reason: "" });
  office.now += 5 * 60_000;
  const [first, last] = ["2026-11-21", "2026-11-21"];
  const asked = { by: "agent", first, last, timeZone: "Asia/Seoul", now: office.now } as const;
  catchUp(office.store, Infinity);
  const report = makeReport(office.store, asked);
  const times = report.rows.map(({ name, states, figures }) => [
    name,
    figures.incoming,
    ...Object.values(states ?? {}).map((ms) => Math.round(ms / 60_000)),
  ]);
  deepEqual(times, [["김상담", 1, 20, 10, 5], ["이응대", 0, 35, 0, 0]]);
  for (const { body } of streams) await body!.cancel();
});
