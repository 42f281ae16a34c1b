import { deepEqual, equal } from "node:assert/strict";
import { noteSignIn } from "../../../lib/store/sign_ins.ts";
import { setPassword } from "../../../lib/store/staff.ts";
import { cheapHash } from "../../support/cheap_password.ts";
import { ORIGIN, WebOffice } from "../../support/web_office.ts";

const PASSWORD = "correct horse";
const HASH = await cheapHash(PASSWORD);
const NEW = "eine neue Parole";

function officeWithPassword(): WebOffice {
  const office = new WebOffice();
  setPassword(office.store, office.staff("kim").id, HASH);
  return office;
}

async function signIn(office: WebOffice, hostname: string, password: string): Promise<number> {
  const body = new URLSearchParams({ login: "kim", password });
  const headers = { origin: ORIGIN, host: "office.test" };
  const remoteAddr = { transport: "tcp", hostname, port: 1 } as const;
  const init = { method: "POST", headers, body };
  return (await office.app.request(`${ORIGIN}/login`, init, { remoteAddr })).status;
}

async function guess(office: WebOffice): Promise<void> {
  for (let i = 0; i < 52; i++) await signIn(office, `10.1.${i}.1`, "wrong");
}

Deno.test("while strangers guess from everywhere, the owner comes in from where they have been, and nobody from elsewhere", async () => {
  using office = officeWithPassword();
  noteSignIn(office.store, office.staff("kim").id, "192.168.0.7", office.now);
  await guess(office);
  equal(await signIn(office, "192.168.0.8", PASSWORD), 429);
  // The address as a socket for both kinds tells it.
  equal(await signIn(office, "::ffff:192.168.0.7", PASSWORD), 303);
});

Deno.test("an owner changes the own password while strangers guess at it", async () => {
  using office = officeWithPassword();
  const kim = office.browser("kim");
  await guess(office);
  const fields = { current: PASSWORD, password: NEW, again: NEW };
  const { status, headers } = await kim.post("/account/password", fields);
  deepEqual([status, headers.get("location")], [303, "/account?done=password"]);
});

Deno.test("guesses in a session that somebody else uses are slowed down, and in its owner's other one none is", async () => {
  using office = officeWithPassword();
  const [stolen, own] = [office.browser("kim"), office.browser("kim")];
  const change = async (browser: typeof own, current: string) => {
    const fields = { current, password: NEW, again: NEW };
    const response = await browser.post("/account/password", fields);
    return /([1-9]초|맞지 않습니다)/.exec(await response.text())?.[1] ?? response.status;
  };
  for (let i = 0; i < 5; i++) equal(await change(stolen, `guess ${i}`), "맞지 않습니다");
  equal(await change(stolen, "guess 6"), "1초");
  equal(await change(own, PASSWORD), 303);
});
