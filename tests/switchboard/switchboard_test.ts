import { deepEqual, equal, ok } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { HUB_LIMITS, LiveHub } from "../../lib/live/hub.ts";
import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import type { Switchboard } from "../../lib/switchboard/switchboard.ts";
import { committedOf } from "../../lib/server/office_events.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createLine, enableLine, lineSetting, updateLine } from "../../lib/store/line_settings.ts";
import { newestFrames } from "../../lib/store/raw_frames.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { switchboardOf } from "../support/switchboard_of.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { lacks } from "../support/needs.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

const ACK = 0x06;

/** Lines at the devices, and an administrator's browser that listens. */
class Office implements AsyncDisposable {
  readonly hub: LiveHub;
  readonly metrics = new ProgramMetrics();
  readonly lines: Switchboard;
  readonly ids: readonly number[];
  #heard = "";

  constructor(devices: readonly string[], readonly store = passingStore()) {
    this.ids = devices.map((device) =>
      createLine(this.store, { label: "", device, dialect: "416" })
    );
    this.hub = new LiveHub(HUB_LIMITS, Date.now, { committed: committedOf(this.store) });
    this.lines = switchboardOf(this.store, this.hub, this.metrics);
    const root = { login: "root", name: "root", role: "admin", passwordHash: "" } as const;
    const admin = createStaff(this.store, root, 0);
    const listener = { sessionKey: "", person: () => admin };
    const stream = this.hub.join(listener, { name: "beat", data: { now: 0 } });
    void this.#listen(stream!);
    this.lines.start();
  }

  /** What has come since `hears` was asked last. */
  get heard(): string {
    return this.#heard;
  }

  /** Resolves when all of these events have come since it was asked last; says which others came before them. */
  async hears(...wanted: string[]): Promise<string[]> {
    const names = () => [...this.#heard.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name!);
    const all = () => wanted.every((name) => names().includes(name));
    await until(all, 20_000, `${wanted} is heard`);
    const others = names().filter((name) => !wanted.includes(name));
    this.#heard = "";
    return others;
  }

  isOpen(id: number): Promise<unknown> {
    return until(() => this.lines.statusOf(id)?.state === "open", 20_000, `line ${id} is open`);
  }

  frames(): Record<string, number> {
    const samples = this.metrics.frames.samples();
    return Object.fromEntries(samples.map(({ labels, value }) => [labels["result"], value]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.hub.close();
    await this.lines.stop();
    this.store.close();
  }

  async #listen(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const part of stream) this.#heard += decoder.decode(part, { stream: true });
  }
}

Deno.test({
  name: "what comes over a line is told, counted and kept, and so is what was no frame",
  ignore: lacks("posix"),
  fn: async () => {
    using pbx = new TestPbx();
    await using office = new Office([pbx.device]);
    await pbx.tell("c", "120201012345678");
    await office.hears("line", "call", "frame");
    await pbx.tell("N", "1202");
    const others = await office.hears("call", "frame");
    ok(!others.includes("work"), "as many as before");
    await pbx.tell("X", "1");
    await office.hears("frame");
    pbx.answer(0x55);
    await office.hears("frame");
    const { accepted, ignored, rejected } = office.frames();
    ok(accepted! >= 2 && ignored! >= 1 && rejected! >= 1, JSON.stringify(office.frames()));
    const [seconds] = office.metrics.acknowledgement.samples().slice(-2).map(({ value }) => value);
    ok(seconds! > 0 && seconds! < 60, `${seconds} s for a few acknowledgements`);
    const query = { after: 0, rejectedOnly: true, limit: 1 };
    const [noise] = newestFrames(office.store, office.ids[0]!, query);
    deepEqual([...noise!.bytes], [0x55]);
    await pbx.tell("c", "320201012345678");
    await pbx.tell("F", "3");
    await office.hears("call", "work");
  },
});

Deno.test({
  name: "a line that has another device, or is new, is told to every page",
  ignore: lacks("posix"),
  fn: async () => {
    using pbx = new TestPbx();
    using other = new TestPbx();
    await using office = new Office([pbx.device]);
    const [id = 0] = office.ids;
    await office.isOpen(id);
    updateLine(office.store, id, { ...lineSetting(office.store, id)!, device: other.device });
    await office.lines.reload();
    equal(office.lines.statusOf(id)?.device, other.device);
    await office.hears("line", "board");
    await office.isOpen(id);
    await other.tell("c", "120201012345678");
  },
});

Deno.test({
  name: "when the last line goes, every page is told that there is none",
  ignore: lacks("posix"),
  fn: async () => {
    using pbx = new TestPbx();
    await using office = new Office([pbx.device]);
    await office.isOpen(office.ids[0]!);
    enableLine(office.store, office.ids[0]!, false);
    await office.lines.reload();
    await until(() => /event: line\ndata: .*"state":"none"/.test(office.heard), 20_000, "none");
  },
});

Deno.test({
  name: "an extension that two lines have dials on the one that is open",
  ignore: lacks("posix"),
  fn: async () => {
    const { path, master } = makePseudoTerminal();
    await using office = new Office(["/dev/ttyNOTHING", path]);
    await office.isOpen(office.ids[1]!);
    const dialled = office.lines.dial({ number: "202", lines: office.ids }, "01012345678");
    ok((await master.read(20_000)).length > 0);
    master.write(Uint8Array.of(ACK));
    deepEqual(await dialled, { outcome: "done" });
    master.close();
  },
});

Deno.test({
  name: "a frame that waits for the database when its line is closed is not stored behind the end",
  ignore: lacks("posix"),
  fn: async () => {
    await using folder = await temporaryFolder();
    using time = hastyTime();
    using pbx = new TestPbx();
    await using office = new Office([pbx.device], openStore(folder.path, { exclusive: true }));
    await office.isOpen(office.ids[0]!);
    using other = new DatabaseSync(`${folder.path}/belltower.sqlite`);
    other.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
    const before = time.waiting;
    pbx.send("c", "120201012345678");
    await until(() => time.waiting > before, 20_000, "the frame waits");
    await office.lines.stop();
    other.exec("ROLLBACK");
    await until(() => time.waiting === 0, 20_000, "nothing waits");
    const query = { after: 0, rejectedOnly: false, limit: 1 };
    deepEqual(newestFrames(office.store, office.ids[0]!, query), []);
  },
});
