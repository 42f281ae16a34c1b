import { listPorts } from "../switches/serial/ports.ts";
import { type Check, selfTest } from "../switches/serial/self_test.ts";
import { type Command, type CommandIo, noPositionals, parseOptions } from "./command.ts";

const VERDICTS: Readonly<Record<Check["verdict"], string>> = {
  ok: "ok      ",
  failed: "FAILED  ",
  left_out: "left out",
};

/** `belltower ports`: what the switch could be plugged into, and whether a port does what it must. */
export const ports: Command = {
  usage: ["belltower ports", "belltower ports --self-test DEVICE"],
  summary: "lists serial ports; with --self-test, checks one that has a loop-back plug in it",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, { "self-test": "string" }, io);
    noPositionals(positionals);
    const device = options["self-test"];
    return device === undefined ? list(io) : await check(device, io);
  },
};

/** One line each, with tabs in between: path, name, and the path that stays the same, if there is one. */
function list(io: CommandIo): number {
  const found = listPorts();
  for (const { path, name, stablePath } of found) {
    io.out(`${[path, name, ...(stablePath === null ? [] : [stablePath])].join("\t")}\n`);
  }
  if (found.length === 0) io.err("there is no serial port here");
  return 0;
}

async function check(device: string, io: CommandIo): Promise<number> {
  const signal = io.signal();
  let failures = 0;
  for await (const { verdict, text } of selfTest(device)) {
    io.out(`${VERDICTS[verdict]}  ${text}\n`);
    if (verdict === "failed") failures++;
    if (signal.aborted) return 1;
  }
  io.out(failures === 0 ? `${device} works\n` : `${device} does not work: ${failures} failed\n`);
  return failures === 0 ? 0 : 1;
}
