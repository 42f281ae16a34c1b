import { putFileInPlace } from "../base/durable.ts";
import { type Step, stepText } from "./plan.ts";

/**
 * Does the steps in order, each told before it is done by `tell`. Throws with the step that failed; what was done
 * before it stays, and the whole can be asked for again.
 */
export async function perform(
  steps: readonly Step[],
  tell: (line: string) => void,
  dryRun: boolean,
): Promise<void> {
  for (const step of steps) {
    tell(`${stepText(step)}\n`);
    if (!dryRun) await done(step);
  }
}

/** Runs a command for the person who looks on; returns its exit status. */
export async function show(words: readonly string[]): Promise<number> {
  const { code } = await command(words, "inherit").output();
  return code;
}

async function done(step: Step): Promise<void> {
  switch (step.kind) {
    case "copy":
      return await replace(step.to, (part) => Deno.copyFile(step.from, part), 0o755);
    case "write":
      await Deno.mkdir(parent(step.path), { recursive: true });
      return await replace(step.path, (part) => Deno.writeFile(part, step.bytes), 0o644);
    case "folder":
      return await Deno.mkdir(step.path, { recursive: true });
    case "remove":
      return await Deno.remove(step.path).catch((error: unknown) => {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      });
    case "run": {
      const { success, stderr } = await command(step.words, "piped").output();
      if (success || step.mayFail === true) return;
      const why = new TextDecoder().decode(stderr).trim();
      throw new Error(`${step.words[0]} failed: ${why}`);
    }
    default:
      step satisfies never;
  }
}

/** A running executable cannot be written to, but another can take its name. */
async function replace(path: string, make: (part: string) => Promise<void>, mode: number) {
  const part = `${path}.new`;
  await make(part);
  if (Deno.build.os !== "windows") await Deno.chmod(part, mode);
  putFileInPlace(part, path);
}

function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"), 1));
}

function command([name = "", ...args]: readonly string[], output: "inherit" | "piped") {
  return new Deno.Command(name, { args, stdin: "null", stdout: output, stderr: output });
}
