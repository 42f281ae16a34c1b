import { deepEqual, match } from "node:assert/strict";
import { lastDialled } from "../../lib/store/dialled.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { telephoneParty } from "../support/parties.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, planOf, someCall, someStaff } from "./fixtures.ts";

Deno.test("what somebody dialled last is theirs from whichever extension it was, and found without their other calls", () => {
  const store = passingStore();
  const [kim, lee] = [someStaff(store, "kim"), someStaff(store, "lee")];
  const dials = (extension: string, number: string, at: number) =>
    someCall(store, {
      direction: "out",
      outcome: "outbound",
      answeredAt: null,
      number,
      startedAt: at,
      connections: [telephoneParty(extension, { dialledAt: at })],
    });
  assignExtension(store, "202", kim.id);
  assignExtension(store, "203", lee.id);
  dials("202", "0255512340", NOW);
  dials("203", "0311234567", NOW + 1000);
  assignExtension(store, "202", null);
  assignExtension(store, "204", kim.id);
  dials("204", "01012345678", NOW + 2000);
  deepEqual(lastDialled(store, kim.id, 5).map(({ number }) => number), [
    "01012345678",
    "0255512340",
  ]);
  const plan = planOf(store, (spy) => lastDialled(spy, kim.id, 5));
  deepEqual(plan.filter((step) => /^SCAN|TEMP B-TREE/.test(step)), []);
  match(plan.join("\n"), /connections_dialled \(staff_id=\? AND dialled_at>\?\)/);
});
