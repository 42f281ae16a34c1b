import { readXlsxRows } from "../xlsx.ts";
import { JobFailure } from "../job_failure.ts";
import type { TableRow } from "./table.ts";
import { refuseBomb } from "./zip_directory.ts";

/** The rows of a workbook as texts. Throws JobFailure `broken_excel` or `inflates`. */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<TableRow> {
  refuseBomb(bytes);
  const rows = readXlsxRows(bytes);
  try {
    for (;;) {
      const next = await rows.next().catch((cause: unknown) => {
        throw new JobFailure("broken_excel", 0, { cause });
      });
      if (next.done) return;
      yield { row: next.value.row, cells: next.value.cells.map(textOf) };
    }
  } finally {
    await rows.return(undefined);
  }
}

/** A cell as a person would write it. Dates have no time zone in a workbook: the library gives them as UTC. */
function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return "";
  if (typeof value === "number") return numberText(value);
  if (!(value instanceof Date)) return String(value);
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
