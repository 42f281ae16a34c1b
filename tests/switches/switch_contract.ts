import { deepEqual, equal, match, ok } from "node:assert/strict";
import { CALL_COMMANDS, type SwitchCommand } from "../../lib/domain/call_command.ts";
import type { CallCourse } from "../../lib/domain/call.ts";
import { CallBook } from "../../lib/domain/call_book.ts";
import { isNews } from "../../lib/domain/call_course.ts";
import { lapse } from "../../lib/switchboard/lapse.ts";
import type { LineStatus } from "../../lib/switches/line_status.ts";
import type { LiveCalls, NumberedReport, Switch } from "../../lib/switches/switch.ts";
import { until } from "../support/wait.ts";

/** What happens at a switch, of one call after another at the telephone 202; `rings` with the caller, null for one withheld. */
export type Happening = { readonly rings: string | null } | "answers" | "ends";

/** What a switch does that is asked for something. */
export type WhenAsked = "does" | "refuses" | "says nothing";

export interface RigOptions {
  /** In this order, each as soon as the one before was stored, or given up. */
  readonly script: readonly Happening[];
  readonly whenAsked: WhenAsked;
}

/** A switch, not started, and something at the other end of its wire. */
export interface Rig extends AsyncDisposable {
  readonly theSwitch: Switch;
  /** How often the far end was asked for something; null where the rig cannot see it. */
  asked(): number | null;
  /** The connection breaks; the far end goes on by itself. */
  breaks(): void;
  mends(): void;
}

export interface SwitchKind {
  readonly rig: (options: RigOptions) => Promise<Rig> | Rig;
  readonly ignore?: boolean;
  /** What the far end of its rig can do when it is asked. */
  readonly whenAsked: readonly WhenAsked[];
  /** Whether the rig's connection can break and come back. */
  readonly mendable: boolean;
}

const CALLER = "01012345678";
const A_CALL: readonly Happening[] = [{ rings: CALLER }, "answers", "ends"];
const OPENS_WITHIN_MS = 30_000;
const ANSWERS_WITHIN_MS = 10_000;

/** Whoever listens to a switch, with the calls that go on by its word. */
class Ear {
  readonly reports: NumberedReport[] = [];
  readonly statuses: LineStatus[] = [];
  /** Each call as it was after each change, in order. */
  readonly history: CallCourse[] = [];
  #live: readonly CallCourse[] = [];

  /** `stores` says whether a report is stored. */
  constructor(
    readonly theSwitch: Switch,
    readonly stores: (report: NumberedReport) => boolean = () => true,
  ) {}

  start(): void {
    this.theSwitch.start({
      onReport: (report) => {
        this.reports.push(report);
        if (!this.stores(report)) return;
        this.apply(report);
        this.theSwitch.stored(report.seq);
      },
      onRejected: () => undefined,
      onStatus: (status) => this.statuses.push(status),
    });
  }

  async isOpen(): Promise<void> {
    await until(
      () => this.theSwitch.status.state === "open",
      OPENS_WITHIN_MS,
      "the switch is open",
    );
  }

  get live(): readonly CallCourse[] {
    return this.#live;
  }

  /** Takes in what it says; returns whether anything changed by it. */
  apply(report: NumberedReport): boolean {
    const live: LiveCalls = {
      onTrunk: (trunk) => this.#live.find((call) => call.trunk === trunk) ?? null,
      all: () => this.#live,
      unused: (prefix) => `${prefix}${this.history.length + 1}`,
    };
    const book = new CallBook((name) =>
      this.#live.find((call) => call.switchCall === name) ?? null
    );
    for (const event of report.events?.(live) ?? []) book.apply(event, report.at);
    // No ID is used twice: a call that is over is not told of anew.
    const isKnown = ({ switchCall }: CallCourse) =>
      this.history.some((call) => call.switchCall === switchCall);
    const news = book.changes.filter(({ before, after }) =>
      before === null ? !isKnown(after) : isNews(before, after)
    );
    for (const { before, after } of news) {
      this.#live = [...this.#live.filter((call) => call !== before), after]
        .filter(({ state }) => state !== "ended");
      this.history.push(after);
    }
    return news.length > 0;
  }

