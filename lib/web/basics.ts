import { customerCode } from "../domain/customer.ts";
import type { CustomerInShort } from "../domain/customer.ts";
import { dialledNumber } from "../domain/dialled_number.ts";
import { formatNumber } from "../domain/phone_number.ts";
import type { CustomerBrief, NumberView, TimeView } from "./basic_data.ts";
import type { Visit } from "./visit.ts";

/** `digits` as the wire gave them or a person typed them. */
export function numberView({ web, t }: Visit, digits: string, label = ""): NumberView {
  const { numbering } = web.office;
  const completed = numbering.areaCode !== "" && dialledNumber(digits, numbering).completed
    ? { area: numbering.areaCode, text: t("number.completed", { area: numbering.areaCode }) }
    : null;
  return { digits, shown: formatNumber(digits, numbering), label, completed };
}

/** The number of a call; null where there is none. */
export function numberViewOrNull(visit: Visit, digits: string | null): NumberView | null {
  return digits === null ? null : numberView(visit, digits);
}

/** `at` in ms since the epoch, UTC. */
export function timeView(visit: Visit, at: number): TimeView {
  return {
    iso: new Date(at).toISOString(),
    short: visit.format.short(at, visit.now),
    full: visit.format.full(at),
  };
}

export function timeViewOrNull(visit: Visit, at: number | null): TimeView | null {
  return at === null ? null : timeView(visit, at);
}

export function customerBrief(customer: CustomerInShort): CustomerBrief {
  const { id, name, company, department, grade, warning } = customer;
  return { id, code: customerCode(id), name, company, department, grade, warning };
}

/** The first line of a note that says something. */
export function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0] ?? "";
}
