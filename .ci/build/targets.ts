/** The machines that offices have. */
const TARGETS = [
  "x86_64-unknown-linux-gnu",
  "aarch64-unknown-linux-gnu",
  "x86_64-pc-windows-msvc",
  "x86_64-apple-darwin",
  "aarch64-apple-darwin",
] as const;

export type Target = typeof TARGETS[number];

/** Null is this machine. */
export type Chosen = Target | null;

/** The command line's words. Ends the program with a sentence where it cannot be followed. */
export function parseTargets(args: readonly string[]): {
  readonly targets: readonly Chosen[];
  readonly output: string | null;
} {
  let targets: readonly Chosen[] = [null];
  let output: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const [name, value = args[++i]] = args[i]!.split("=", 2);
    if (name === "--all") {
      targets = TARGETS;
      i -= 1;
    } else if (name === "--target") targets = [known(value)];
    else if (name === "--output" && value !== undefined) output = value;
    else refuse(`${name} is not known here; expected --target TRIPLE, --all or --output FILE`);
  }
  if (output !== null && targets.length > 1) refuse("--output names one file, --all makes several");
  return { targets, output };
}

/** The operating system, as Deno names it. */
export function systemOf(target: Chosen): "linux" | "darwin" | "windows" {
  const name = target ?? Deno.build.os;
  if (name.includes("windows")) return "windows";
  return name.includes("darwin") ? "darwin" : "linux";
}

/** `belltower` for this machine; with the target's name for another. */
export function executableName(target: Chosen): string {
  if (target === null) return Deno.build.os === "windows" ? "belltower.exe" : "belltower";
  const [machine, , system] = target.split("-");
  return `belltower-${system}-${machine}${system === "windows" ? ".exe" : ""}`;
}

function known(value: string | undefined): Target {
  const target = TARGETS.find((one) => one === value);
  return target ?? refuse(`--target ${value ?? ""}: expected one of ${TARGETS.join(", ")}`);
}

function refuse(why: string): never {
  Deno.stderr.writeSync(new TextEncoder().encode(`build: ${why}\n`));
  Deno.exit(2);
}
