import { deepEqual, equal, rejects } from "node:assert/strict";
import { CardLines } from "../../../lib/jobs/import/formats/vcard/card_lines.ts";
import { requireImport } from "../../../lib/store/imports.ts";
import { ImportOffice } from "../import_office.ts";
import { bytesOf, imported, utf16 } from "./imported.ts";

const card = (...lines: string[]) =>
  ["BEGIN:VCARD", ...lines, "END:VCARD"].map((line) => `${line}\r\n`).join("");

const SAMSUNG = card(
  "VERSION:2.1",
  "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EB=B0=95;=EA=B0=80=EB=9E=8C;;;",
  "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EB=B0=95=EA=B0=80=EB=9E=8C",
  "TEL;CELL:010-2000-0001",
  "TEL;WORK;FAX:02-2000-0103",
  "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=EB=A7=A4=EC=9E=A5):02-2000-0104",
  "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EC=B2=AB=EC=A4=84=0D=0A=",
  "=EB=91=98=EC=A7=B8=EC=A4=84",
  "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD",
  " AAAA//8=",
  "",
);

const APPLE = card(
  "VERSION:3.0",
  "PRODID:-//Apple Inc.//iPhone OS 17.0//EN",
  "N:이;나래;;;",
  "FN:나래 이",
  "ORG:나래상사;영업부;1팀",
  "TITLE:과장",
  "item1.TEL;type=pref:02-2000-0012",
  "item1.X-ABLabel:_$!<Assistant>!$_",
  "TEL;type=CELL;type=VOICE:010-2000-0011",
  "TEL;type=IPHONE:010-2000-0013",
  "EMAIL;type=INTERNET;type=WORK:narae@x.kr",
  "EMAIL;type=INTERNET;type=HOME:na@y.kr",
  "item2.ADR;type=WORK:;;테헤란로 1\\, 2층;강남구;서울;06000;대한민국",
  "BDAY:1980-03-15",
  "NOTE:길게 쓴 글\\n둘째 줄\\, 쉼",
  " 표",
  `PHOTO;ENCODING=b;TYPE=JPEG:${"A".repeat(60)}`,
  ` ${"B".repeat(70)}`,
  "UID:1",
);

const FOUR = card(
  "VERSION:4.0",
  'TEL;VALUE=uri;TYPE="work,voice":tel:+82-2-2000-0021',
  "FN:John Smith",
  "N:Smith;John;;;",
  "BDAY:--0315",
);

Deno.test("address cards of a Samsung telephone are customers, whatever is quoted in them", async () => {
  const { customers, import: { contents } } = await imported(SAMSUNG);
  deepEqual(customers, [
    "박가람||01020000001 0220000103 0220000104|매장: 02-2000-0104\n첫줄\n둘째줄",
  ]);
  equal(contents?.format, "vcard");
});

Deno.test("cards of Apple and of vCard 4 are customers: name, company, labels, addresses", async () => {
  await using office = await ImportOffice.open();
  await office.import(APPLE + FOUR);
  const customers = office.store.all<Record<string, string>>(
    "SELECT name, company, department, job_title, email, address, birthday, memo FROM customers ORDER BY id",
  ).map((one) => Object.values(one).join("|"));
  deepEqual(customers, [
    "이나래|나래상사|영업부 1팀|과장|narae@x.kr|서울 강남구 테헤란로 1, 2층 (06000)|1980-03-15|" +
    "Assistant: 02-2000-0012\n이메일: na@y.kr\n길게 쓴 글\n둘째 줄, 쉼표",
    "John Smith|||||||생일: --0315",
  ]);
  const numbers = office.store.all<{ normal: string; label: string }>(
    "SELECT normal, label FROM customer_numbers ORDER BY customer_id, position",
  ).map(({ normal, label }) => `${normal} ${label}`);
  deepEqual(numbers, ["01020000011 휴대", "01020000013 휴대", "0220000021 회사"]);
});

/** 박가람 in CP949. */
const KOREAN = [0xb9, 0xda, 0xb0, 0xa1, 0xb6, 0xf7];

for (
  const [what, content] of [
    ["UTF-16", utf16(`\uFEFF${card("VERSION:3.0", "N:박;가람;;;", "TEL:010-2000-0001")}`)],
    [
      "CP949",
      new Uint8Array([
        ...bytesOf("BEGIN:VCARD\nFN:"),
        ...KOREAN,
        ...bytesOf("\nTEL:010-2000-0001\nEND:VCARD\n"),
      ]),
    ],
    [
      "CP949 that is quoted",
      card("FN;CHARSET=EUC-KR;ENCODING=QUOTED-PRINTABLE:=B9=DA=B0=A1=B6=F7", "TEL:010-2000-0001"),
    ],
    [
      "UTF-8 with a mark, and lines that end with LF",
      `\uFEFF${card("FN:박가람", "TEL:010-2000-0001").replaceAll("\r", "")}`,
    ],
  ] as const
) {
  Deno.test(`address cards in ${what} are read`, async () => {
    deepEqual((await imported(content)).customers, ["박가람||01020000001|"]);
  });
}

Deno.test("a card without an end is refused, a list of cards is nobody, a card within a card is somebody else's", async () => {
  const { customers, problems } = await imported(
    card("FN:동료", "X-ADDRESSBOOKSERVER-KIND:group") +
      card(
        "FN:박가람",
        "TEL:010-2000-0001",
        "AGENT:",
        card("FN:비서", "TEL:010-2000-0009").trimEnd(),
      ) +
      "BEGIN:VCARD\r\nFN:이나래\r\nTEL:010-2000-0011\r\n",
  );
  deepEqual([customers, problems], [["박가람||01020000001|"], ["3 cut_off"]]);
});

Deno.test("lines of cards are the same wherever their bytes are cut", () => {
  const bytes = bytesOf(SAMSUNG + APPLE);
  const whole = new CardLines();
  const expected = [...whole.push(bytes), ...whole.end()];
  for (let cut = 0; cut <= bytes.length; cut += 7) {
    const lines = new CardLines();
    const found = [
      ...lines.push(bytes.subarray(0, cut)),
      ...lines.push(bytes.subarray(cut)),
      ...lines.end(),
    ];
    deepEqual(found, expected, `cut at ${cut}`);
  }
});

Deno.test("a picture of any length costs nothing, and any other line has an end", async () => {
  await using office = await ImportOffice.open();
  const picture = `PHOTO;ENCODING=b;TYPE=JPEG:${"A".repeat(3_000_000)}`;
  const id = await office.upload(card("FN:박가람", picture, "TEL:010-2000-0001"));
  equal(requireImport(office.store, id).contents?.rows, 1);
  await rejects(() => office.upload(card("FN:박가람", `NOTE:${"가".repeat(300_000)}`)), {
    name: "JobFailure",
    code: "line_too_long",
  });
});
