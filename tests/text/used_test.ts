import { deepEqual } from "node:assert/strict";
import { ko } from "../../lib/text/ko.ts";
import { sourcesUnder } from "../support/sources.ts";

Deno.test("every text is said somewhere", () => {
  const texts = /lib\/text\/(ko|en)\.ts$/;
  const sources = [...sourcesUnder("lib", ".ts"), ...sourcesUnder("views", ".eta")]
    .filter(({ path }) => !texts.test(path))
    .map(({ text }) => text).join("\n");
  const named = new Set(
    [...sources.matchAll(/["'`]([a-z_]+\.[\w.]+)["'`]/g)].map(([, key]) => key),
  );
  // `error.${name}_title`: what stands before the part that is put in, and behind it.
  const made = [...sources.matchAll(/`([a-z_]+\.\w*)\$\{[^}]*\}(\w*)`/g)]
    .map(([, before, behind]) => [before!, behind!] as const);
  const dead = Object.keys(ko).filter((key) =>
    !named.has(key) &&
    !made.some(([before, behind]) => key.startsWith(before) && key.endsWith(behind))
  );
  deepEqual(dead, []);
});
