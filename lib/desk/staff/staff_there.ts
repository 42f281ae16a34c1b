import type { Staff } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import { staffById } from "../../store/staff.ts";

/** The person of this ID. Throws `NotFound`. */
export function staffThere(store: Store, id: number): Staff {
  const staff = staffById(store, id);
  if (staff === null) throw new NotFound("staff", id);
  return staff;
}
