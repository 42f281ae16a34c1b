import { equal } from "node:assert/strict";
import { ORIGIN, WebOffice } from "../support/web_office.ts";

async function statusOf(headers: Record<string, string>): Promise<number> {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const response = await office.app.request(`${ORIGIN}/language`, {
    method: "POST",
    headers: { cookie: kim.cookie, host: "office.test", ...headers },
    body: new URLSearchParams({ language: "en" }),
  });
  await response.body?.cancel();
  equal(office.staff("kim").language, response.status === 303 ? "en" : "ko");
  return response.status;
}

Deno.test("a change is taken from our own pages", async () => {
  equal(await statusOf({ "sec-fetch-site": "same-origin", origin: ORIGIN }), 303);
  equal(await statusOf({ "sec-fetch-site": "none" }), 303);
});

Deno.test("a change is taken by the origin where the browser does not say more", async () => {
  equal(await statusOf({ origin: ORIGIN }), 303);
  equal(await statusOf({ origin: "https://office.test" }), 303);
});

Deno.test("a change from another site is refused and done by nobody", async () => {
  equal(await statusOf({ "sec-fetch-site": "cross-site", origin: ORIGIN }), 403);
  equal(await statusOf({ "sec-fetch-site": "same-site" }), 403);
  equal(await statusOf({ "sec-fetch-site": "same-origin", origin: "http://evil.test" }), 403);
  equal(await statusOf({ "sec-fetch-site": "none", origin: "null" }), 403);
  equal(await statusOf({ origin: "http://evil.test" }), 403);
  equal(await statusOf({ origin: "http://office.test.evil.test" }), 403);
  equal(await statusOf({ origin: "http://office.test:81" }), 403);
  equal(await statusOf({ origin: "null" }), 403);
});

Deno.test("a change of which nobody says where it comes from is refused", async () => {
  equal(await statusOf({}), 403);
});
