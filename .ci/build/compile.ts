import type { Layout } from "./lay_out.ts";
import { permissions } from "./permissions.ts";
import { run } from "./run.ts";
import { type Chosen, systemOf } from "./targets.ts";
import { writeVersionData } from "./version_data.ts";
import { VERSION } from "../../lib/version.ts";

/** Makes `file` out of the layout, for `target`. */
export async function compile(layout: Layout, target: Chosen, file: string): Promise<void> {
  const system = systemOf(target);
  const included = ["views", "static", "lib/store/migrations", ...layout.workers];
  await run(layout.folder, [
    "compile",
    "--quiet",
    "--output",
    file,
    // `deno task ok` has checked the types.
    "--no-check",
    // It would be written to the system's folder for temporary files, and nothing is written outside --data.
    "--no-code-cache",
    ...permissions(system),
    ...included.flatMap((path) => ["--include", path]),
    ...target === null ? [] : ["--target", target],
    ...system === "windows" ? ["--icon", "static/icons/belltower.ico"] : [],
    "main.ts",
  ]);
  if (system === "windows") await writeVersionData(file, VERSION);
}
