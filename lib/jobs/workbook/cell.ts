/** What a formula came to that could not be computed: `#N/A`; "" where nobody has computed it yet. */
export interface CellError {
  readonly error: string;
}

/** Dates have no time zone in a workbook: these are as if they were UTC. Null is blank. */
export type Cell = string | number | boolean | Date | CellError | null;

const ERROR =
  /^(?:#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!|FMT|이름\?|값!|참조!)|Err:\d{3})$/i;

/** Whether a text is what spreadsheets write in place of a value. */
export function isErrorText(text: string): boolean {
  return text.length <= 20 && (text[0] === "#" || text[0] === "E") && ERROR.test(text.trim());
}

/** A cell as a person would write it; an error is blank. */
export function cellText(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "string") return isErrorText(value) ? "" : value;
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object") return String(value);
  if ("error" in value) return "";
  if (Number.isNaN(value.getTime())) return "";
  const [date, time] = value.toISOString().split("T") as [string, string];
  return time.startsWith("00:00:00") ? date : `${date} ${timeText(time)}`;
}

/** `09:30:00.000Z` is `09:30`; seconds are kept where there are any. */
export function timeText(iso: string): string {
  const time = iso.slice(0, 8);
  return time.endsWith(":00") ? time.slice(0, 5) : time;
}

/** An error is not blank: something ought to be there. */
export function isBlank(value: Cell): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || value instanceof Date && Number.isNaN(value.getTime());
}

/**
 * Spreadsheets count to 15 digits. What has more was another number once, and looks like none here (`1.2E+19`); what
 * is nearly round is so.
 */
function numberText(value: number): string {
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(15)));
  return Math.abs(value) < 1e15 ? String(value) : value.toExponential().toUpperCase();
}
