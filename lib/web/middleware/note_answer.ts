import { noteAct } from "../../store/audit/write_audit.ts";
import type { Store } from "../../store/database.ts";
import type { Visit, WebContext } from "../visit.ts";

/** Where a file is handed out, and what it is. A new one is an export until it stands here. */
const FILES: Readonly<Record<string, string>> = {
  "/attachments/:id": "attachment",
  "/settings/backup/files/:name": "backup",
};

/**
 * What is asked for with POST and leaves no entry, and why. Anything else that was done and changed no table that
 * is noted is noted as done.
 */
export const CHANGES_NO_RECORD: Readonly<Record<string, string>> = {
  "/login": "is noted when the session begins or why it does not",
  "/logout": "ends the session, if there is one",
  "/language": "of a stranger is a cookie",
  "/dial": "becomes a call, and the log has it",
  "/calls/columns": "is how somebody looks at the log",
  "/calls/filters": "is how somebody looks at the log",
  "/calls/filters/:id/remove": "is how somebody looks at the log",
  "/calls/:id/draft": "is being typed",
  "/consultations/:id/draft": "is being typed",
  "/consultations/:id/discard": "was never more than typed",
  "/customers/:id/consultations": "begins an empty draft",
  "/consultations/:id/reminder": "was seen",
  "/presence": "is for the moment",
  "/campaigns/:id/next": "is who calls next",
  "/campaigns/work/keep": "is who calls next",
  "/campaigns/work/release": "is who calls next",
  "/imports/:id": "is how a file is read, before anything is done with it",
  "/imports/:id/run": "is noted when it is done",
  "/imports/:id/undo": "is noted when it is done",
  "/imports/:id/cancel": "leaves nothing",
  "/settings/backup/now": "is noted when it is done",
};

/** Notes every file that leaves the house, and everything done that no table shows. */
export function noteAnswer(
  c: WebContext,
  { store }: Visit,
  route: { readonly method: string; readonly path: string; readonly least: string | null },
  response: Response,
): void {
  if (response.status >= 400 || response.status === 304) return;
  const disposition = response.headers.get("content-disposition");
  // What is open to anyone (the authority that browsers are to trust) holds nothing of anybody.
  if (c.req.method === "GET" && disposition !== null && route.least !== null) {
    const { kind, record } = fileOf(c, route.path);
    note(store, {
      act: disposition.startsWith("inline") ? "opened" : "exported",
      kind,
      record,
      label: nameIn(disposition),
      after: queryOf(c),
    });
  } else if (
    route.method === "POST" && store.noted === 0 && !Object.hasOwn(CHANGES_NO_RECORD, route.path)
  ) {
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

function fileOf(c: WebContext, path: string): { kind: string; record: string } {
  const kind = FILES[path];
  if (kind === undefined) return { kind: "export", record: c.req.path };
  return { kind, record: c.req.param("id") ?? c.req.param("name") ?? "" };
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
