/** What a formula came to that could not be computed: `#N/A`. */
export interface CellError {
  readonly error: string;
}

/** Dates have no time zone in a workbook: these are as if they were UTC. Null is blank. */
export type Cell = string | number | boolean | Date | CellError | null;

/** A cell as a person would write it. */
export function cellText(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object") return String(value);
  if ("error" in value) return value.error;
  if (Number.isNaN(value.getTime())) return "";
  const [date, time] = value.toISOString().split("T") as [string, string];
  return time.startsWith("00:00:00") ? date : `${date} ${time.slice(0, 5)}`;
}

/** A telephone number of 20 digits must not come out as 1.0e+20. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}
