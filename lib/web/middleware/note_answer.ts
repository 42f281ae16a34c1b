import { noteAct } from "../../store/audit/write_audit.ts";
import type { Store } from "../../store/database.ts";
import type { Route } from "../route.ts";
import { type FileKind, isFileKind } from "../route_audit.ts";
import type { Visit, WebContext } from "../visit.ts";

/**
 * Notes every file that leaves the house, and everything done that no table shows, as the route's row says. Throws
 * where a file would leave by a row that does not say so.
 */
export function noteAnswer(
  c: WebContext,
  { store }: Visit,
  { method, path, needs, audit }: Route,
  response: Response,
): void {
  if (response.status >= 400 || response.status === 304) return;
  const disposition = response.headers.get("content-disposition");
  // What is open to anyone (the authority that browsers are to trust) holds nothing of anybody.
  if (c.req.method === "GET" && disposition !== null && needs !== null) {
    if (!isFileKind(audit)) {
      throw new Error(`${method} ${path} hands out a file; its row says "${audit}" of the audit`);
    }
    note(store, {
      act: disposition.startsWith("inline") ? "opened" : "exported",
      kind: audit,
      record: recordOf(c, audit),
      label: nameIn(disposition),
      after: queryOf(c),
    });
  } else if (audit === "changes" && store.noted === 0) {
    note(store, { act: "did", kind: "page", record: c.req.path });
  }
}

/** A file is handed out while the disk is full, too: that it was is noted when there is room. */
function note(store: Store, entry: Parameters<typeof noteAct>[1]): void {
  const { act, kind, record } = entry;
  const by = store.acting?.actor.staffId ?? null;
  const what = `staff ${by} ${act} ${kind} ${record ?? ""}`;
  store.late.note({ what, write: () => noteAct(store, entry) });
}

/** An export is what its address says; any other file has a name of its own. */
function recordOf(c: WebContext, kind: FileKind): string {
  if (kind === "export") return c.req.path;
  return c.req.param("id") ?? c.req.param("name") ?? "";
}

/** What was filtered by. */
function queryOf(c: WebContext): Record<string, string> {
  return Object.fromEntries(
    [...new URL(c.req.url).searchParams].filter(([, value]) => value !== ""),
  );
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined
    ? /filename="([^"]*)"/.exec(disposition)?.[1] ?? ""
    : decodeURIComponent(encoded);
}
