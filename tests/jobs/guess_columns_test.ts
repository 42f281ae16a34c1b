import { deepEqual, equal } from "node:assert/strict";
import type { ImportColumn } from "../../lib/domain/customer_import.ts";
import { guessColumns } from "../../lib/jobs/import/columns/guess_columns.ts";

const STAFF = new Set(["김상담", "kim"]);

/** What the columns of a file are: `field`, `field:label`, `- reason` or `? reason`. */
function guessed(headings: string, ...rows: string[]): string[] {
  return columnsOf(headings.split(","), rows.map((row) => row.split(","))).map(shown);
}

function columnsOf(headings: readonly string[], rows: readonly (readonly string[])[]) {
  const fields = [{ id: 7, label: "계약 번호" }];
  return guessColumns({ headings, rows }, { fields, isStaff: (name) => STAFF.has(name) });
}

function shown({ field, label, left }: ImportColumn): string {
  if (left !== undefined) return `${left.asks === null ? "-" : "?"} ${left.why}`;
  return label === "" ? field : `${field}:${label}`;
}

/** A heading beside a name, with one value below it. */
const alone = (heading: string, value: string) =>
  shown(columnsOf(["고객명", heading], [["박가람", value]])[1]!);

for (
  const [headings, value, column] of [
    [
      "연락처|연락처2|전화 번호|Tel.|TEL NO|Phone #2|1) 전화|전화번호 *|번호|유선 전화",
      "02-2000-0001",
      "number",
    ],
    [
      "HP|H.P|휴대폰 번호 *|핸드폰|휴대 전화번호|연락처(휴대폰)|고객휴대폰|모바일",
      "010-2000-0001",
      "number:휴대",
    ],
    [
      "Mobile No.|Mobile Phone|cell|MOBILE_NUMBER|mobilePhone|Mobile (required)",
      "010-2000-0001",
      "number:Mobile",
    ],
    ["전화번호(회사)|회사 전화|대표전화|사무실|직장 전화번호", "02-2000-0001", "number:회사"],
    ["Business Phone 2|Work phone|Office|Company Main Phone", "02-2000-0001", "number:Office"],
    ["Home Fax", "02-2000-0001", "number:Home Fax"],
    ["E-mail|E-Mail Address|이메일 주소|전자 메일|고객 메일|연락처|Contact", "a@x.kr", "email"],
    [
      "회사(소속)|업체명|거래처|*상호|Company Name|Organization 1 - Name|회사 이름",
      "가람상사",
      "company",
    ],
    ["생년월일(6자리)|Date of birth|고객 생일", "1980-03-15", "birthday"],
    ["비고|메모(자유)|Notes|특이 사항", "메모", "memo"],
    ["수신 거부|Do not call", "예", "do_not_call"],
    ["계약번호|계약 번호", "A-1", "custom:7"],
  ] as const
) {
  Deno.test(`${headings.replaceAll("|", ", ")} are ${column}`, () => {
    for (const heading of headings.split("|")) equal(alone(heading, value), column, heading);
  });
}

for (
  const heading of [
    "이름(필수)",
    "1.성명",
    "*성명",
    "고객명/담당자",
    "Full Name",
    "Name",
    "고객",
    "FullName",
    "성 함",
  ]
) {
  Deno.test(`${heading} is the name`, () =>
    deepEqual(guessed(`${heading},전화`, "박가람,02-2000-0001"), ["name", "number"]));
}

Deno.test("a word within another word, or beside one that says something else, means nothing", () => {
  const nothing =
    "office location|customer type|fax y/n|hotel|notel|성별|전화 여부|company type|팩스 발송|등급제 여부";
  for (const heading of nothing.split("|")) equal(alone(heading, "3층"), "- unknown", heading);
});

for (
  const [headings, value, column] of [
    ["사업자등록번호|사업자 번호|법인등록번호|Tax ID", "123-45-67890", "- business"],
    ["주민등록번호|주민번호|외국인 등록 번호|SSN", "800101-1234567", "- resident"],
    ["계좌번호|Bank account|카드 번호", "110-123-456789", "- bank"],
    ["등록일|가입일자|Anniversary", "2026-01-02", "- date"],
    ["미수금|금액|Balance", "1200000", "- amount"],
    ["순번|일련번호|No|번호", "1", "- running"],
  ] as const
) {
  Deno.test(`${headings.replaceAll("|", ", ")} are no telephone numbers`, () => {
    for (const heading of headings.split("|")) equal(alone(heading, value), column, heading);
  });
}

Deno.test("under a heading that says nothing the values say what they are not, too", () => {
  const values = [
    "123-45-67890",
    "1208147521",
    "800101-1234567",
    "110-123-456789",
    "2026.01.02",
    "1,200,000",
  ];
  const kinds = ["business", "business", "resident", "bank", "date", "amount"];
  values.forEach((value, index) => equal(alone("", value), `- ${kinds[index]}`, value));
  equal(alone("전화", "123-45-67890"), "- business");
  equal(alone("연락처", "800101-1234567"), "- resident");
});

