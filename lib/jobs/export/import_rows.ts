import { ROW_FLAWS, type RowProblemCode, type RowsOf } from "../../domain/customer_import.ts";
import { customerCode } from "../../domain/customer.ts";
import { importFolder } from "../../store/import_folder.ts";
import type { Import } from "../../store/imports.ts";
import { REPORT_HEADINGS } from "../../text/import_report.ts";
import type { Translate } from "../../text/translator.ts";
import { type RowResult, rowResults } from "../import/results/row_results.ts";
import { stagedRows } from "../import/staging/staged_rows.ts";
import type { ExportColumn, Written } from "./subject.ts";

const [ROW, FATE, REASON] = REPORT_HEADINGS;

/** A row of an imported file, and what it led to. */
interface ResultRow extends RowResult {
  readonly cells: readonly string[];
}

/**
 * Rows as they stand in the file, and behind them what each led to and why: what is mended there can be imported again,
 * for these columns are none of a customer's.
 */
export function importRowsExport({ contents }: Pick<Import, "contents">): Written<ResultRow> {
  const headings = contents?.headings ?? [];
  return {
    title: "title.imports",
    columns: [
      ...headings.map((heading, index): ExportColumn<ResultRow> => ({
        field: heading,
        heading: { label: heading },
        width: 16,
        kind: "text",
        value: (row) => isFlawed(row) ? "" : row.cells[index] ?? "",
      })),
      {
        field: "row",
        heading: ROW,
        width: 8,
        kind: "number",
        value: ({ row }) => row,
      },
      {
        field: "fate",
        heading: FATE,
        width: 10,
        kind: "text",
        value: ({ fate }, t) => t === null ? fate : t(`import.fate_${fate}`),
      },
      {
        field: "reason",
        heading: REASON,
        width: 50,
        kind: "text",
        value: (row, t) => t === null ? "" : [...reasonsOf(row, t), ...flawedCells(row)].join("\n"),
      },
    ],
    json: ({ row, fate, problems, doubts, cells }) => ({
      row,
      fate,
      problems: problems.map(({ heading, value, code, limit }) => ({
        heading,
        value,
        code,
        limit,
      })),
      doubts: doubts.map(({ code, customer }) => ({
        code,
        customerId: customer === null ? null : customerCode(customer),
      })),
      cells,
    }),
  };
}

/** A sum is known again by its words. */
const UNPLACED: readonly RowProblemCode[] = ROW_FLAWS.filter((flaw) => flaw !== "footer");

/**
 * Whether it is not known what belongs to which column. Such a row stands below no heading: where it is brought back as it
 * is, it is refused again, and its name is nobody's company.
 */
function isFlawed({ problems }: ResultRow): boolean {
  return problems.some(({ code }) => UNPLACED.includes(code));
}

function flawedCells(row: ResultRow): string[] {
  return isFlawed(row) ? [row.cells.filter((cell) => cell.trim() !== "").join(" | ")] : [];
}

/** Why a row is refused, doubtful or somebody's already, a sentence each. */
export function reasonsOf(
  { problems, doubts, twin }: Pick<RowResult, "problems" | "doubts" | "twin">,
  t: Translate,
): string[] {
  const same = twin === null
    ? []
    : "customer" in twin
    ? [t("import.twin_customer", { code: customerCode(twin.customer) })]
    : [t("import.twin_row", { row: twin.row })];
  return [
    ...problems.map(({ heading, code, limit }) =>
      `${heading === "" ? "" : `${heading}: `}${t(`import.problem_${code}`, { limit })}`
    ),
    ...doubts.map(({ code, customer }) =>
      `${t(`import.doubt_${code}`)}${customer === null ? "" : ` (${customerCode(customer)})`}`
    ),
    ...same,
  ];
}

const PAGE = 200;

/** The rows of an import that came to one thing, in the order of the file. */
export function* resultRows(data: string, importId: number, of: RowsOf): Generator<ResultRow[]> {
  const { rows, results } = importFolder(data, importId);
  const found = rowResults(results);
  let page: ResultRow[] = [];
  try {
    for (const { cells } of stagedRows(rows)) {
      const next = found.next();
      if (next.done === true) break;
      const isOne = of === "doubtful" ? next.value.doubts.length > 0 : next.value.fate === of;
      if (!isOne) continue;
      if (page.push({ ...next.value, cells }) < PAGE) continue;
      yield page;
      page = [];
    }
    yield page;
  } finally {
    found.return(undefined);
  }
}
