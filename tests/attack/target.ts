import { toPem } from "../../lib/certificates/pem.ts";
import { liveIn, moveIn } from "../support/lived_in_office.ts";
import { PASSWORD } from "../support/office.ts";
import { freePort, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";

/** Where the attacks go, and what the attacker knows. */
export interface Target {
  readonly origin: string;
  readonly secure: string;
  /** PEM. */
  readonly authority: string;
  /** The token of a screen on the wall. */
  readonly wall: string;
}

const ROLES = { admin: "admin", agent: "agent" } as const;

/** A server of the sample office in the folder `data`, plain and by HTTPS, both on the loopback. */
export async function startTarget(
  data: string,
): Promise<{ server: ServerProcess; target: Target }> {
  const wall = await moveIn(data);
  const https = `localhost:${freePort()}`;
  const server = await ServerProcess.start(data, ["--https", https, "--log-level", "info"]);
  await liveIn(server.origin, await signIn(server.origin, ROLES.admin, PASSWORD));
  const der = await (await fetch(`${server.origin}/trust/belltower-ca.crt`)).bytes();
  const authority = toPem("CERTIFICATE", der);
  return { server, target: { origin: server.origin, secure: `https://${https}`, authority, wall } };
}

/** The target that `deno task attack` started. */
export function target(): Target {
  const told = Deno.env.get("BELLTOWER_ATTACK");
  if (told === undefined) throw new Error("run this by `deno task attack`");
  return JSON.parse(told);
}

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody at the target; sends what a browser would, and whatever else is asked for. */
export class Attacker {
  constructor(readonly cookie: string, readonly origin = target().origin) {}

  static async signedIn(login: keyof typeof ROLES): Promise<Attacker> {
    return new Attacker(await signIn(target().origin, ROLES[login], PASSWORD));
  }

  async send(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Sent> {
    const response = await fetch(this.origin + path, {
      redirect: "manual",
      ...init,
      headers: { cookie: this.cookie, ...init.headers },
    });
    // A stream has no end: its first bytes are enough.
    const stream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
    if (stream) await response.body?.cancel();
    const text = stream ? "" : await response.text();
    return { status: response.status, headers: response.headers, text };
  }

  async post(path: string, fields: Record<string, string> | string[][]): Promise<Sent> {
    return await this.send(path, {
      method: "POST",
      headers: { origin: this.origin },
      body: new URLSearchParams(fields),
    });
  }
}

/** What comes back for these bytes, as they are, until the server closes or nothing more comes for a moment. */
export async function raw(bytes: string, quietMs = 700): Promise<string> {
  const { hostname, port } = new URL(target().origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  let text = "";
  try {
    await connection.write(new TextEncoder().encode(bytes));
    const buffer = new Uint8Array(65_536);
    for (;;) {
      const quiet = new Promise<null>((resolve) => setTimeout(resolve, quietMs, null));
      const length = await Promise.race([connection.read(buffer), quiet]);
      if (length === null) break;
      text += new TextDecoder().decode(buffer.subarray(0, length));
    }
  } catch (error) {
    // A reset is an answer, too.
    if (!(error instanceof Error)) throw error;
  }
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
  return text;
}
