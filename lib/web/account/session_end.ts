import { signOut } from "../guard/session.ts";
import type { OpenHandler } from "../visit.ts";

/** Signs out; whoever is out already is taken to the same place. */
export const sessionEnd: OpenHandler = (c, visit) => {
  if (visit.session !== null) signOut(c, visit, visit.session);
  return c.redirect("/login", 303);
};
