/** Lists that are no workbooks, honest and of some rows: what is spoilt begins with one of them. */
const times = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join("");

export const TEXT_TABLES: readonly string[] = [
  `이름,휴대폰,비고\n${'"김,민수",010-1111-2222,"두 줄\n""메모"""\n'.repeat(40)}`,
  `sep=;\r\n고객 명단\r\n이름;휴대폰;비고\r\n${
    '박가람;="01011112222";"그는 \\"네\\""\r\n'.repeat(40)
  }합계 40명\r\n`,
  times(
    40,
    (i) =>
      `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EB=B0=95;=EA=B0=80=\r\n=EB=9E=8C;;;\r\n` +
      `TEL;CELL:010-2000-${
        1000 + i
      }\r\nitem1.TEL:02-200-0001\r\nitem1.X-ABLabel:비서\r\nADR;WORK:;;길\\, 1;강남구;서울;;\r\n` +
      `PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n AAAA\r\n\r\nEND:VCARD\r\n`,
  ),
  `<html><head><meta charset="euc-kr"><style>td{}</style></head><body><table><tr><th colspan=2>명단</th></tr><tr><td>이름<td>휴대폰</tr>${
    times(40, (i) =>
      `<tr><td rowspan=2>손님&amp;${i}</td><td x:str="010-2000-0001">0<br>1</td></tr><tr><td>2</td></tr>`)
  }</table></body></html>`,
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="a"><NumberFormat ss:Format="yyyy-mm-dd"/></Style></Styles><Worksheet ss:Name="고객"><Table><Column ss:Hidden="1"/><Row><Cell><Data ss:Type="String">이름</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">휴대폰</Data></Cell></Row>${
    times(40, (i) =>
      `<Row ss:Index="${
        i * 2 + 2
      }"><Cell ss:MergeDown="1"><Data ss:Type="String">손님${i}</Data></Cell><Cell ss:StyleID="a"><Data ss:Type="Number">46347</Data><Comment><Data>x</Data></Comment></Cell></Row>`)
  }</Table><WorksheetOptions><Selected/><Visible>SheetVisible</Visible></WorksheetOptions></Worksheet></Workbook>`,
];