Deno.test("values decide where the heading is silent; where it says what nobody here knows, they are asked about", () => {
  deepEqual(guessed("이름,,3열,Column4", "박가람,010-2000-0001,1020000011,a@x.kr"), [
    ...["name", "number", "number", "email"],
  ]);
  equal(alone("왓츠앱", "010-2000-0001"), "? unclear");
  equal(alone("연락처(신부)", "010-2000-0001"), "? unclear");
});

Deno.test("the number of somebody else is asked about, and never taken unasked", () => {
  const others =
    "비서 전화|배우자 휴대폰|보호자 연락처|관리자 전화|Assistant's Phone|Spouse mobile|Emergency contact number|비상연락처|대표자 HP";
  for (const heading of others.split("|")) {
    equal(alone(heading, "010-2000-0001"), "? others_number", heading);
  }
  for (const heading of ["관리자 이름", "Manager's Name", "대표자", "배우자", "비서 메일"]) {
    equal(alone(heading, "김부장"), "- others", heading);
  }
});

Deno.test("a number behind the name of somebody else is asked about, unless it is the only one there", () => {
  const row = "박가람,010-2000-0001,이나래,010-2000-0011";
  for (
    const headings of [
      "이름,전화,이름,전화",
      "성명,전화번호,성명2,전화번호2",
      "고객명,휴대폰,배우자,휴대폰",
      "고객명,전화,담당자,휴대폰",
      // What is nobody's word here, with the same heading behind it once more.
      "고객명,연락처,동반자,연락처",
    ]
  ) equal(guessed(headings, row)[3], "? others_number", headings);
  deepEqual(guessed("보내는분,전화번호,받는분,전화번호", row), [
    ...["? others", "? others_number", "? others", "? others_number"],
  ]);
  deepEqual(guessed("이름,전화,상담원,내선", "박가람,010-2000-0001,kim,202"), [
    ...["name", "number", "owner", "? others_number"],
  ]);
  deepEqual(guessed("이름,추천인,연락처", "박가람,이나래,010-2000-0001"), [
    ...["name", "- others", "number"],
  ]);
  deepEqual(
    guessed("상호,전화,대표자,휴대폰", "가람상사,02-2000-0001,이나래,010-2000-0011")[3],
    "number:휴대",
  );
});

Deno.test("the numbers of a CSV that the console exported are numbers when it is brought back", () => {
  equal(alone("numbers", "010-2000-0001 / 02-200-0001(내선 3)"), "number");
});

Deno.test("who is not to be called is never left out unasked", () => {
  for (const heading of ["수신거부 여부", "전화 수신거부", "전화거부여부", "DNC flag"]) {
    equal(alone(heading, "Y"), "do_not_call", heading);
  }
  for (const heading of ["마케팅 수신거부", "광고 수신거부 여부"]) {
    equal(alone(heading, "Y"), "? unclear", heading);
  }
});

Deno.test("the representative may be who is called where nobody else is named", () => {
  deepEqual(guessed("거래처명,대표자,대표번호", "가람상사,박가람,02-2000-0001"), [
    ...["company", "? others", "number:회사"],
  ]);
});

Deno.test("담당자 is the customer's person in a list of companies, ours where the staff is called so, and asked in between", () => {
  const companies = "거래처명,대표자,담당자,담당자연락처,대표번호,사업자번호";
  deepEqual(guessed(companies, "가람상사,박가람,이나래,010-2000-0011,02-2000-0001,123-45-67890"), [
    ...["company", "- others", "name", "number:담당자연락처", "number:회사", "- business"],
  ]);
  deepEqual(guessed("고객명,담당자,담당자 연락처", "박가람,김상담,010-2000-0001"), [
    ...["name", "owner", "? others_number"],
  ]);
  deepEqual(guessed("고객명,담당자", "박가람,이나래"), ["name", "? contact_or_agent"]);
  deepEqual(guessed("고객명,담당", "박가람,kim"), ["name", "owner"]);
  deepEqual(guessed("회사,담당", "가람상사,이나래"), ["company", "? contact_or_agent"]);
});

Deno.test("the office's own numbers of its customers are no IDs of this program", () => {
  equal(alone("고객번호", "1001"), "? own_key");
  equal(alone("거래처 코드", "00012"), "? own_key");
  equal(alone("고객ID", "C-000123"), "code");
});

Deno.test("of two columns for one field the first with values is taken, and the other says so", () => {
  const [, first, second] = columnsOf(["이름", "이메일", "이메일2"], [["박", "", "a@x.kr"]]);
  deepEqual([first?.left?.why, first?.left?.instead, second?.field], [
    "second",
    "이메일2",
    "email",
  ]);
});

