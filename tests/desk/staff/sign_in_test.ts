import { deepEqual, equal } from "node:assert/strict";
import { knowAddresses } from "../../../lib/desk/staff/know_addresses.ts";
import { signIn, type SignInResult } from "../../../lib/desk/staff/sign_in.ts";
import { agentStateOf, setAgentState } from "../../../lib/store/agent_states.ts";
import { updateExtension } from "../../../lib/store/extensions.ts";
import { unknownAddress } from "../../../lib/store/sign_ins.ts";
import { setActive, setPassword } from "../../../lib/store/staff.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

/** Kim signs in with the password that was right a moment ago, at a browser of this address. */
function comesIn(office: DeskOffice, address: string, isElsewhere = false): SignInResult {
  const desk = { store: office.store, now: NOW, attends: () => isElsewhere };
  const proved = { staff: office.staff("kim"), passwordHash: "first of kim" };
  return signIn(desk, proved, {
    tokenHash: crypto.getRandomValues(new Uint8Array(32)),
    address,
    userAgent: "",
  });
}

Deno.test("who comes back is available, and who opens a second browser stays what they are", () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  setAgentState(office.store, id, "break", "식사", NOW);
  equal(comesIn(office, "10.0.0.1", true), "signed_in");
  equal(agentStateOf(office.store, id).state, "break");
  equal(comesIn(office, "10.0.0.1"), "signed_in");
  deepEqual([agentStateOf(office.store, id).state, office.sessions("kim")], ["available", 2]);
});

Deno.test("a person is asked about an address that is new until they say that it is theirs", () => {
  using office = new DeskOffice();
  const { id } = office.staff("kim");
  comesIn(office, "10.0.0.1");
  equal(unknownAddress(office.store, id), null);
  comesIn(office, "10.0.0.9");
  equal(unknownAddress(office.store, id)?.address, "10.0.0.9");
  knowAddresses(office.desk("kim"));
  equal(unknownAddress(office.store, id), null);
});

Deno.test("an account that changed while its password was compared stays outside", () => {
  const changes: [(office: DeskOffice, id: number) => void, SignInResult][] = [
    [({ store }, id) => setPassword(store, id, "another"), "changed"],
    [({ store }, id) => setActive(store, id, false), "changed"],
    [({ store }, id) => {
      const tied = { kind: "phone", label: "", staffId: id, address: "10.0.0.2" } as const;
      updateExtension(store, "202", tied);
    }, "other_place"],
  ];
  for (const [change, expected] of changes) {
    using office = new DeskOffice();
    change(office, office.staff("kim").id);
    deepEqual([comesIn(office, "10.0.0.1"), office.sessions("kim")], [expected, 0]);
  }
});
