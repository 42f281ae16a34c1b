import type { ConsultationState } from "../domain/consultation.ts";
import { normalNumber } from "../domain/phone_number.ts";
import { Random } from "../domain/random.ts";
import { type SampleCustomer, sampleCustomers } from "./sample_customers.ts";
import { NOTE_TYPES, sampleNote } from "./sample_notes.ts";
import { SAMPLE_STAFF, type SampleStaff } from "./sample_staff.ts";

/** A call that was answered some time ago, and what the agent wrote. */
export interface SampleConsultation {
  /** Place in `customers`. */
  readonly customer: number;
  /** Login of an agent with an extension. */
  readonly staff: string;
  readonly direction: "in" | "out";
  /** How long before now the call began, in whole minutes: within working hours if now is. */
  readonly minutesAgo: number;
  readonly talkSeconds: number;
  /** One of the consultation types that a new database has. */
  readonly type: string;
  readonly text: string;
  readonly state: Exclude<ConsultationState, "draft">;
  /** In minutes from now; only with state `callback`. */
  readonly callbackInMinutes: number | null;
}

/** A trunk, and which of the office's numbers is on it. */
export interface SampleTrunk {
  readonly trunk: string;
  readonly label: string;
  readonly number: string;
}

const SAMPLE_TRUNKS: readonly SampleTrunk[] = [
  { trunk: "1", label: "대표번호", number: "02-555-0416" },
  { trunk: "2", label: "대표번호", number: "02-555-0417" },
  { trunk: "3", label: "주문 전용", number: "02-555-0420" },
  { trunk: "4", label: "배송 문의", number: "070-4160-0416" },
];

export interface SampleOffice {
  readonly staff: readonly SampleStaff[];
  readonly trunks: readonly SampleTrunk[];
  readonly customers: readonly SampleCustomer[];
  /** The oldest first. */
  readonly consultations: readonly SampleConsultation[];
  /** Every customer's main number in digits, each once: the known callers of the virtual PBX. */
  readonly callers: readonly string[];
}

/** How far back the consultations go. */
const DAYS = 90;

/**
 * An invented Korean office that sells office goods: its staff, `customers` customers (400 where nothing is
 * said) and what was said with them. The same seed gives the same office.
 */
export function sampleOffice(seed = 416, customers = 400): SampleOffice {
  const random = new Random(seed);
  const known = sampleCustomers(customers, random);
  const agents = SAMPLE_STAFF.filter(({ role, extension }) =>
    role === "agent" && extension !== null
  );
  const consultations = known.flatMap((_, customer) =>
    Array.from(
      { length: conversations(random) },
      () => sampleConsultation(customer, random.pick(agents).login, random),
    )
  );
  return {
    staff: SAMPLE_STAFF,
    trunks: SAMPLE_TRUNKS,
    customers: known,
    consultations: consultations.sort((one, other) => other.minutesAgo - one.minutesAgo),
    callers: [...new Set(known.map(({ numbers }) => normalNumber(numbers[0]?.number ?? "") ?? ""))],
  };
}

/** Most customers have called once or twice, a few many times, some never. */
function conversations(random: Random): number {
  return random.chance(0.2) ? 0 : 1 + Math.floor(8 * random.next() ** 3);
}

function sampleConsultation(customer: number, staff: string, random: Random): SampleConsultation {
  const type = random.pick(NOTE_TYPES);
  const daysAgo = 1 + Math.floor(DAYS * random.next() ** 1.5);
  // Old matters are closed; a few of the last days are not.
  const state = daysAgo > 4 ? "done" : random.weighted({ done: 80, open: 12, callback: 8 });
  return {
    customer,
    staff,
    direction: random.chance(0.2) ? "out" : "in",
    minutesAgo: daysAgo * 1440 + random.whole(-120, 120),
    talkSeconds: Math.round(20 + 400 * random.next() ** 2),
    type,
    text: sampleNote(type, random),
    state,
    callbackInMinutes: state === "callback" ? random.whole(5, 300) : null,
  };
}