Deno.test("이름 is the given name beside a surname, and the whole name where it has the surname in it", () => {
  deepEqual(guessed("성,이름", "박,가람", "이,나래"), ["family_name", "given_name"]);
  deepEqual(guessed("성,이름", "박,박가람"), ["family_name", "name"]);
  deepEqual(guessed("First Name,Last Name,Title,Job Title", "John,Smith,Dr.,CEO"), [
    ...["given_name", "family_name", "name_prefix", "job_title"],
  ]);
  deepEqual(guessed("Name,Title", "John Smith,CEO"), ["name", "job_title"]);
});

const GOOGLE_NEW =
  "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As," +
  "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value," +
  "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Website 1 - Value,Relation 1 - Value";

Deno.test("Google Contacts, the new export: every column is what it is", () => {
  const row =
    "가람,,박,,,,,,,,가람상사,과장,영업부,1980-03-15,메모,,* myContacts,,a@x.kr,Mobile,010-2000-0001,Home,서울로 1,,,,,,,이비서";
  const taken = guessed(GOOGLE_NEW, row).filter((column) => !column.startsWith("-"));
  deepEqual(taken, [
    ...[
      "given_name",
      "middle_name",
      "family_name",
      "name_prefix",
      "name_suffix",
      "company",
      "job_title",
    ],
    ...["department", "birthday", "memo", "email", "number_label", "number", "address"],
  ]);
});

Deno.test("what calls a number is taken only where the number stands behind it", () => {
  const [row] = ["박가람,Mobile,a@x.kr,010-2000-0001"];
  deepEqual(guessed("고객명,Phone 1 - Label,E-mail,Phone 1 - Value", row!), [
    ...["name", "- unknown", "email"],
    guessed("고객명,Phone 1 - Value", "박가람,010-2000-0001")[1]!,
  ]);
});

const OUTLOOK_KO =
  "호칭,이름,중간 이름,성,접미사,회사,부서,직함,근무지 번지,근무지 구/군/시,근무지 시/도,근무지 우편 번호,근무지 국가/지역,집 번지,집 구/군/시," +
  "비서 전화,근무처 팩스,근무처 전화,근무처 전화 2,다시 걸 전화,카폰,회사 대표 전화,집 팩스,집 전화,집 전화 2,ISDN,휴대폰,기타 팩스,기타 전화,무선 호출기,기본 전화,무선 전화,텔렉스," +
  "계정,관리자 이름,배우자,비서 이름,생일,성별,전자 메일 주소,전자 메일 유형,메모,결혼 기념일,취미,웹 페이지";

Deno.test("Outlook in Korean: the customer's numbers are taken, the assistant's is asked about", () => {
  const headings = OUTLOOK_KO.split(",");
  const values: Record<string, string> = {
    ...{
      이름: "가람",
      성: "박",
      "근무지 번지": "서울로 1",
      "비서 전화": "02-2000-0105",
      휴대폰: "010-2000-0102",
    },
    ...{ "관리자 이름": "김부장", "근무처 전화": "02-2000-0101", "전자 메일 주소": "a@x.kr" },
  };
  const columns = columnsOf(headings, [headings.map((heading) => values[heading] ?? "")]).map(
    shown,
  );
  const of = (heading: string) => columns[headings.indexOf(heading)];
  deepEqual(["이름", "성", "회사", "부서", "직함", "생일", "메모"].map(of), [
    ...["given_name", "family_name", "company", "department", "job_title", "birthday", "memo"],
  ]);
  deepEqual(
    ["근무지 번지", "근무지 구/군/시", "근무지 시/도", "근무지 우편 번호", "집 번지"].map(of),
    [
      ...["street", "city", "region", "postal_code", "- second"],
    ],
  );
  deepEqual(["비서 전화", "관리자 이름", "배우자", "비서 이름"].map(of), [
    ...["? others_number", "- others", "- others", "- others"],
  ]);
  const numbers = columns.filter((column) => column?.startsWith("number"));
  equal(numbers.length, 15, numbers.join());
});

Deno.test("the columns of a dump of business partners: codes, registrations and kinds of business are no numbers", () => {
  const headings =
    "거래처코드,거래처명,대표자명,사업자등록번호,업태,종목,우편번호,주소1,주소2,전화,모바일,Fax,Email,담당자명,계좌번호,여신한도,적요";
  const row =
    "00012,가람상사,박가람,123-45-67890,도소매,문구,04524,서울로 1,3층,02-2000-0001,010-2000-0002,02-2000-0003,a@x.kr,이나래,110-123-456789,1000000,메모";
  deepEqual(guessed(headings, row), [
    ...["? own_key", "company", "- others", "- business", "- unknown", "- unknown", "postal_code"],
    ...[
      "address",
      "street",
      "number",
      "number:휴대",
      "number:Fax",
      "email",
      "name",
      "- bank",
      "- amount",
      "memo",
    ],
  ]);
});
