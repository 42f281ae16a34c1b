import { deepEqual, match } from "node:assert/strict";
import { ownStatic } from "../support/sources.ts";

Deno.test("the types of every script of a page are checked, and none of it is left out", () => {
  const scripts = ownStatic(".js");
  const unchecked = scripts.filter(({ text }) => !text.startsWith("// @ts-check\n"));
  const leftOut = scripts.filter(({ text }) =>
    /@ts-(?:ignore|expect-error|nocheck)|[{<|:(\s]any[}>|;,)\[]/.test(text)
  );
  deepEqual([...unchecked, ...leftOut].map(({ path }) => path), []);
  const { tasks } = JSON.parse(Deno.readTextFileSync("deno.json"));
  match(tasks.check, /deno check --config \.ci\/browser\.json static\b/);
});
