import { DatabaseSync } from "node:sqlite";
import type { DiskFault, SpoiltDisk } from "../../support/spoilt_disk.ts";
import type { Clerk } from "../clerk.ts";
import { manyRequests, manyStreams, pause, silentConnections } from "./crowds.ts";
import { HOSTILE_FILES } from "./hostile_files.ts";
import type { SupervisedServer } from "./supervised_server.ts";

/** Everything that a fault may touch. */
export interface Victim {
  readonly data: string;
  readonly server: SupervisedServer;
  readonly disk: SpoiltDisk;
  readonly clerk: Clerk;
  /** From 0 to 1, by the seed. */
  readonly random: () => number;
  /** Tells what should not have been. */
  readonly wrong: (what: string) => void;
}

export interface Fault {
  readonly name: string;
  /** Whether the server's process ends by it. */
  readonly ends: boolean;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** Resolves when the fault is over; what the server makes of it afterwards is looked at by the caller. */
  run(victim: Victim): Promise<void>;
}

/** A supervisor waits for so long before it calls a program stuck. */
const ENDS_WITHIN_MS = 15_000;
const PAGE_WITHIN_MS = 5000;
const KNOWN_WITHIN_MS = 5000;

export const FAULTS: readonly Fault[] = [
  spoilt("full", "the disk is full"),
  spoilt("read_only", "the disk is read-only"),
  spoilt("write_error", "the disk fails to write"),
  spoilt("sync_error", "the disk fails to sync"),
  spoilt("read_error", "the disk fails to read"),
  { name: "the data folder is gone", ends: true, weight: 1, run: dataFolderGone },
  { name: "the process is killed", ends: true, weight: 2, run: killed },
  { name: "the process is stopped for a while", ends: false, weight: 1, run: stopped },
  { name: "somebody holds the lock of the database", ends: false, weight: 1, run: lockHeld },
  { name: "hostile files", ends: false, weight: 1, run: hostileFiles },
  {
    name: "a flood of requests",
    ends: false,
    weight: 1,
    run: async ({ server, random }) => {
      await manyRequests(server.origin, 60, between(random, 2000, 6000));
    },
  },
  {
    name: "a flood of silent connections",
    ends: false,
    weight: 1,
    run: ({ server, random }) =>
      silentConnections(server.origin, 400, between(random, 3000, 10_000)),
  },
  {
    name: "one person's many tabs",
    ends: false,
    weight: 1,
    run: ({ server, clerk, random }) =>
      manyStreams(server.origin, clerk.cookie, 40, between(random, 3000, 8000)),
  },
];

function spoilt(fault: DiskFault, name: string): Fault {
  const run = async ({ disk, server, clerk, random, wrong }: Victim) => {
    disk.set(fault);
    const goesOn = pause(between(random, 3000, 15_000));
    // Where nothing can be read, nothing can be shown; and who writes what memory holds does not notice it.
    if (fault !== "read_error") {
      await readable(clerk, name, wrong);
      await told(server, name, wrong);
    }
    await goesOn;
    disk.set("none");
  };
  return { name, ends: false, weight: 1, run };
}

/** Pages that only read are there, whatever cannot be written. */
async function readable(clerk: Clerk, name: string, wrong: Victim["wrong"]): Promise<void> {
  const status = await fetch(`${clerk.origin}/customers/1`, {
    headers: { cookie: clerk.cookie },
    signal: AbortSignal.timeout(PAGE_WITHIN_MS),
  }).then(async (response) => {
    await response.body?.cancel();
    return response.status;
  }, String);
  if (status !== 200) wrong(`${name}: a customer's page was answered ${status}, not 200`);
}

/** /healthz says it soon. */
async function told(
  server: SupervisedServer,
  name: string,
  wrong: Victim["wrong"],
): Promise<void> {
  const end = performance.now() + KNOWN_WITHIN_MS;
  let last = "";
  while (performance.now() < end) {
    last = await fetch(`${server.origin}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      async (response) => {
        await response.body?.cancel();
        return String(response.status);
      },
      String,
    );
    if (last === "503") return;
    await pause(250);
  }
  wrong(`${name}: /healthz did not say so within ${KNOWN_WITHIN_MS} ms, but ${last}`);
}

/** Moved away as a whole, as by an unmounted disk: what was acknowledged before is in it when it is back. */
async function dataFolderGone({ data, server, random, wrong }: Victim): Promise<void> {
  const away = `${data}.away`;
  await server.endsDuring(async (ended) => {
    await Deno.rename(data, away);
    if (!await ended) {
      wrong(`the data folder is gone: it goes on after ${ENDS_WITHIN_MS} ms`);
      await server.signal("SIGKILL");
    }
    await pause(between(random, 0, 2000));
    await Deno.remove(data, { recursive: true }).catch((error: unknown) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
    await Deno.rename(away, data);
  }, ENDS_WITHIN_MS);
}

async function killed({ server }: Victim): Promise<void> {
  await server.signal("SIGKILL");
}

async function stopped({ server, random }: Victim): Promise<void> {
  await server.signal("SIGSTOP");
  await pause(between(random, 500, 8000));
  await server.signal("SIGCONT");
}

/** As an administrator's shell that was forgotten in a transaction. */
async function lockHeld({ data, random }: Victim): Promise<void> {
  const shell = new DatabaseSync(`${data}/belltower.sqlite`);
  try {
    shell.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
    await pause(between(random, 1000, 12_000));
    shell.exec("ROLLBACK");
  } finally {
    shell.close();
  }
}

async function hostileFiles({ clerk, random }: Victim): Promise<void> {
  const paths = [
    "/imports?name=",
    "/attachments?customer=1&name=",
    "/settings/backup/upload?name=",
  ];
  for (let i = 0; i < 4; i++) {
    const { name, make } = HOSTILE_FILES[Math.floor(random() * HOSTILE_FILES.length)]!;
    const path = paths[Math.floor(random() * paths.length)]!;
    const response = await clerk.send(path + name, make()).catch(() => null);
    await response?.body?.cancel().catch(() => undefined);
    await pause(1000);
  }
}

function between(random: () => number, least: number, most: number): number {
  return least + random() * (most - least);
}
