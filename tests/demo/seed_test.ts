import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { sampleOffice } from "../../lib/demo/sample_office.ts";
import { seedOffice } from "../../lib/demo/seed.ts";
import { listedCallById } from "../../lib/store/call_list.ts";
import { storedCalls } from "../support/stored_calls.ts";
import { liveCalls } from "../../lib/store/live_calls.ts";
import { lastConsultation } from "../../lib/store/consultations.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { listStaff, staffByLogin } from "../../lib/store/staff.ts";
import { passingStore } from "../support/passing_store.ts";

const NOW = Date.UTC(2026, 10, 21, 9);

function seeded() {
  const store = passingStore();
  const office = sampleOffice(416, 60);
  const lineId = ensureLine(store, "demo", "416").id;
  seedOffice(store, { office, lineId, passwordHash: "hash", now: NOW });
  return { store, office, lineId };
}

Deno.test("the sample office is in the database: people with their extensions, and what was said", () => {
  const { store, office } = seeded();
  deepEqual(listStaff(store).length, office.staff.length);
  const agent = staffByLogin(store, "agent");
  deepEqual([agent?.staff.extensions[0]?.number, agent?.passwordHash], ["202", "hash"]);
  const calls = storedCalls(store).map(({ id }) => listedCallById(store, id)!);
  equal(calls.length, office.consultations.length);
  deepEqual(liveCalls(store), []);
  ok(calls.every((call) => call.customer !== null && call.agentName !== null));
  ok(calls.every((call) => call.startedAt < NOW));
});

Deno.test("every known caller of the sample office is somebody's number", () => {
  const { store, office } = seeded();
  ok(office.callers.every((number) => customersByNumber(store, number).length > 0));
});

Deno.test("a sample customer has the last words that were written", () => {
  const { store, office } = seeded();
  const last = office.consultations.at(-1)!;
  const number = office.customers[last.customer]!.numbers[0]!.number;
  const texts = customersByNumber(store, number.replaceAll("-", ""))
    .map(({ id }) => lastConsultation(store, id)?.text);
  ok(texts.includes(last.text));
});

Deno.test("an office that is there already is not mixed with the sample", () => {
  const { store, office, lineId } = seeded();
  throws(() => seedOffice(store, { office, lineId, passwordHash: "hash", now: NOW }), {
    name: "AlreadyTaken",
  });
  equal(listStaff(store).length, office.staff.length);
});
