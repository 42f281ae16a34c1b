import { deepEqual, match } from "node:assert/strict";
import { OPTION_WORDS } from "../../lib/commands/option_words.ts";
import { belltower } from "../support/server_process.ts";

Deno.test("help explains every option of a command", async () => {
  const [serve, ...others] = await Promise.all(
    ["serve", "staff", "import", "export", "restore", "ports", "service", "demo"]
      .map((command) => belltower(["help", command])),
  );
  match(serve!.out, /\n {2}--hsts {2,}\S.*half a year/);
  const shown = [serve!, ...others].flatMap(({ out }) =>
    [...out.matchAll(/^ {2}--([a-z-]+) +(.*)$/gm)].map(([, name, words]) => [name!, words!])
  );
  deepEqual(shown.filter(([, words]) => words === ""), []);
  deepEqual(
    Object.keys(OPTION_WORDS).filter((name) => !shown.some(([one]) => one === name)),
    [],
  );
});