  states(): string[] {
    return this.history.map(({ state }) => state).filter((state, index, all) =>
      state !== all[index - 1]
    );
  }

  ended(): CallCourse[] {
    return this.history.filter(({ state }) => state === "ended");
  }
}

/** Proves of a kind of switch what lib/switches/switch.ts says of all. */
export function testSwitchContract(name: string, kind: SwitchKind): void {
  const test = (
    what: string,
    body: (rig: Rig, ear: (stores?: Ear["stores"]) => Ear) => Promise<void>,
    { script = [], whenAsked = "does" }: Partial<RigOptions> = {},
    applies = true,
  ) => {
    if (!applies || !kind.whenAsked.includes(whenAsked)) return;
    Deno.test({
      name: `${name}: ${what}`,
      ignore: kind.ignore ?? false,
      fn: async () => {
        await using rig = await kind.rig({ script, whenAsked });
        await body(rig, (stores) => new Ear(rig.theSwitch, stores));
      },
    });
  };

  test("it opens, says so, and after its end is not heard of any more", async (rig, listen) => {
    const ear = listen();
    ear.start();
    await ear.isOpen();
    equal(ear.statuses.at(-1)?.state, "open");
    await rig.theSwitch.stop();
    equal(rig.theSwitch.status.state, "stopped");
    const heard = ear.statuses.length + ear.reports.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(ear.statuses.length + ear.reports.length, heard);
  }, { script: [{ rings: CALLER }] });

  test(
    "a call is told from its ring to its end, in order, and no time lies before an earlier one",
    async (_, listen) => {
      const ear = listen();
      ear.start();
      await until(() => ear.ended().length === 1);
      deepEqual(ear.states(), ["ringing", "talking", "ended"]);
      const [call] = ear.ended();
      deepEqual([call?.direction, call?.number, call?.outcome], ["in", CALLER, "answered"]);
      ok(call!.startedAt <= call!.answeredAt! && call!.answeredAt! <= call!.endedAt!);
      deepEqual(call!.connections.map(({ device, kind, state }) => [device, kind, state]), [
        ["202", "telephone", "null"],
      ]);
      const times = ear.history.map(({ heardAt }) => heardAt);
      deepEqual(times, times.toSorted((a, b) => a - b));
      ok(Math.abs(Date.now() - call!.startedAt) < 60_000, `${call!.startedAt} is about now`);
    },
    { script: A_CALL },
  );

  test("no two calls have one ID", async (_, listen) => {
    const ear = listen();
    ear.start();
    await until(() => ear.ended().length === 3);
    equal(new Set(ear.ended().map(({ switchCall }) => switchCall)).size, 3);
  }, { script: [...A_CALL, ...A_CALL, ...A_CALL] });

  test("what was not stored comes again, with the time of the first try", async (_, listen) => {
    let times = 0;
    const ear: Ear = listen((report) => report.events === null || ++times > 2);
    ear.start();
    await until(() => ear.ended().length === 1);
    const [first, ...again] = ear.reports.filter(({ events }) => events !== null).slice(0, 3);
    for (const { at, seq } of again) {
      ok(Math.abs(at - first!.at) < ear.theSwitch.answerWithinMs / 2, `${at} is not ${first!.at}`);
      ok(seq > first!.seq, "each telling has a number of its own");
    }
    deepEqual(ear.ended().map(({ number, outcome }) => [number, outcome]), [[CALLER, "answered"]]);
  }, { script: A_CALL });

  test("every report twice leads to the same calls", async (_, listen) => {
    const ear: Ear = listen((report) => {
      ear.apply(report);
      equal(ear.apply(report), false, "nothing new the second time");
      return true;
    });
    ear.start();
    await until(() => ear.ended().length === 2);
    deepEqual(ear.live, []);
  }, { script: [...A_CALL, ...A_CALL] });

  test("a number that is withheld is in no event", async (_, listen) => {
    const ear = listen();
    ear.start();
    await until(() => ear.ended().length === 1);
    deepEqual(ear.ended().map(({ number, reason }) => [number, reason]), [[null, "withheld"]]);
  }, { script: [{ rings: null }, "answers", "ends"] });

  test("every call ends, also one whose end was not told", async (_, listen) => {
    const ear = listen();
    ear.start();
    await until(() => ear.live.length === 1);
    const [call] = ear.live;
    const { lapse: limits } = ear.theSwitch;
    if (limits === null) return; // its snapshots end it
    const after = (ms: number) => lapse(call!, call!.heardAt + ms, limits);
    equal(after(limits.ringLapseMs), null);
    equal(after(limits.ringLapseMs + 1)?.outcome, "missed");
    ok(limits.talkLapseMs < Infinity);
  }, { script: [{ rings: CALLER }] });

  test("what it cannot do is unsupported, and touches no wire", async (rig, listen) => {
    const ear = listen();
    ear.start();
    await ear.isOpen();
    for (const command of everyCommand()) {
      if (rig.theSwitch.capabilities.commands.has(command.command)) continue;
      const { outcome, ...more } = await rig.theSwitch.perform(command);
      equal(outcome, "unsupported", command.command);
      ok("reason" in more && more.reason.includes(command.command), JSON.stringify(more));
    }
    equal(rig.asked() ?? 0, 0);
  });

  const outcomes = { does: "done", refuses: "refused", "says nothing": "no_answer" } as const;
  for (const [whenAsked, outcome] of Object.entries(outcomes)) {
    test(
      `a command to a switch that ${whenAsked} ends as ${outcome}, in time`,
      async (rig, listen) => {
        const ear = listen();
        ear.start();
        await ear.isOpen();
        const begun = performance.now();
        const told = await rig.theSwitch.perform(dialFrom202());
        equal(told.outcome, outcome, JSON.stringify(told));
        if (told.outcome !== "done") match(told.reason, /\w+ \w+/);
        ok(performance.now() - begun < ANSWERS_WITHIN_MS);
        ok((rig.asked() ?? 1) > 0);
      },
      { whenAsked: whenAsked as WhenAsked },
    );
  }

  test("a command before the start and after the end ends as switch_down", async (rig, listen) => {
    equal((await rig.theSwitch.perform(dialFrom202())).outcome, "switch_down");
    const ear = listen();
    ear.start();
    await ear.isOpen();
    await rig.theSwitch.stop();
    equal((await rig.theSwitch.perform(dialFrom202())).outcome, "switch_down");
    equal(rig.asked() ?? 0, 0);
  });

  test("a command that is under way when it is stopped ends all the same", async (rig, listen) => {
    const ear = listen();
    ear.start();
    await ear.isOpen();
    const told = rig.theSwitch.perform(dialFrom202());
    await until(() => (rig.asked() ?? 1) > 0);
    await rig.theSwitch.stop();
    equal((await told).outcome, "switch_down");
  }, { whenAsked: "says nothing" });

  test("its end leaves conversations up", async (rig, listen) => {
    const ear = listen();
    ear.start();
    await until(() => ear.live.some(({ state }) => state === "talking"));
    await rig.theSwitch.stop();
    equal(rig.asked() ?? 0, 0);
    deepEqual(ear.live.map(({ state }) => state), ["talking"]);
  }, { script: [{ rings: CALLER }, "answers"] });

  test(
    "a connection that breaks is a fault, and the calls are right again when it is mended",
    async (rig, listen) => {
      let mended = false;
      const ear: Ear = listen(() => ear.history.length === 0 || mended);
      ear.start();
      await until(() => ear.live.some(({ state }) => state === "ringing"));
      rig.breaks();
      await until(() => rig.theSwitch.status.state === "fault", OPENS_WITHIN_MS);
      equal((await rig.theSwitch.perform(dialFrom202())).outcome, "switch_down");
      mended = true;
      rig.mends();
      await ear.isOpen();
      await until(() => ear.ended().length === 1, OPENS_WITHIN_MS);
      deepEqual(ear.live, []);
    },
    { script: A_CALL },
    kind.mendable,
  );
}

const dialFrom202 = (): SwitchCommand => ({ command: "dial", device: "202", digits: CALLER });

/** One of each. */
function everyCommand(): SwitchCommand[] {
  const call = { call: "1-1", device: "202" };
  const more = { to: "203", digits: "1" };
  return [
    dialFrom202(),
    ...Object.keys(CALL_COMMANDS).map((command) =>
      ({ command, ...call, ...more }) as unknown as SwitchCommand
    ),
  ];
}
