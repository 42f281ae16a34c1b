import { connect, type Socket } from "node:net";

/** As many as a small botnet has, from as many addresses of the loopback. */
const ADDRESSES = 4;

/** Opens connections that say nothing, for `ms`. What the server does with them is its own business. */
export async function silentConnections(origin: string, count: number, ms: number): Promise<void> {
  const { hostname, port } = new URL(origin);
  const sockets: Socket[] = [];
  for (let i = 0; i < count; i++) {
    const localAddress = `127.0.0.${2 + i % ADDRESSES}`;
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    socket.on("error", () => socket.destroy()); // a refusal is an answer
    sockets.push(socket);
    if (i % 20 === 19) await pause(10);
  }
  await pause(ms);
  for (const socket of sockets) socket.destroy();
}

/** Asks for pages as fast as the answers come, on `lanes` connections, for `ms`; returns how many were answered. */
export async function manyRequests(origin: string, lanes: number, ms: number): Promise<number> {
  const end = performance.now() + ms;
  let answered = 0;
  const lane = async () => {
    while (performance.now() < end) {
      const response = await fetch(`${origin}/login`, { signal: AbortSignal.timeout(10_000) })
        .catch(() => null); // sent away
      if (response === null) await pause(50);
      else answered++;
      await response?.body?.cancel().catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answered;
}

/** Somebody has the desk open in `count` tabs, for `ms`. */
export async function manyStreams(
  origin: string,
  cookie: string,
  count: number,
  ms: number,
): Promise<void> {
  const stop = new AbortController();
  const open = () =>
    fetch(`${origin}/live`, { headers: { cookie }, signal: stop.signal }).catch(() => null);
  const streams = Array.from({ length: count }, open);
  await pause(ms);
  stop.abort();
  await Promise.all(streams);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
