/**
 * `deno task build [--target TRIPLE | --all] [--output FILE]`: one executable, its checksum, and the list of
 * what is inside. The same sources, lock file and Deno make the same bytes.
 *
 * `deno compile` alone would embed every package of the lock file whole, those of the tests too (37 MB). So
 * the program is laid out in a folder of its own first, with each package as the modules that are reached.
 */
import { checksums } from "./checksums.ts";
import { compile } from "./compile.ts";
import { contents, report } from "./contents.ts";
import { layOut } from "./lay_out.ts";
import { executableName, parseTargets } from "./targets.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const say = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));

const { targets, output } = parseTargets(Deno.args);
const folder = await Deno.makeTempDir({ prefix: "belltower-build-" });
try {
  const layout = await layOut(ROOT, folder);
  await Deno.mkdir(`${ROOT}build`, { recursive: true });
  const listed = await contents(folder);
  const made: string[] = [];
  for (const target of targets) {
    const file = output ?? `${ROOT}build/${executableName(target)}`;
    await compile(layout, target, file);
    made.push(file);
    say(report(listed, file, (await Deno.stat(file)).size));
  }
  await Deno.writeTextFile(
    `${ROOT}build/contents.txt`,
    listed.map(({ path, size }) => `${size}\t${path}\n`).join(""),
  );
  say(await checksums(`${ROOT}build/SHA256SUMS`, made));
} finally {
  await Deno.remove(folder, { recursive: true });
}
