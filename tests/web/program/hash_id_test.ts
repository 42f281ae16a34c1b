import { deepEqual } from "node:assert/strict";
import { hashId } from "../../../static/shell/hash_id.js";

Deno.test("whatever stands behind the # of an address, the page is shown", () => {
  deepEqual(["", "#", "#lines", "#%EB%A9%94%EB%AA%A8", "#100%", "#%ff"].map(hashId), [
    ...["", "", "lines", "메모", "100%", "%ff"],
  ]);
});
