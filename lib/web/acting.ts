import { type Actor, CONSOLE } from "../domain/audit.ts";
import type { Staff } from "../domain/staff.ts";
import { addressOf } from "./address.ts";
import type { WebContext } from "./visit.ts";

/** Who asks, as the audit names them; null is a stranger. */
export function actorOf(c: WebContext, person: Pick<Staff, "id" | "name"> | null): Actor {
  const address = addressOf(c);
  if (person === null) return { ...CONSOLE, kind: "stranger", address };
  return { kind: "staff", staffId: person.id, name: person.name, address };
}
