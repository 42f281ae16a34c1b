import { formatNumber } from "../../domain/phone_number.ts";
import type { ListedCall } from "../../store/call_list.ts";
import type { Visit } from "../visit.ts";
import { callRowView } from "./call_row_view.ts";

/** A call as a row of a file: a text for every column of the log, times with their date and seconds. */
export function callCells(visit: Visit, call: ListedCall): string[] {
  const row = callRowView(visit, call);
  const { t } = visit;
  const outcome = call.outcome ?? "live";
  return [
    visit.format.toInput(call.startedAt).replace("T", " "),
    t(`outcome.${outcome}`),
    row.customer?.name ?? "",
    call.number === null ? "" : formatNumber(call.number),
    row.customer?.code ?? "",
    row.customer?.company ?? "",
    [row.extension, row.staffName].filter((text) => text).join(" "),
    row.type,
    row.ringTime ?? "",
    row.talkTime ?? "",
    row.note,
  ];
}
