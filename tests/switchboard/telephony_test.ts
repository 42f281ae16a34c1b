import { deepEqual, equal } from "node:assert/strict";
import type { CommandName } from "../../lib/domain/call_command.ts";
import { insertCall } from "../../lib/store/write_calls.ts";
import { createLine, enableLine } from "../../lib/store/line_settings.ts";
import { LineAtWork } from "../../lib/switchboard/line_at_work.ts";
import { Switchboard } from "../../lib/switchboard/switchboard.ts";
import { newestCall } from "../support/newest_call.ts";
import { passingStore } from "../support/passing_store.ts";
import { TestSwitch } from "../support/test_switch.ts";
import { reportOf } from "../../lib/switches/pbx416/report.ts";
import { transition } from "./trunk.ts";
import { eventOf } from "./wire.ts";

/** A switchboard whose switches do what a test says; `devices` has what each can be asked, and how long it remembers calls. */
class Exchange {
  readonly store = passingStore();
  readonly switches = new Map<string, TestSwitch>();
  readonly told: string[] = [];
  readonly board: Switchboard;

  constructor(devices: Readonly<Record<string, readonly CommandName[]>>) {
    for (const device of Object.keys(devices)) this.line(device);
    const listener = {
      onEvents: () => this.told.push(newestCall(this.store).state),
      onHeard: () => undefined,
      onStatus: () => undefined,
      onLines: () => this.told.push(`${this.board.status().length} lines`),
    };
    this.board = new Switchboard(this.store, listener, (line) => {
      const commands = devices[line.device] ?? [];
      const lapse = { ringLapseMs: 60_000, talkLapseMs: 3_600_000 };
      const theSwitch = new TestSwitch({ commands, lapse });
      this.switches.set(line.device, theSwitch);
      return new LineAtWork(this.store, line, theSwitch, listener);
    });
  }

  line(device: string): number {
    return createLine(this.store, { label: "", device, dialect: "416" });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.board.stop();
    this.store.close();
  }
}

const DIALS = ["dial"] as const;
const switchAt = (device: string, exchange: Exchange) => exchange.switches.get(device)!;

Deno.test("calls that were over while the server was down end as it starts, and nobody is told of none", async () => {
  await using exchange = new Exchange({ one: DIALS });
  const { current } = transition(null, eventOf("C(01011112222)"), Date.now() - 120_000);
  insertCall(exchange.store, 1, current!);
  exchange.board.start();
  deepEqual(exchange.told, ["ended"]);
});

Deno.test("a start without such calls tells nobody of calls", async () => {
  await using exchange = new Exchange({ one: DIALS });
  exchange.board.start();
  deepEqual(exchange.told, []);
});

Deno.test("a report that changes no call is told to nobody as calls", async () => {
  await using exchange = new Exchange({ one: DIALS });
  exchange.board.start();
  const at = Date.now();
  const [bytes, remark] = [new Uint8Array(), "as before"];
  switchAt("one", exchange).tell(reportOf({ at, bytes, event: eventOf("F"), remark }));
  switchAt("one", exchange).tell(reportOf({ at, bytes, event: null, remark }));
  deepEqual(exchange.told, []);
});

Deno.test("who looks at the lines is told when the last one goes", async () => {
  await using exchange = new Exchange({ one: DIALS });
  exchange.board.start();
  enableLine(exchange.store, 1, false);
  await exchange.board.reload();
  deepEqual(exchange.told, ["0 lines"]);
  equal(switchAt("one", exchange).state, "stopped");
});

Deno.test("a stop waits for a change of the lines that is under way, and one behind it changes nothing", async () => {
  await using exchange = new Exchange({ one: DIALS, two: DIALS });
  enableLine(exchange.store, 1, false);
  exchange.board.start();
  const changing = exchange.board.reload();
  enableLine(exchange.store, 1, true);
  const stopped = exchange.board.stop();
  const late = exchange.board.reload();
  await Promise.all([changing, stopped, late]);
  deepEqual([...exchange.switches.values()].map(({ state }) => state), ["stopped", "stopped"]);
});

/** The line of the exchange in the midst of being replaced: its switch closes when `close` is called. */
async function replacing(exchange: Exchange) {
  exchange.board.start();
  const before = switchAt("one", exchange);
  const { promise, resolve: close } = Promise.withResolvers<void>();
  const stop = before.stop.bind(before);
  before.stop = () => promise.then(stop);
  exchange.store.run("UPDATE lines SET dialect = '416-19200'");
  const changed = exchange.board.reload();
  await new Promise((next) => setTimeout(next));
  return { before, changed, close };
}

Deno.test("a line that is replaced is closed before another one opens at its device", async () => {
  await using exchange = new Exchange({ one: DIALS });
  const { before, changed, close } = await replacing(exchange);
  equal(before.state, "open", "it closes");
  equal(switchAt("one", exchange).state, "stopped", "it waits for that");
  close();
  await changed;
  deepEqual([before.state, switchAt("one", exchange).state], ["stopped", "open"]);
});

Deno.test("a stop in the middle of a change leaves no line open that the change opens", async () => {
  await using exchange = new Exchange({ one: DIALS });
  const { before, changed, close } = await replacing(exchange);
  const stopped = exchange.board.stop();
  close();
  await Promise.all([changed, stopped]);
  deepEqual([before.state, switchAt("one", exchange).state], ["stopped", "stopped"]);
});

Deno.test("a telephone dials on a line that has it and can, whatever other lines are there", async () => {
  await using exchange = new Exchange({ deaf: [], one: DIALS, two: DIALS });
  exchange.board.start();
  const dial = async (...lines: number[]) => {
    const phone = { number: "202", lines };
    const { outcome } = await exchange.board.dial(phone, "0101");
    return [exchange.board.reaches(phone), outcome];
  };
  deepEqual(await dial(1, 2, 3), [true, "done"]);
  deepEqual(await dial(1), [false, "switch_down"]);
  deepEqual(await dial(3), [true, "done"]);
  deepEqual([1, 2, 3].map((id) => exchange.board.commandsOf(id).has("dial")), [false, true, true]);
  equal(exchange.board.commandsOf(9).size, 0);
  const asked = ["deaf", "one", "two"].map((device) => switchAt(device, exchange).asked.length);
  deepEqual(asked, [0, 1, 1]);
});

Deno.test("a command goes to the switch of its line; of a line that is not at work it comes back as switch_down", async () => {
  await using exchange = new Exchange({ one: ["hold"], two: [] });
  exchange.board.start();
  const hold = { command: "hold", call: "1-1", device: "202" } as const;
  equal((await exchange.board.perform(1, hold)).outcome, "done");
  equal((await exchange.board.perform(2, hold)).outcome, "unsupported");
  equal((await exchange.board.perform(9, hold)).outcome, "switch_down");
});
