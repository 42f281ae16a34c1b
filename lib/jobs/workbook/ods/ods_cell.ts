import type { Cell } from "../cell.ts";
import { isOtherNumber } from "../digit_mask.ts";
import type { Attributes } from "../xml_part.ts";

/** What may be shown of a whole number besides its digits. */
const SET_APART = /^[0-9+()/ -]+$/;
const TIME = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;

/** The value of a cell of which `text` is shown. (OpenDocument 1.3 part 3, 19.385.) */
export function odsCell(attributes: Attributes, text: string): Cell {
  if (attributes["calcext:value-type"] === "error") return { error: text || "#N/A" };
  switch (attributes["office:value-type"]) {
    case "float":
    case "percentage":
    case "currency":
      return numberCell(Number(attributes["office:value"]), text);
    case "date":
      return dateCell(attributes["office:date-value"] ?? "", text);
    case "time":
      return timeCell(attributes["office:time-value"] ?? "", text);
    case "boolean":
      return attributes["office:boolean-value"] === "true";
    case "string":
      return attributes["office:string-value"] || text;
    default:
      return text === "" && attributes["table:formula"] !== undefined ? { error: "" } : text;
  }
}

/** As it is shown where that only sets its digits apart: 1020000001 as 010-2000-0001. */
function numberCell(value: number, text: string): Cell {
  if (!Number.isFinite(value)) return text;
  if (!Number.isSafeInteger(value) || value < 0 || !SET_APART.test(text)) return value;
  const digits = text.replace(/\D/g, "");
  return digits.endsWith(String(value)) && !isOtherNumber(text) ? text : value;
}

function dateCell(value: string, text: string): Cell {
  // A number that is no date is lost when it is saved as one.
  if (!/^\d{4}-\d\d-\d\d(?:T|$)/.test(value)) return text || { error: "#FMT" };
  const [day, time] = value.split("T") as [string, string?];
  const date = new Date(`${day}T${(time ?? "00:00:00").slice(0, 8)}Z`);
  return Number.isNaN(date.getTime()) ? text : date;
}

function timeCell(value: string, text: string): Cell {
  const found = TIME.exec(value);
  if (found === null) return text;
  const [, hours, minutes, seconds] = found;
  return `${hours!.replace(/^0(?=\d\d)/, "")}:${minutes}${
    Number(seconds) === 0 ? "" : `:${seconds}`
  }`;
}
