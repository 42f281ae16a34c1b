import { equal, match } from "node:assert/strict";
import { type Browser, ORIGIN, WebOffice } from "../support/web_office.ts";

/** So many exports are begun and not read; returns them. */
async function begun(browser: Browser, count: number): Promise<Response[]> {
  const answers = [];
  for (let left = count; left > 0; left--) answers.push(await browser.get("/calls.csv"));
  return answers;
}

function statuses(answers: readonly Response[]): string {
  return answers.map(({ status }) => status).join(" ");
}

async function end(answers: readonly Response[]): Promise<void> {
  for (const { body } of answers) await body?.cancel();
}

Deno.test("a person has four exports under way, and others have theirs", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const first = await begun(kim, 4);
  equal(statuses(first), "200 200 200 200");
  const refused = await kim.get("/calls.csv");
  equal(refused.status, 503);
  match(await refused.text(), /한꺼번에/);
  const others = await begun(office.browser("lee"), 1);
  equal(statuses(others), "200");
  // One breaks off, one is read to its end: both make room.
  await first[0]!.body!.cancel();
  match(await first[1]!.text(), /^\uFEFF?/);
  const more = await begun(kim, 3);
  equal(statuses(more), "200 200 503");
  await end([...first.slice(2), ...others, ...more]);
});

Deno.test("an export that is asked for by HEAD is over at once", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  for (let left = 12; left > 0; left--) {
    const { status, body, headers } = await office.app.request(`${ORIGIN}/calls.csv`, {
      method: "HEAD",
      headers: { cookie: kim.cookie },
    });
    equal(`${status} ${body}`, "200 null");
    match(headers.get("content-disposition") ?? "", /^attachment/);
  }
  await end(await begun(kim, 4));
});

Deno.test("a person sends four files at a time", async () => {
  using office = new WebOffice();
  const super_ = office.browser("super");
  const send = () => {
    const body = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const headers = { cookie: super_.cookie, origin: ORIGIN, host: "office.test" };
    const how = { method: "POST", body, headers: { ...headers, "content-length": "1000" } };
    return office.app.request(`${ORIGIN}/imports?name=a.csv`, how);
  };
  const waiting = Array.from({ length: 4 }, send);
  equal((await send()).status, 503);
  // Those that wait are still waiting: their bodies have not come.
  const first = await Promise.race([...waiting, Promise.resolve(null)]);
  equal(first, null);
});
