import { deepEqual, equal, rejects } from "node:assert/strict";
import { pieces } from "../../../lib/web/uploads/pieces.ts";

const PACE = { silentMs: 60_000, graceMs: 60_000, bytesPerSecond: 1024 };

/** A body of which nothing more comes after these pieces. */
function endless(
  ...parts: number[]
): { body: ReadableStream<Uint8Array>; cancelled: () => boolean } {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const length of parts) controller.enqueue(new Uint8Array(length));
    },
    cancel: () => void (cancelled = true),
  });
  return { body, cancelled: () => cancelled };
}

async function lengths(body: ReadableStream<Uint8Array> | null, pace = PACE): Promise<number[]> {
  return (await Array.fromAsync(pieces(body, pace))).map(({ length }) => length);
}

Deno.test("a body comes through piece by piece, and none is none", async () => {
  deepEqual(await lengths(new Blob([new Uint8Array(5)]).stream()), [5]);
  deepEqual(await lengths(null), []);
});

Deno.test("a body of which nothing more comes is given up, and nobody waits for its rest", async () => {
  const { body, cancelled } = endless(3);
  await rejects(lengths(body, { ...PACE, silentMs: 1 }), { name: "HttpProblem", status: 408 });
  equal(cancelled(), true);
});

Deno.test("a body that comes byte by byte for ever is given up by its average", async () => {
  const trickle = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1)),
  });
  const pace = { ...PACE, graceMs: 1, bytesPerSecond: 1e12 };
  await rejects(lengths(trickle, pace), { name: "HttpProblem", status: 408 });
});

Deno.test("a body that breaks off says so", async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new TypeError("connection reset")),
  });
  await rejects(lengths(broken), { name: "TypeError", message: "connection reset" });
});
