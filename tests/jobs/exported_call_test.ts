import { deepEqual } from "node:assert/strict";
import { CALL_FIELDS } from "../../lib/jobs/export/exported_call.ts";

const README = new URL("../../README.md", import.meta.url);

Deno.test("README tells scripts of every field of an exported call, and of no other", async () => {
  const text = await Deno.readTextFile(README);
  const [, rows = ""] = /\*\*Exported calls\*\*[^|]*\| field [^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/
    .exec(text) ?? [];
  const told = rows.split("\n").flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, field]) => field!)
  );
  deepEqual(told.sort(), CALL_FIELDS.toSorted());
});
