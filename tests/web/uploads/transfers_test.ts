import { equal, match } from "node:assert/strict";
import { type Browser, ORIGIN, WebOffice } from "../../support/web_office.ts";

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

Deno.test("a person sends four files at a time, and the next one when they are over", async () => {
  using office = new WebOffice();
  const { id } = office.customer({ name: "이영희" });
  const kim = office.browser("kim");
  const bodies: ReadableStreamDefaultController<Uint8Array>[] = [];
  const send = () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void bodies.push(controller),
    });
    const headers = { cookie: kim.cookie, origin: ORIGIN, host: "office.test" };
    return office.app.request(`${ORIGIN}/attachments?customer=${id}&name=a.txt`, {
      method: "POST",
      body,
      headers: { ...headers, "content-length": "4" },
    });
  };
  const sent = [send(), send(), send(), send()];
  equal((await send()).status, 503);
  for (const body of bodies.slice(0, 4)) {
    body.enqueue(new TextEncoder().encode("text"));
    body.close();
  }
  equal(statuses(await Promise.all(sent)), "200 200 200 200");
  const next = send();
  bodies.at(-1)!.close();
  equal((await next).status, 200);
});
