/**
 * `deno run -A tests/support/web_server.ts [PORT]`: the web by itself, for looking at pages: an office in
 * memory in which calls come and go without a line. Signed in by the link that it prints.
 */
import { formatNumber } from "../../lib/domain/phone_number.ts";
import { sampleOffice } from "../../lib/demo/sample_office.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { createCustomer } from "../../lib/store/customers.ts";
import { hashPassword } from "../../lib/domain/password.ts";
import { setPassword } from "../../lib/store/staff.ts";
import { WebOffice } from "./web_office.ts";

const port = Number(Deno.args[0] ?? 8417);
const office = new WebOffice();
office.now = Date.now();
const sample = sampleOffice(416, 60);
const password = await hashPassword("belltower");
for (const login of ["kim", "lee", "oper", "super", "admin"]) {
  setPassword(office.store, office.staff(login).id, password);
}
const ids = sample.customers.map((customer) =>
  createCustomer(office.store, { ...customer }, { by: null, at: office.now }).id
);
for (const one of sample.consultations) {
  createConsultation(office.store, {
    callId: null,
    customerId: ids[one.customer] ?? null,
    staffId: office.staff("kim").id,
    type: one.type,
    text: one.text,
    state: one.state,
    callbackAt: one.callbackInMinutes === null ? null : office.now + one.callbackInMinutes * 60_000,
  }, office.now - one.minutesAgo * 60_000);
}
office.lines.states = [{ state: "open", code: null }];

// One after the other: known, unknown, withheld; answered, missed, answered elsewhere.
const numbers = [...sample.callers.slice(0, 6), "01099998888", null];
let turn = 0;
function nextCall(): void {
  const number = numbers[turn % numbers.length] ?? null;
  const trunk = String(turn % 4 + 1);
  const kind = turn % 4;
  turn += 1;
  const steps = [
    () => office.rings(trunk, null, number),
    () => office.rings(trunk, "202", number),
    ...kind === 3 ? [() => office.rings(trunk, "203", number)] : [],
    ...kind === 2 ? [] : [() => office.answers(trunk, kind === 3 ? "203" : "202")],
    () => office.ends(trunk),
  ];
  const waits = [0, 1000, 8000, 16_000, 24_000];
  steps.forEach((step, index) =>
    setTimeout(() => {
      office.now = Date.now() - 1000;
      step();
    }, waits[index])
  );
}

setInterval(() => office.now = Date.now(), 200);
setInterval(nextCall, 20_000);
nextCall();
office.hub.start();
Deno.serve(
  { port, hostname: "127.0.0.1", onListen: () => undefined },
  (request, info) => office.app.fetch(request, info),
);
const text = `http://127.0.0.1:${port}/ · kim, lee, oper, super, admin · password belltower · ` +
  `${formatNumber(sample.callers[0] ?? "")} calls first\n`;
Deno.stdout.writeSync(new TextEncoder().encode(text));
