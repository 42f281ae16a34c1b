import { stringify } from "csv-stringify/sync";
import { requireImport } from "../../store/imports.ts";
import { everyAudit } from "../../store/audit/audit_list.ts";
import type { Store } from "../../store/database.ts";
import { type Translate, translator } from "../../text/translator.ts";
import { turn } from "../job_context.ts";
import { writeXlsxRows, type XlsxCell } from "../xlsx.ts";
import { auditExport } from "./audit.ts";
import { callLogExport, loggedPages } from "./call_log.ts";
import { callsExport } from "./calls.ts";
import { consultationsExport } from "./consultations.ts";
import { customersExport } from "./customers.ts";
import { importRowsExport, resultRows } from "./import_rows.ts";
import { reportStream } from "./report.ts";
import type { ExportRequest, StreamRequest } from "./request.ts";
import { type ExportColumn, isoTime, type Written } from "./subject.ts";
import { wallDate, wallText } from "./wall_time.ts";

/** Excel takes a file without the mark for the system's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The bytes of an export, made while they are asked for: one page of rows is in memory at a time. */
export function exportRows(store: Store, request: StreamRequest): ReadableStream<Uint8Array> {
  switch (request.what) {
    case "customers": {
      const customers = customersExport(store);
      return written(customers, customers.pages(store, request.query), request);
    }
    case "consultations":
      return written(consultationsExport, consultationsExport.pages(store, request.query), request);
    case "calls":
      return written(callsExport, callsExport.pages(store, request.query), request);
    case "call_log":
      return written(callLogExport, loggedPages(store, request), {
        ...request,
        headings: "words",
      });
    case "audit": {
      const entries = everyAudit(store, request.filter);
      return written(auditExport, entries, { ...request, headings: "words" });
    }
    case "import_rows": {
      const { data, importId, of } = request;
      const rows = importRowsExport(requireImport(store, importId));
      return written(rows, resultRows(data, importId, of), { ...request, ...FOR_PEOPLE });
    }
    case "report":
      return reportStream(store, request);
    default:
      return request satisfies never;
  }
}

/** Nothing in it is a time. */
const FOR_PEOPLE = { headings: "words", timeZone: "UTC" } as const;

/** How rows are written, whatever they are. */
type Manner = Pick<ExportRequest, "format" | "headings" | "language" | "timeZone">;

function written<Item>(
  subject: Written<Item>,
  pages: Iterable<readonly Item[]>,
  request: Manner,
): ReadableStream<Uint8Array> {
  const items = pagesInTurns(pages);
  switch (request.format) {
    case "jsonl":
      return encoded(jsonLines(items, subject));
    case "csv":
      return encoded(csvText(items, subject, request));
    case "xlsx":
      return workbook(items, subject, request);
    default:
      return request.format satisfies never;
  }
}

async function* jsonLines<Item>(pages: Pages<Item>, { json }: Written<Item>) {
  for await (const page of pages) {
    yield page.map((item) => `${JSON.stringify(json(item))}\n`).join("");
  }
}

async function* csvText<Item>(
  pages: Pages<Item>,
  subject: Written<Item>,
  request: Manner,
) {
  const columns = columnsFor(subject, request.headings);
  const t = request.headings === "words" ? translator(request.language) : null;
  const clock = wallDate(request.timeZone);
  const headings = columns.map((column) => t === null ? column.field : headingOf(column, t));
  // Without the signs that make a cell a formula.
  const options = { escape_formulas: true };
  yield BYTE_ORDER_MARK + stringify([headings], options);
  for await (const page of pages) {
    const rows = page.map((item) =>
      columns.map((column) => {
        const value = column.value(item, t);
        if (column.kind !== "time" || value === null) return value;
        return t === null ? isoTime(Number(value)) : wallText(clock(Number(value)));
      })
    );
    yield stringify(rows, options);
  }
}

function workbook<Item>(
  pages: Pages<Item>,
  subject: Written<Item>,
  request: Manner,
): ReadableStream<Uint8Array> {
  const t = translator(request.language);
  const clock = wallDate(request.timeZone);
  const columns = columnsFor(subject, "words");
  async function* rows(): AsyncGenerator<XlsxCell[]> {
    for await (const page of pages) {
      for (const item of page) {
        yield columns.map((column) => {
          const value = column.value(item, t);
          if (value === null || value === "") return null;
          if (column.kind === "time") return clock(Number(value));
          return typeof value === "string" ? cellText(value) : value;
        });
      }
    }
  }
  const described = columns.map((column) => ({
    heading: headingOf(column, t),
    width: column.width,
    kind: column.kind,
  }));
  return writeXlsxRows(t(subject.title), described, rows());
}

/** What a cell of Excel can hold (32,767 characters), of what XML can say. */
function cellText(text: string): string {
  return text.slice(0, 32_000).toWellFormed();
}

function columnsFor<Item>(
  subject: Written<Item>,
  readers: "fields" | "words",
): ExportColumn<Item>[] {
  return subject.columns.filter(({ only = readers }) => only === readers);
}

function headingOf<Item>({ heading, nth = "" }: ExportColumn<Item>, t: Translate): string {
  const words = typeof heading === "string" ? t(heading) : heading.label;
  return nth === "" ? words : `${words} ${nth}`;
}

type Pages<Item> = AsyncGenerator<readonly Item[]>;

async function* pagesInTurns<Item>(pages: Iterable<readonly Item[]>): Pages<Item> {
  for (const page of pages) {
    yield page;
    await turn();
  }
}

function encoded(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
