/** A file that an office fills in: its headings, and an example below them. */
export interface ImportTemplate {
  readonly headings: readonly string[];
  /** Nobody's number, and a name that says so. */
  readonly example: readonly string[];
}

export const IMPORT_TEMPLATES: Readonly<Record<"ko" | "en", ImportTemplate>> = {
  ko: {
    headings: [
      ...["이름", "휴대폰", "회사전화", "회사", "부서", "직책", "이메일", "주소"],
      ...["생일", "등급", "주의", "메모"],
    ],
    example: [
      ...["(예시) 홍길동", "010-0000-0000", "02-000-0000", "한빛상사", "영업팀", "과장"],
      ...["hong@example.com", "서울시 강남구 테헤란로 1", "1980-03-15", "VIP", ""],
      "이 줄은 예시이며, 지우지 않아도 가져오지 않습니다.",
    ],
  },
  en: {
    headings: [
      ...["Name", "Mobile", "Office phone", "Company", "Department", "Job title", "E-mail"],
      ...["Address", "Birthday", "Grade", "Warning", "Memo"],
    ],
    example: [
      ...[
        "(Example) Jane Doe",
        "010-0000-0000",
        "02-000-0000",
        "Hanbit Trading",
        "Sales",
        "Manager",
      ],
      ...["jane@example.com", "1 Teheran-ro, Gangnam-gu, Seoul", "1980-03-15", "VIP", ""],
      "This row is an example and is not imported, even where it stays.",
    ],
  },
};

/** Cells that a spreadsheet leaves as they are, where a day or a blank comes back otherwise. */
const COMPARED = [0, 1, 2, 3, 4, 5, 6, 7];

/** Whether a row is the example of a template, brought back as it was. */
export function isTemplateExample(cells: readonly string[]): boolean {
  if (cells[0]?.startsWith("(") !== true) return false;
  return Object.values(IMPORT_TEMPLATES).some(({ example }) =>
    COMPARED.every((column) => cells[column]?.trim() === example[column])
  );
}
