import { deepEqual } from "node:assert/strict";
import { sizeText } from "../../lib/text/size_text.ts";

Deno.test("a size is said in the unit in which its figure is short", () => {
  const sizes = [0, 1023, 1024, 1536, 5 * 1024 ** 2, 1.25 * 1024 ** 3, 75 * 1024 ** 3];
  deepEqual(sizes.map(sizeText), [
    ...["0 B", "1023 B", "1 KB", "2 KB", "5.0 MB", "1.3 GB", "75.0 GB"],
  ]);
});
