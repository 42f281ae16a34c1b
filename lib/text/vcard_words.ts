/** What the columns of address cards are called: Korean headings that everybody knows, whatever the page's language. */
export const VCARD_HEADINGS = {
  name: "이름",
  mobile: "휴대폰",
  office: "회사전화",
  home: "집전화",
  fax: "팩스",
  other: "전화",
  email: "이메일",
  company: "회사",
  department: "부서",
  title: "직책",
  address: "주소",
  birthday: "생일",
  memo: "메모",
} as const;
export type VcardColumn = keyof typeof VCARD_HEADINGS;

/** A line of the memo about what has no column of its own: `비서: 02-555-1234`. */
export function memoLine(label: string, value: string): string {
  return `${label}: ${value}`;
}

/** `_$!<Assistant>!$_` is what Apple writes for a label of its own. */
export function plainLabel(label: string): string {
  return label.replace(/^_\$!<(.*)>!\$_$/, "$1").trim();
}

/** Whether a number with this label, or of this type, is somebody else's than the customer's. */
export function isSomebodyElses(label: string): boolean {
  return /비서|배우자|남편|아내|부인|와이프|자녀|아들|딸|부모|아버지|어머니|assistant|secretary|spouse|partner|wife|husband|child|parent|father|mother/i
    .test(label);
}
