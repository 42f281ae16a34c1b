/** What an import of a file comes to. */
export interface Expected {
  /** `name|company|numbers in normal form` of each customer, in the order of the file. */
  readonly customers?: readonly string[];
  /** Those who may be refused instead, for nobody can be sure of their number. */
  readonly doubtful?: readonly string[];
  /** How many rows are refused; none where it is left out, and those of `doubtful` not counted. */
  readonly refused?: number;
  /** More that must be so, by name: a column of the customer and its value. */
  readonly also?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** Where the file may as well not be read: what it is, in words. */
  readonly orSays?: RegExp;
  /** What the console has to say beside it. */
  readonly told?: RegExp;
}

const THREE_MEMOS: Expected = {
  customers: ["박가람||01020000001", "이나래||01020000011", "최다온||01020000021"],
  also: { 박가람: { memo: "메모1" }, 이나래: { memo: "메모2" }, 최다온: { memo: "메모3" } },
};

/** By the name of the file in `inputs`. All names and numbers are invented. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  "csv-crlf-heading-then-lf-rows.csv": THREE_MEMOS,
  "csv-crlf-then-lf-joined-exports.csv": THREE_MEMOS,
  "phone-two-lines-middle-dot.csv": {
    doubtful: [
      "박가람||022000003",
      "이나래||022000005",
      "최다온||022000007",
      "정라온||022000008",
      "강마루||0312000003",
    ],
    customers: ["조바다||022000003"],
  },
  "phone-as-float-point-zero.csv": {
    customers: ["박가람||01020000001", "이나래||01020000011", "최다온||", "정라온||0220000100"],
  },
  "do-not-call-list-as-floats.csv": {
    customers: ["박가람||01020000001", "이나래||01020000011"],
    also: { 박가람: { do_not_call: 1 }, 이나래: { do_not_call: 1 } },
  },
  "phone-with-annotations.csv": {
    customers: [
      "박가람||01020000001",
      "이나래||01020000011 0220000012",
      "최다온||01020000021 01020000022",
      "강마루||0220000040",
      "조바다||01020000051 01020000052",
      "윤사랑||0220000060",
      "임아라||0220000070",
      "오차밀||01020000091",
    ],
    // 없음 says that there is none.
    doubtful: ["한자람||"],
    refused: 1,
  },
  "phone-protected-for-excel.csv": {
    customers: ["박가람||01020000001", "이나래||01020000011", "최다온||01020000021"],
  },
  "google-contacts-classic.csv": {
    customers: ["박가람|가람상사|01020000001 01020000002 0220000003"],
    also: {
      박가람: { email: "a@x.kr", memo: "메모", department: "영업부", job_title: "과장" },
    },
  },
  "outlook-english.csv": {
    customers: ["박가람|가람상사|0220000100 0220000101 01020000102 0220000103 0220000104"],
  },
  "title-row-above-headings.csv": {
    customers: ["박가람|가람상사|01020000001", "이나래|나래상사|01020000011"],
  },
  "business-registration-number-taken-for-phone.csv": {
    customers: ["이나래|가람상사|01020000011 0220000001"],
  },
  "headings-with-marks.csv": { customers: ["박가람|가람상사|01020000001"] },
  "excel-error-cells.xlsx": {
    customers: ["박가람||01020000001", "나래상사|나래상사|01020000011", "다온|다온|01020000021"],
  },
  "excel-date-in-phone-column.xlsx": { doubtful: ["가1||01020000001"], refused: 1 },
  "excel-hidden-first-sheet.xlsx": { customers: ["박가람|가람상사|01020000001"] },
  "excel-two-data-sheets.xlsx": { customers: ["박가람|가람상사|01020000001"], told: /2월/ },
  "excel-merged-company-cells.xlsx": {
    customers: [
      "박가람|가람상사|01020000001",
      "이나래|가람상사|01020000011",
      "최다온|가람상사|01020000021",
      "정라온|나래상사|01020000031",
    ],
  },
  "html-table-named.xls": { customers: ["박가람||01020000001"], orSays: /HTML|web page/ },
  "spreadsheetml-2003-named.xls": { customers: ["박가람||01020000001"], orSays: /XML/ },
  "opendocument.ods": { orSays: /OpenDocument|rows/ },
  "samsung-vcard-2.1.vcf": {
    customers: ["박가람||01020000001 0220000103"],
    orSays: /vCard/,
  },
  "sep-line-semicolon.csv": { customers: ["박가람||01020000001"] },
  "utf16le-korean-without-bom.csv": { customers: ["박가람|가람상사|01020000001"] },
  "cp949-one-bad-byte.csv": {
    customers: ["박가람||01020000001", "이나\uFFFD||01020000011", "최다온||01020000021"],
    told: /\b3\b/,
  },
  "vertical-tab-soft-line-break.csv": {
    customers: ["박가람||01020000001", "이나래||01020000011"],
    refused: 1,
    also: { 박가람: { memo: "첫줄\n둘째줄" }, 이나래: { memo: "첫줄\n둘째줄" } },
  },
  "mysql-backslash-quotes.csv": {
    customers: ["박가람||01020000001", "이나래||01020000011"],
    also: { 박가람: { memo: '그는 "네"라고 했다, 끝' }, 이나래: { memo: "끝" } },
  },
};
