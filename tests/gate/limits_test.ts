import { deepEqual } from "node:assert/strict";
import { DESCRIPTORS_WANTED, limitsWithin } from "../../lib/gate/limits.ts";

Deno.test("there are as many connections as the descriptors allow, and one address has no more than half", () => {
  const places = [Infinity, DESCRIPTORS_WANTED, 1024, 256, 100].map((descriptors) => {
    const { connections, perAddress } = limitsWithin(descriptors);
    return [connections, perAddress];
  });
  deepEqual(places, [[512, 128], [512, 128], [298, 128], [42, 21], [8, 4]]);
});
