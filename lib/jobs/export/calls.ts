import { type Call, stationsOf } from "../../domain/call.ts";
import { customerCode } from "../../domain/customer.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import type { ListedCall } from "../../store/call_list.ts";
import { everyListedCall } from "../../store/export_rows.ts";
import type { TextKey, Translate } from "../../text/translator.ts";
import { CALL_FIELDS, type ExportedCall, exportedCall } from "./exported_call.ts";
import type { Exportable, ExportColumn } from "./subject.ts";

type Column = ExportColumn<ListedCall>;

/** What scripts rely on, in the order of `CALL_FIELDS`. */
const FOR_SCRIPTS: readonly Column[] = CALL_FIELDS.map((field) => ({
  field,
  heading: "title.calls",
  width: 16,
  kind: "text",
  only: "fields",
  value: (call) => cellOf(exportedCall(call)[field]),
}));

/** What people read of a call. */
export const FOR_PEOPLE: readonly Column[] = [
  column("export.call", 8, "number", ({ id }) => id),
  column("call.when", 19, "time", ({ startedAt }) => startedAt),
  column("call.state", 10, "text", (call, t) => t(STATES[stateOf(call)])),
  column("name.number", 16, "text", ({ number, reason }, t) => {
    if (number !== null) return formatNumber(number);
    return reason === null ? "" : t(`call.${reason}`);
  }),
  column("call.customer", 16, "text", (call) => {
    return call.direction === "internal"
      ? stationsOf(call).join(" · ")
      : call.customer?.name ?? null;
  }),
  column("name.company", 22, "text", ({ customer }) => customer?.company ?? null),
  column(
    "export.customer_code",
    12,
    "text",
    ({ customerId }) => customerId === null ? null : customerCode(customerId),
  ),
  column("export.extension", 8, "text", ({ agentExtension }) => agentExtension),
  column("call.staff", 12, "text", ({ agentName }) => agentName),
  column("export.trunk", 8, "text", ({ trunk }) => trunk),
  column("export.rang_seconds", 10, "number", (call) => ringSeconds(call)),
  column("export.talked_seconds", 10, "number", (call) => talkSeconds(call)),
  column("export.ended", 19, "time", ({ endedAt }) => endedAt),
];

/** Calls, all of them. */
export const callsExport: Exportable<ListedCall> = {
  title: "title.calls",
  columns: [...FOR_SCRIPTS, ...FOR_PEOPLE],
  pages: (store) => everyListedCall(store),
  json: exportedCall,
};

const STATES: Readonly<Record<ReturnType<typeof stateOf>, TextKey>> = {
  answered: "call.answered",
  missed: "call.missed",
  outbound: "call.outbound",
  unanswered: "call.unanswered",
  internal: "call.internal",
  internal_unanswered: "call.internal_unanswered",
  ringing: "call.ringing",
  queued: "call.queued",
  talking: "call.talking",
  held: "call.held",
  dialling: "call.dialling",
};

function stateOf(call: Call) {
  if (call.outcome !== null && call.direction === "internal") {
    return call.outcome === "unanswered" ? "internal_unanswered" : "internal";
  }
  if (call.outcome !== null) return call.outcome;
  return call.state === "ended" ? "missed" : call.state;
}

function column(
  heading: TextKey,
  width: number,
  kind: Column["kind"],
  value: (call: ListedCall, t: Translate) => string | number | null,
): Column {
  return {
    field: heading,
    heading,
    width,
    kind,
    only: "words",
    value: (call, t) => t === null ? null : value(call, t),
  };
}

function ringSeconds({ direction, startedAt, answeredAt, endedAt }: Call): number | null {
  const end = answeredAt ?? endedAt;
  return direction !== "in" || end === null ? null : Math.round((end - startedAt) / 1000);
}

function talkSeconds({ answeredAt, endedAt }: Call): number | null {
  return answeredAt === null || endedAt === null ? null : Math.round((endedAt - answeredAt) / 1000);
}

function cellOf(value: ExportedCall[keyof ExportedCall]): string | number | null {
  if (typeof value !== "object" || value === null) return value;
  return isTexts(value) ? value.join(" ") : JSON.stringify(value);
}

function isTexts(values: readonly unknown[]): values is readonly string[] {
  return values.every((one) => typeof one === "string");
}
