import type { ImportColumn, ImportField } from "../domain/customer_import.ts";

/**
 * How people head the columns of their customer lists, in Korean and English, without spaces, signs and capital
 * letters. A heading that is none of these is looked at by its parts, the earlier lines first.
 */
const HEADINGS: readonly (readonly [ImportField, string, readonly string[]])[] = [
  ["code", "", ["고객id", "고객번호", "고객코드", "customerid", "customercode", "customerno"]],
  ["do_not_call", "", [
    ...["전화금지", "전화거부", "수신거부", "연락금지", "통화금지"],
    ...["donotcall", "dnc", "optout", "nocalls"],
  ]],
  ["birthday", "", [
    "생일",
    "생년월일",
    "생일자",
    "출생일",
    "birthday",
    "birthdate",
    "dateofbirth",
    "dob",
  ]],
  ["owner", "", [
    ...["담당", "담당직원", "담당상담원", "담당상담사", "상담원", "상담사", "영업담당", "관리자"],
    ...["owner", "agent", "assignedto", "accountowner", "accountmanager"],
  ]],
  [
    "number",
    "휴대",
    [
      "휴대폰",
      "핸드폰",
      "휴대전화",
      "휴대폰번호",
      "핸드폰번호",
      "휴대전화번호",
      "휴대",
      "hp",
      "무선",
    ],
  ],
  ["number", "Mobile", ["mobile", "mobilephone", "cell", "cellphone", "mobilenumber"]],
  ["number", "팩스", ["팩스", "팩스번호"]],
  ["number", "Fax", ["fax", "faxnumber"]],
  [
    "number",
    "회사",
    [
      "회사전화",
      "회사전화번호",
      "사무실전화",
      "사무실",
      "직장전화",
      "직통",
      "대표전화",
      "대표번호",
    ],
  ],
  ["number", "Office", ["officephone", "workphone", "businessphone", "office", "companyphone"]],
  ["number", "자택", ["자택", "집전화", "자택전화", "집전화번호"]],
  ["number", "Home", ["home", "homephone"]],
  [
    "number",
    "",
    [
      ...["전화번호", "전화", "연락처", "연락처1", "연락처2", "전화1", "전화2", "일반전화", "유선"],
      ...["tel", "phone", "phonenumber", "telephone", "number", "contact", "번호"],
    ],
  ],
  ["email", "", ["이메일", "메일", "전자우편", "email", "mail", "emailaddress"]],
  [
    "company",
    "",
    ["회사", "회사명", "업체", "업체명", "상호", "상호명", "거래처", "거래처명", "소속", "기관명"],
  ],
  ["company", "", ["company", "companyname", "organization", "organisation", "account"]],
  ["job_title", "", ["직함", "직책", "직위", "직급", "jobtitle", "position"]],
  ["department", "", ["부서", "부서명", "팀", "직책부서", "department", "dept", "team"]],
  ["name", "", [
    "이름",
    "성명",
    "성함",
    "고객명",
    "고객",
    "담당자",
    "담당자명",
    "고객이름",
    "고객성명",
  ]],
  ["name", "", ["name", "fullname", "customer", "customername", "contactname"]],
  ["address", "", ["주소", "회사주소", "자택주소", "도로명주소", "소재지", "address"]],
  ["grade", "", ["등급", "고객등급", "회원등급", "grade", "level", "class", "tier"]],
  ["warning", "", ["주의", "경고", "주의사항", "warning", "caution", "alert"]],
  ["memo", "", ["메모", "비고", "참고", "특이사항", "기타", "memo", "note", "notes", "remarks"]],
];

/** Too short to mean anything inside another word. */
const SHORTEST_PART = 2;

const EXACT = new Map(
  HEADINGS.flatMap(([field, label, words]) =>
    words.map((word) => [word, { field, label }] as const)
  ),
);

/** A heading without spaces, signs and capital letters: what headings are compared by. */
export function headingWord(heading: string): string {
  return heading.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What a column is whose heading is one of the known words, a number behind it or not; else nothing. */
export function plainColumnOf(heading: string): ImportColumn {
  const word = headingWord(heading);
  return EXACT.get(word) ?? EXACT.get(word.replace(/\d+$/, "")) ?? { field: "", label: "" };
}

/** What a column with this heading is, as far as one can tell. */
export function columnOf(heading: string): ImportColumn {
  const plain = plainColumnOf(heading);
  if (plain.field !== "") return plain;
  const word = headingWord(heading);
  for (const [known, column] of EXACT) {
    if (known.length > SHORTEST_PART && word.includes(known)) return column;
  }
  return { field: "", label: "" };
}
