import { hasPbxModel } from "./pbx_model.ts";

/** What some tests need beside Deno. */
interface Need {
  /** Completes "left out for want of …". */
  readonly what: string;
  isThere(): boolean;
  /** Whether CI's own script can bring it: then a CI without it fails. */
  readonly canBeBrought: boolean;
}

const NEEDS = {
  gcc: tool("gcc"),
  nginx: tool("nginx"),
  caddy: tool("caddy"),
  strace: tool("strace"),
  python: tool("python3"),
  "systemd-analyze": tool("systemd-analyze"),
  mingw: tool("x86_64-w64-mingw32-gcc"),
  posix: system("a system of the POSIX kind", () => Deno.build.os !== "windows"),
  linux: system("Linux", () => Deno.build.os === "linux"),
  rename: system("the right to rename a machine", () => runs("unshare", "-u", "hostname", "x")),
  mount: system("the right to mount a file system", mayMount),
  // Deno 2.6, with which executables are tried, holds to no limit of a thread's heap.
  "limited heaps": system(
    "a Deno that limits the heap of a thread",
    () => Number(/^2\.(\d+)/.exec(Deno.version.deno)?.[1] ?? 99) >= 9,
  ),
  "the PBX model": system("the independent model of the PBX", hasPbxModel),
} as const satisfies Record<string, Need>;

export type NeedName = keyof typeof NEEDS;

/** Names the file in which what was left out is written down, a line for each test. */
const LEFT_OUT = "BELLTOWER_LEFT_OUT";

const known = new Map<NeedName, boolean>();

/**
 * For a test's `ignore`: whether something is missing that it needs. What is left out is told at the end of
 * `deno task test`; in CI nothing is that could have been brought there, so an Error is thrown in its place.
 */
export function lacks(...needs: readonly NeedName[]): boolean {
  const missing = needs.find((need) => !isThere(need));
  if (missing === undefined) return false;
  const { what, canBeBrought } = NEEDS[missing];
  if (canBeBrought && inCi()) {
    throw new Error(`${what} is missing here, and CI leaves no test out that needs it`);
  }
  const file = Deno.env.get(LEFT_OUT);
  if (file !== undefined) Deno.writeTextFileSync(file, `${what}\n`, { append: true });
  return true;
}

export function inCi(): boolean {
  return (Deno.env.get("CI") ?? "") !== "";
}

/** The variable by which tests are told to write down in `file` what they leave out. */
export function noteLeftOut(file: string): Record<string, string> {
  return { [LEFT_OUT]: file };
}

/** What was left out, as one sentence: `2 tests for want of strace, 5 for want of gcc`; null for nothing. */
export async function leftOut(file: string): Promise<string | null> {
  const lines = (await Deno.readTextFile(file)).split("\n").filter((line) => line !== "");
  const counted = [...Map.groupBy(lines, (line) => line)].map(([what, all], index) =>
    `${all.length}${index > 0 ? "" : all.length === 1 ? " test" : " tests"} for want of ${what}`
  );
  return counted.length === 0 ? null : counted.join(", ");
}

/** Whether it can be used here. */
export function isThere(need: NeedName): boolean {
  let there = known.get(need);
  if (there === undefined) known.set(need, there = NEEDS[need].isThere());
  return there;
}

function tool(name: string): Need {
  return { what: name, isThere: () => runs("sh", "-c", `command -v ${name}`), canBeBrought: true };
}

function system(what: string, isThere: () => boolean): Need {
  return { what, isThere, canBeBrought: false };
}

/** As root, and where the container allows it. */
function mayMount(): boolean {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  const folder = Deno.makeTempDirSync({ prefix: "belltower-test-" });
  try {
    return runs("mount", "-t", "tmpfs", "none", folder) && runs("umount", folder);
  } finally {
    Deno.removeSync(folder);
  }
}

function runs(command: string, ...args: string[]): boolean {
  try {
    return new Deno.Command(command, { args, stdin: "null", stdout: "null", stderr: "null" })
      .outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
