import { deepEqual } from "node:assert/strict";
import { TEXTS } from "../../lib/text/texts.ts";
import { found, sourcesUnder } from "../support/sources.ts";

Deno.test("every text is said somewhere", () => {
  const texts = /lib\/text\/(ko|en)\b/;
  const sources = [...sourcesUnder("lib", ".ts"), ...sourcesUnder("views", ".eta")]
    .filter(({ path }) => !texts.test(path))
    .map(({ text }) => text).join("\n");
  const named = new Set(
    [...sources.matchAll(/["'`]([a-z_]+\.[\w.]+)["'`]/g)].map(([, key]) => key),
  );
  // `error.${name}_title`: what stands before the part that is put in, and behind it.
  const made = [...sources.matchAll(/`([a-z_]+\.\w*)\$\{[^}]*\}(\w*)`/g)]
    .map(([, before, behind]) => [before!, behind!] as const);
  const dead = Object.keys(TEXTS.ko).filter((key) =>
    !named.has(key) &&
    !made.some(([before, behind]) => key.startsWith(before) && key.endsWith(behind))
  );
  deepEqual(dead, []);
});

Deno.test("no text stands in the files of two features", () => {
  for (const language of ["ko", "en"]) {
    const keys = found(sourcesUnder(`lib/text/${language}`, ".ts"), /^ {2}"([\w.]+)":/gm)
      .map(({ name }) => name);
    deepEqual(keys.length, Object.keys(TEXTS.ko).length);
    deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), []);
  }
});
