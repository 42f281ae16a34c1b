import type { OpenHandler } from "../visit.ts";

/** Tells a script whether it is signed out or the server is away. */
export const sessionCheck: OpenHandler = (c, visit) =>
  c.body(null, visit.person === null ? 401 : 204);
