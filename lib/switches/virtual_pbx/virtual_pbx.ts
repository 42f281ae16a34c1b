import { getLogger } from "@logtape/logtape";
import type { Dialect } from "../pbx416/dialect/dialect.ts";
import type { LineSource } from "../serial/line_source.ts";
import { CallRecorder } from "./call_recorder.ts";
import type { FromPbx, Play, ToPbx } from "./messages.ts";
import type { OfficeCall } from "./office_truth.ts";

export interface VirtualPbxOptions {
  readonly play: Play;
  readonly dialect: Dialect;
  /** 1 is real time, 60 a minute a second, 0 as fast as the server acknowledges. */
  readonly speed: number;
  /** As of `PbxOptions`. */
  readonly mostWaiting?: number;
  /** Over a pseudo-terminal, the real path; or in the process, where the system has none. */
  readonly over?: "pseudo_terminal" | "channel";
  /** Hears of each call when it has ended, as it really was; its times are seconds since the epoch. */
  readonly onCall?: (call: OfficeCall) => void;
}

export interface VirtualPbx {
  /** What the line opens. A channel can be opened once. */
  readonly source: LineSource;
  /** How many frames the server never acknowledged. */
  readonly givenUp: number;
  /** Lets the calls come. */
  play(): void;
  /** Resolves when every step has happened and was told. */
  readonly done: Promise<void>;
  /** Pulls the plug and ends the worker, within a second. */
  stop(): Promise<void>;
}

const log = getLogger(["belltower", "line"]);

const STOP_WITHIN_MS = 800;

/**
 * Starts a 416 PBX in a worker of its own, and resolves when its line is there; `play` lets the calls come. Rejects
 * where the system gives it no line.
 */
export async function startVirtualPbx(options: VirtualPbxOptions): Promise<VirtualPbx> {
  const { over = overBest(), onCall = () => {}, ...how } = options;
  const worker = startPbxWorker();
  const post = (message: ToPbx, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);
  const recorder = new CallRecorder(onCall);
  const ready = Promise.withResolvers<string | null>();
  const done = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  let givenUp = 0;
  worker.onmessage = ({ data: message }: MessageEvent<FromPbx>) => {
    switch (message.type) {
      case "ready":
        return ready.resolve(message.path);
      case "happened":
        return recorder.happened(message.step, message.at / 1000);
      case "given_up":
        return void givenUp++;
      case "done":
        return done.resolve();
      case "stopped":
        return stopped.resolve();
      default:
        return message satisfies never;
    }
  };
  // Without an ear for it, an error in a worker ends the whole program.
  worker.onerror = (event) => {
    event.preventDefault();
    const error = new Error(`the virtual PBX failed: ${event.message}`);
    log.error("{error}", { error });
    ready.reject(error);
    stopped.resolve();
  };
  const channel = over === "channel" ? new MessageChannel() : null;
  const port = channel?.port1 ?? null;
  post({ type: "start", ...how, channel: port }, port === null ? [] : [port]);
  const path = await ready.promise;
  return {
    source: sourceOf(path, channel),
    get givenUp() {
      return givenUp;
    },
    play: () => post({ type: "play" }),
    done: done.promise,
    stop: async () => {
      post({ type: "stop" });
      const limit = setTimeout(stopped.resolve, STOP_WITHIN_MS);
      await stopped.promise;
      clearTimeout(limit);
      worker.terminate();
    },
  };
}

function sourceOf(path: string | null, channel: MessageChannel | null): LineSource {
  if (path !== null) return { kind: "device", path };
  if (channel !== null) return { kind: "channel", port: channel.port2 };
  throw new Error("the virtual PBX has neither a path nor a channel");
}

function overBest(): "pseudo_terminal" | "channel" {
  return Deno.build.os === "windows" ? "channel" : "pseudo_terminal";
}

/** Written as `deno compile` must find it. */
function startPbxWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
