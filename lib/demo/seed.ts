import { NO_TEXTS } from "../domain/customer_fields.ts";
import type { CallCourse } from "../domain/call.ts";
import { normalNumber } from "../domain/phone_number.ts";
import { linkCall } from "../store/call_customer.ts";
import { insertCall, matchCall } from "../store/write_calls.ts";
import { createConsultation } from "../store/consultations.ts";
import { customersByNumber } from "../store/customer_match.ts";
import { createCustomer } from "../store/customers.ts";
import type { Store } from "../store/database.ts";
import { assignExtension } from "../store/extensions.ts";
import { createStaff } from "../store/staff.ts";
import { describeTrunk } from "../store/trunks.ts";
import type { SampleConsultation, SampleOffice } from "./sample_office.ts";
import type { SampleStaff } from "./sample_staff.ts";

export interface Seed {
  readonly office: SampleOffice;
  /** The line on which the past calls were. */
  readonly lineId: number;
  /** Of the one password that everybody in the sample office has; from `hashPassword`. */
  readonly passwordHash: string;
  /** Milliseconds since the epoch, UTC. */
  readonly now: number;
}

const MINUTE = 60_000;
/** How long the telephone rang before each past call was answered. */
const RANG_MS = 6000;

/** Fills a new database with the sample office, in one transaction: all of it is there or nothing. */
export function seedOffice(store: Store, seed: Seed): void {
  store.transaction(() => {
    for (const trunk of seed.office.trunks) describeTrunk(store, { lineId: seed.lineId, ...trunk });
    const staffIds = seed.office.staff.map((person) => addStaff(store, seed, person));
    const { length } = seed.office.customers;
    const customerIds = seed.office.customers.map((customer, position) =>
      // All were made before the oldest call; the order of the list is the order of their making.
      createCustomer(store, { ...NO_TEXTS, ...customer }, {
        by: null,
        at: openingOf(seed) - (length - position),
      }).id
    );
    for (const past of seed.office.consultations) {
      const staffId = staffIds[seed.office.staff.findIndex(({ login }) => login === past.staff)];
      const customerId = customerIds[past.customer];
      if (staffId === undefined || customerId === undefined) {
        throw new RangeError(
          `the sample office knows no ${past.staff} or customer ${past.customer}`,
        );
      }
      addPast(store, seed, past, { staffId, customerId });
    }
  });
}

function addStaff(store: Store, seed: Seed, person: SampleStaff): number {
  const { login, name, role, language, extension } = person;
  const { passwordHash, now } = seed;
  const { id } = createStaff(store, { login, name, role, language, passwordHash }, now);
  if (extension !== null) assignExtension(store, extension, id);
  return id;
}

function openingOf(seed: Seed): number {
  const oldest = seed.office.consultations[0]?.minutesAgo ?? 0;
  return seed.now - (oldest + 1440) * MINUTE;
}

/** A call that was answered and is over, and what was written on it. */
function addPast(
  store: Store,
  seed: Seed,
  past: SampleConsultation,
  who: { readonly staffId: number; readonly customerId: number },
): void {
  const { customers, staff } = seed.office;
  const number = customers[past.customer]?.numbers[0]?.number ?? "";
  const extension = staff.find(({ login }) => login === past.staff)?.extension ?? null;
  const startedAt = seed.now - past.minutesAgo * MINUTE;
  const course = courseOf(past, normalNumber(number), extension, startedAt);
  const callId = insertCall(store, seed.lineId, course);
  const owners = course.number === null ? [] : customersByNumber(store, course.number);
  if (owners.length === 1) matchCall(store, callId, who.customerId);
  else linkCall(store, callId, who.customerId, { by: who.staffId, at: startedAt });
  const { type, text, state, callbackInMinutes } = past;
  const callbackAt = callbackInMinutes === null ? null : seed.now + callbackInMinutes * MINUTE;
  const written = course.endedAt ?? startedAt;
  createConsultation(store, { callId, ...who, type, text, state, callbackAt }, written);
}

function courseOf(
  past: SampleConsultation,
  number: string | null,
  extension: string | null,
  startedAt: number,
): CallCourse {
  const incoming = past.direction === "in";
  const answeredAt = startedAt + RANG_MS;
  const endedAt = answeredAt + past.talkSeconds * 1000;
  return {
    switchCall: `sample-${past.minutesAgo}`,
    trunk: String(1 + past.customer % 4),
    direction: past.direction,
    state: "ended",
    number,
    reason: null,
    startedAt,
    answeredAt: incoming ? answeredAt : null,
    endedAt,
    outcome: incoming ? "answered" : "outbound",
    cause: null,
    called: null,
    queue: null,
    connections: [{
      device: extension ?? "",
      kind: "telephone",
      state: "null",
      since: endedAt,
      rangAt: incoming ? startedAt + 1000 : null,
      dialledAt: incoming ? null : startedAt,
      joinedAt: incoming ? answeredAt : startedAt,
      heldMs: 0,
      leftAt: endedAt,
      cause: null,
    }],
    extension,
    heardAt: endedAt,
  };
}
