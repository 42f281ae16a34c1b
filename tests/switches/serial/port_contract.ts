import assert from "node:assert/strict";
import { type Port, PortError, type PortErrorCode } from "../../../lib/switches/serial/port.ts";

/** Two ends of one line: what is written at one is read at the other. */
export interface PortPair {
  readonly near: Port;
  readonly far: Port;
}

/** Long enough for any machine; nothing waits for it unless something is broken. */
const WAIT_MS = 5000;

/**
 * Tests that `near` keeps every guarantee of Port; `what` names the implementation. `near` of a pair that
 * `staysUp` outlives its far end, as the master of a pseudo-terminal does.
 */
export function testPortContract(
  what: string,
  openPair: () => PortPair,
  { staysUp = false }: { staysUp?: boolean } = {},
): void {
  const test = (name: string, body: (pair: PortPair) => Promise<void> | void) =>
    Deno.test(`${what}: ${name}`, async () => {
      const pair = openPair();
      try {
        await body(pair);
      } finally {
        pair.near.close();
        pair.far.close();
      }
    });

  test("read gives the bytes that came", async ({ near, far }) => {
    far.write(new Uint8Array([2, 0, 255, 17, 19, 3, 10, 13, 127]));
    assert.deepEqual([...await readExactly(near, 9)], [2, 0, 255, 17, 19, 3, 10, 13, 127]);
  });

  test("read waits for bytes that come later, while the event loop goes on", async (pair) => {
    const waiting = pair.near.read(WAIT_MS);
    await new Promise((resolve) => setTimeout(resolve, 0));
    pair.far.write(new Uint8Array([6]));
    assert.deepEqual([...await waiting], [6]);
  });

  test("read gives nothing when the time has passed", async ({ near }) => {
    assert.equal((await near.read(10)).length, 0);
  });

  test("bytes come each once, in order, at most 4096 at a time", async ({ near, far }) => {
    const sent = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) & 0xff);
    const received: number[] = [];
    for (let from = 0; from < sent.length; from += 1000) {
      far.write(sent.subarray(from, from + 1000));
      received.push(...await readExactly(near, 1000));
    }
    assert.deepEqual(received, [...sent]);
    far.write(sent.subarray(0, 10_000));
    const first = await near.read(WAIT_MS);
    assert.ok(first.length >= 1 && first.length <= 4096, `${first.length} bytes`);
    await readExactly(near, 10_000 - first.length);
  });

  test("write takes every byte", async ({ near, far }) => {
    const sent = Uint8Array.from({ length: 3000 }, (_, index) => index & 0xff);
    near.write(sent);
    assert.deepEqual(await readExactly(far, 3000), sent);
  });

  if (staysUp) {
    test("it stays up when the other end closes", async ({ near, far }) => {
      far.close();
      assert.equal((await near.read(10)).length, 0);
      near.write(new Uint8Array([6]));
    });
  } else {test("a device that goes away ends a read that waits, as unplugged", async ({ near, far }) => {
      const waiting = near.read(WAIT_MS);
      far.close();
      await rejectsWith("unplugged", waiting);
      await rejectsWith("unplugged", near.read(0));
      assert.throws(() =>
        near.write(new Uint8Array([6])), hasCode("unplugged"));
    });}

  test("close ends a read that waits, as closed", async ({ near }) => {
    const waiting = near.read(WAIT_MS);
    const closedAt = performance.now();
    near.close();
    await rejectsWith("closed", waiting);
    assert.ok(performance.now() - closedAt < 1000);
  });

  test("nothing works after close but close", async ({ near }) => {
    near.close();
    near.close();
    await rejectsWith("closed", near.read(0));
    assert.throws(() => near.write(new Uint8Array([6])), hasCode("closed"));
  });
}

async function readExactly(port: Port, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  let filled = 0;
  while (filled < count) {
    const read = await port.read(WAIT_MS);
    if (read.length === 0) throw new Error(`${filled} of ${count} bytes came`);
    bytes.set(read, filled);
    filled += read.length;
  }
  return bytes;
}

function rejectsWith(code: PortErrorCode, promise: Promise<unknown>): Promise<void> {
  return assert.rejects(promise, hasCode(code));
}

/** For assert.throws and assert.rejects: a PortError of this code. */
export function hasCode(code: PortErrorCode): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof PortError, `no PortError: ${error}`);
    assert.equal(error.code, code, error.message);
    return true;
  };
}
