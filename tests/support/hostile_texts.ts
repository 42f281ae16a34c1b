import type { HostileFile } from "./hostile_workbooks.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Lists that are no workbooks, and mean no good. */
export const HOSTILE_TEXTS: readonly HostileFile[] = [
  {
    what: "a web page of four million elements within each other",
    failure: "broken_html",
    bytes: () => bytes(`<table><tr><td>${"<b>".repeat(4_000_000)}`),
  },
  {
    what: "a web page with a row of four million cells over two columns each",
    failure: "too_many_columns",
    bytes: () => bytes(`<table><tr><td>이름<tr>${"<td colspan=2>x".repeat(2_000_000)}`),
  },
  {
    what: "a web page with an attribute of 40 MB",
    failure: "broken_html",
    bytes: () => bytes(`<table><tr><td title="${"x".repeat(40_000_000)}">`),
  },
  {
    what: "a card of 40 MB",
    failure: "line_too_long",
    bytes: () => bytes(`BEGIN:VCARD\n${"NOTE:x\n".repeat(6_000_000)}`),
  },
  {
    what: "a card with a line of 40 MB",
    failure: "line_too_long",
    bytes: () => bytes(`BEGIN:VCARD\nNOTE:${"x".repeat(40_000_000)}`),
  },
  {
    what: "a list whose lines are quotes alone",
    failure: "line_too_long",
    bytes: () => bytes(`이름,메모\n${`"${'a"'.repeat(140_000)}\n`.repeat(100)}`),
  },
  {
    what: "an XML workbook with a text of 60 MB in pieces",
    failure: "no_rows",
    bytes: () =>
      bytes(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a" xmlns:ss="x"><Table><Row><Cell><Data>${
          "<![CDATA[xxxxxxxxxxxxxxxxxxxx]]>".repeat(2_000_000)
        }</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
  },
];
