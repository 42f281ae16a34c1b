/**
 * The browsers of an office, in a process of their own: `office_program.ts ORIGIN STREAMS PAGES_A_SECOND COOKIE...`. Says
 * "ready" when the streams are open, and goes on until it is killed.
 */
const [origin = "", streams = "0", pages = "0", ...cookies] = Deno.args;
const PATHS = ["/desk", "/calls", "/customers", "/work", "/board", "/detail"];

for (let i = 0; i < Number(streams); i++) {
  const headers = { cookie: cookies[i % cookies.length]! };
  const { body } = await fetch(`${origin}/live`, { headers });
  void body!.pipeTo(new WritableStream()).catch(() => undefined);
}

let asked = 0;
async function ask(): Promise<void> {
  const path = PATHS[asked++ % PATHS.length]!;
  const headers = { cookie: cookies[asked % cookies.length]! };
  const response = await fetch(origin + path, { headers });
  await response.arrayBuffer();
}

if (Number(pages) > 0) setInterval(() => void ask().catch(() => undefined), 1000 / Number(pages));
Deno.stdout.writeSync(new TextEncoder().encode("ready\n"));
