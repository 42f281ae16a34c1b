import { databaseBytes, logBytes, schemaVersion } from "../../store/health.ts";
import { sizeText } from "../../text/size_text.ts";
import type { TextKey } from "../../text/translator.ts";
import { timeView } from "../basics.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";
import type { ServerView } from "./server_data.ts";

/** Which program this is, where it runs and what it has room for. */
export const serverShow: StaffHandler = (c, visit) =>
  page(c, visit, "program/server", serverView(visit), {
    title: visit.t("title.server"),
    active: "settings",
  });

function serverView(visit: StaffVisit): ServerView {
  const { web, store, t } = visit;
  const { deno, v8 } = Deno.version;
  const { schema, sqlite } = schemaVersion(store);
  const values = {
    "server.program": `Belltower ${web.version}`,
    "server.engine": `Deno ${deno}, V8 ${v8}, SQLite ${sqlite}`,
    "server.system": Deno.build.target,
    "server.data": web.data,
    "server.database": t("server.database_size", {
      size: sizeText(databaseBytes(store)),
      log: sizeText(logBytes(web.data)),
      schema,
    }),
    "server.free": sizeText(web.space.freeBytes),
    "server.zone": web.office.timeZone,
  } satisfies Partial<Record<TextKey, string>>;
  const facts = Object.entries(values)
    .map(([key, value]) => ({ label: t(key as keyof typeof values), value }));
  const since = timeView(visit, performance.timeOrigin);
  return {
    facts,
    since,
    text: [...facts.map(({ label, value }) => `${label}: ${value}`), since.iso].join("\n"),
  };
}
