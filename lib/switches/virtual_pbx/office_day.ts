import { Random } from "../../domain/random.ts";
import {
  CALL_KINDS,
  type CallKind,
  EXTENSIONS_NEEDED,
  planCall,
  type StepLetter,
} from "./call_plan.ts";
import { randomCaller, randomMobile } from "./random_caller.ts";

/** One message of the PBX, with its fields as they stand on the wire. */
export interface Step {
  /** Seconds since the first day began, to the millisecond. */
  readonly at: number;
  readonly trunk: string;
  /** The letter of the 416 dialect. */
  readonly mi: StepLetter;
  /** Empty where the message has none. */
  readonly extension: string;
  /** Digits, a reason letter (`P`, `O`, `C`), or empty. */
  readonly number: string;
}

export interface OfficeDayOptions {
  /** The same seed gives the same day. */
  readonly seed: number;
  /** On the average of a working day, 0 excluded. More than the trunks can carry wait for a free one. */
  readonly callsPerMinute: number;
  readonly trunks: readonly string[];
  /** At least two. */
  readonly extensions: readonly string[];
  /** Of known callers; digits. May be empty. */
  readonly numbers: readonly string[];
  /** When the first caller comes, in seconds; by chance without it. */
  readonly firstAfter?: number;
  /** How many calls; without it the days do not end. */
  readonly count?: number;
}

/**
 * Days of an office, in the order of time and made as they are asked for: callers come as they do, most of
 * them at ten and in the afternoon, seven in ten of them known; some are missed, and some of those called
 * back. There is never more than one call on a trunk or at an extension. RangeError for options out of range.
 */
export function* officeDay(options: OfficeDayOptions): Generator<Step, void, undefined> {
  const { trunks, extensions, callsPerMinute, seed, firstAfter, count = Infinity } = options;
  if (!(callsPerMinute > 0) || trunks.length < 1 || extensions.length < 2) {
    throw new RangeError(
      `An office has calls (${callsPerMinute} a minute), a trunk (${trunks.length}) ` +
        `and two extensions (${extensions.length}).`,
    );
  }
  const random = new Random(seed);
  const office = new Office(options, random);
  let arrived = 0;
  for (let calls = 0; calls < count; calls++) {
    arrived = calls === 0 && firstAfter !== undefined
      ? firstAfter
      : nextArrival(arrived, callsPerMinute, random);
    yield* office.stepsUntil(office.begin(arrived));
  }
  yield* office.stepsUntil(Infinity);
}

/** How busy each hour is from nine to six; the mean is 1. The night is left out: the next day follows at once. */
const HOURS = [0.9, 1.5, 1.1, 0.5, 1.0, 1.4, 1.3, 0.8, 0.5];
const BUSIEST = Math.max(...HOURS);

/** When the next caller comes: a Poisson process whose rate follows the hours (by thinning). */
function nextArrival(after: number, callsPerMinute: number, random: Random): number {
  let at = after;
  do {
    at -= Math.log(1 - random.next()) * 60 / (callsPerMinute * BUSIEST);
  } while (!random.chance((HOURS[Math.floor(at / 3600) % HOURS.length] ?? 1) / BUSIEST));
  return at;
}

/** Between the end of a call and the next one on the same trunk, in seconds. */
const TRUNK_PAUSE = 1;
/** So many missed callers wait for a call back; the longest waiting is forgotten first. */
const MOST_MISSED = 20;

/** Who is on the phone, and until when. */
class Office {
  /** Steps of the calls that have begun, in the order of time. */
  #queue: Step[] = [];
  #begun = 0;
  readonly #trunkFree = new Map<string, number>();
  readonly #extensionFree = new Map<string, number>();
  readonly #missed: { readonly number: string; readonly since: number }[] = [];

  constructor(readonly options: OfficeDayOptions, readonly random: Random) {}

  *stepsUntil(time: number): Generator<Step, void, undefined> {
    while (this.#queue[0] !== undefined && this.#queue[0].at <= time) {
      yield this.#queue.shift() as Step;
    }
  }

  /** Begins a call at `arrived`, or as soon as a trunk is free. Returns when: nothing comes before it any more. */
  begin(arrived: number): number {
    const { trunks, extensions } = this.options;
    const freeAt = (trunk: string) => this.#trunkFree.get(trunk) ?? 0;
    const at = Math.max(arrived, this.#begun, Math.min(...trunks.map(freeAt)));
    const trunk = this.random.pick(trunks.filter((trunk) => freeAt(trunk) <= at));
    const idle = extensions.filter((extension) => (this.#extensionFree.get(extension) ?? 0) <= at);
    const kind = this.#kind(idle.length);
    const concerned = this.random.sample(idle, EXTENSIONS_NEEDED[kind]);
    const number = kind === "outgoing" ? this.#called(at) : this.#caller();
    const steps = planCall(kind, concerned, number, this.random).map(({ after, ...step }) => ({
      at: Math.round((at + after) * 1000) / 1000,
      trunk,
      ...step,
    }));
    const end = (steps.at(-1)?.at ?? at) + TRUNK_PAUSE;
    this.#trunkFree.set(trunk, end);
    for (const extension of concerned) this.#extensionFree.set(extension, end);
    if (kind === "missed" || kind === "unassigned") this.#remember(number, end);
    // Array.sort is stable: steps of one moment stay in the order of their calls.
    this.#queue = [...this.#queue, ...steps].sort((one, other) => one.at - other.at);
    this.#begun = at;
    return at;
  }

  #kind(idle: number): CallKind {
    const kind = this.random.weighted(CALL_KINDS);
    return EXTENSIONS_NEEDED[kind] <= idle ? kind : "unassigned";
  }

  #caller(): string {
    const onTheLine = (number: string) => this.#queue.some((step) => step.number === number);
    const known = this.#known();
    return known !== null && !onTheLine(known) ? known : randomCaller(this.random);
  }

  #called(at: number): string {
    const waiting = this.#missed.findIndex(({ since }) => since <= at);
    if (waiting >= 0 && this.random.chance(0.5)) {
      return this.#missed.splice(waiting, 1)[0]?.number ?? randomMobile(this.random);
    }
    return this.#known() ?? randomMobile(this.random);
  }

  #known(): string | null {
    const { numbers } = this.options;
    return numbers.length > 0 && this.random.chance(0.7) ? this.random.pick(numbers) : null;
  }

  #remember(number: string, since: number): void {
    if (!/^[0-9]/.test(number)) return;
    this.#missed.push({ number, since });
    if (this.#missed.length > MOST_MISSED) this.#missed.shift();
  }
}
