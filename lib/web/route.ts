import type { Permission } from "../domain/permission.ts";
import type { AuditOfGet, AuditOfPost } from "./route_audit.ts";
import type { OpenHandler, StaffHandler } from "./visit.ts";

/** What else is so about a route. */
export type Trait =
  /** Answers plain HTTP across the network where that was not allowed, and before anybody has an account. */
  | "exposed"
  /** Answers before anybody has an account. */
  | "before_setup"
  /** Answers when the database's files are gone. */
  | "without_data"
  /** Answers those who have to choose another password before anything else. */
  | "any_password"
  /** Answers those who may write nothing more on this day. */
  | "any_quota"
  /** Is called before its body has come: a file can be larger than memory. Every other has its form by then. */
  | "takes_file";

type Asked =
  | { readonly method: "GET"; readonly audit: AuditOfGet }
  | { readonly method: "POST"; readonly audit: AuditOfPost };

type Place = Asked & { readonly path: string; readonly traits: readonly Trait[] };

/** One that is open to anyone. */
export type OpenRoute = Place & { readonly needs: null; readonly handler: OpenHandler };

/** One of those who are signed in and may do what it `needs`. */
export type StaffRoute = Place & { readonly needs: Permission; readonly handler: StaffHandler };

export type Route = OpenRoute | StaffRoute;

/** What the audit keeps, for a method. */
type AuditOf<Method extends Asked["method"]> = Extract<Asked, { method: Method }>["audit"];

/** `place` is `GET /desk`. */
export function anyone<Method extends Asked["method"]>(
  place: `${Method} /${string}`,
  audit: AuditOf<Method>,
  handler: OpenHandler,
  ...traits: Trait[]
): OpenRoute {
  return { ...placed(place, audit, traits), needs: null, handler };
}

/** `place` is `GET /desk`. */
export function staff<Method extends Asked["method"]>(
  place: `${Method} /${string}`,
  needs: Permission,
  audit: AuditOf<Method>,
  handler: StaffHandler,
  ...traits: Trait[]
): StaffRoute {
  return { ...placed(place, audit, traits), needs, handler };
}

function placed(place: string, audit: string, traits: readonly Trait[]): Place {
  const [method, path] = place.split(" ");
  return { method, path, audit, traits } as Place;
}
