import config from "../../deno.json" with { type: "json" };

/**
 * What the program may do on `system`, as flags: those of the task `belltower` in deno.json, so that the executable has
 * neither more nor less than what is run from source. They are the least that works; README has the reasons beside each.
 */
export function permissions(system: "linux" | "darwin" | "windows"): string[] {
  const words = [...config.tasks.belltower.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) =>
    quoted ?? word
  );
  const flags = words.slice(words.indexOf("run") + 1, words.indexOf("main.ts"));
  return flags.filter((flag) => flag !== "--quiet").map((flag) => toolsOf(system, flag));
}

/** Of the tools that may be run, those whose paths are of this system's form. */
function toolsOf(system: string, flag: string): string {
  const [name, paths] = flag.split("=") as [string, string?];
  if (name !== "--allow-run" || paths === undefined) return flag;
  const drive = /^[A-Z]:\\/;
  return `${name}=${
    paths.split(",").filter((path) => drive.test(path) === (system === "windows"))
  }`;
}
