import { FrameDecoder } from "../../lib/switches/pbx416/frames/decoder.ts";
import { DIALECT_416 } from "../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeFrame } from "../../lib/switches/pbx416/frames/encode.ts";
import { Random } from "../../lib/domain/random.ts";
import { officeDay } from "../../lib/switches/virtual_pbx/office_day.ts";
import { readMessage, writeFields } from "../../lib/switches/pbx416/frames/message.ts";
import { median, percentile, type Row } from "./row.ts";

const RUNS = 25;
/** A read of the port brings so many bytes at most (lib/switches/serial/port.ts). */
const READ = 4096;

/**
 * How many megabytes a second the decoder reads: frames of an office day down to their events, the same byte
 * by byte, and lines on which nothing is right. The floor touches every byte once, as a XOR over all must.
 */
export async function bench(): Promise<Row[]> {
  const frames = officeFrames(40_000);
  const floor = median(await timed(frames, xorOverAll));
  const row = async (name: string, bytes: Uint8Array, work: (bytes: Uint8Array) => void) => {
    const rates = await timed(bytes, work);
    // The slow end: a rate that one run in a hundred falls short of.
    return { name, median: median(rates), p99: percentile(rates, 1), unit: "MB/s" };
  };
  const good = await row("decode: office day to events", frames, decodeToEvents);
  const perFrame = frames.length / 40_000 / good.median;
  return [
    {
      ...good,
      floor,
      ratio: good.median / floor,
      note: `${perFrame.toFixed(2)} µs a frame; a line of 9600 baud brings 0.00096 MB/s`,
    },
    await row("decode: the same, a byte at a time", frames.subarray(0, 200_000), decodeByteByByte),
    await row("decode: random bytes", randomBytes(500_000), decodeToEvents),
    await row("decode: STX without end", new Uint8Array(500_000).fill(0x02), decodeToEvents),
    await row("decode: frames within frames, none good", nested(500_000), decodeToEvents),
  ];
}

/** Megabytes a second, a value a run; other work may go on between the runs. */
async function timed(bytes: Uint8Array, work: (bytes: Uint8Array) => void): Promise<number[]> {
  for (let i = 0; i < 5; i++) work(bytes);
  const rates: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    work(bytes);
    rates.push(bytes.length / (performance.now() - start) / 1000);
    await Promise.resolve();
  }
  return rates;
}

function decodeToEvents(bytes: Uint8Array): void {
  const decoder = new FrameDecoder(DIALECT_416);
  for (let at = 0; at < bytes.length; at += READ) {
    for (const reading of decoder.push(bytes.subarray(at, at + READ), at)) {
      if (reading.kind === "frame") readMessage(DIALECT_416, reading.mi, reading.data);
    }
  }
  decoder.idle();
}

function decodeByteByByte(bytes: Uint8Array): void {
  const decoder = new FrameDecoder(DIALECT_416);
  for (let at = 0; at < bytes.length; at++) decoder.push(bytes.subarray(at, at + 1), at);
}

let sink = 0;
function xorOverAll(bytes: Uint8Array): void {
  let value = 0;
  for (let i = 0; i < bytes.length; i++) value ^= bytes[i] ?? 0;
  sink ^= value;
}

function officeFrames(count: number): Uint8Array {
  const { trunks, extensions } = DIALECT_416;
  const frames: number[] = [];
  let made = 0;
  for (const step of officeDay({ seed: 1, callsPerMinute: 5, trunks, extensions, numbers: [] })) {
    frames.push(...encodeFrame(DIALECT_416, step.mi, writeFields(DIALECT_416, step.mi, step)));
    if (++made === count) break;
  }
  return Uint8Array.from(frames);
}

function randomBytes(count: number): Uint8Array {
  const random = new Random(3);
  return Uint8Array.from({ length: count }, () => random.whole(0, 255));
}

/** The worst that a line can bring: every third byte begins a frame of full length whose ETX is in its place. */
function nested(count: number): Uint8Array {
  const bytes = Uint8Array.from({ length: count }, (_, i) => [0x02, 0x36, 0x31][i % 3] ?? 0);
  for (let i = 64; i < count; i += 67) bytes[i] = 0x03;
  return bytes;
}
