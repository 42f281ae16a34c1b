import assert, { deepEqual, equal, throws } from "node:assert/strict";

Deno.test("tests compare strictly, by every name that they import", () => {
  for (const same of [equal, deepEqual, assert.equal, assert.deepEqual] as const) {
    throws(() => same<unknown>(undefined, null));
    throws(() => same<unknown>("1", 1));
    throws(() => same<unknown>([], false));
  }
  throws(() => deepEqual<unknown>(["1"], [1]));
  throws(() => assert.notEqual(1, 1));
});
