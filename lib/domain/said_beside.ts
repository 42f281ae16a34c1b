/**
 * What people write beside a name without meaning it: what somebody is called, what kind of company it is, what a
 * number is for.
 */

/** 김민수 과장님: behind a name, with or without 님. */
const TITLES = [
  ..."사원 주임 계장 대리 과장 차장 부장 이사 상무 전무 부사장 사장 부회장 회장 대표이사 대표"
    .split(" "),
  ..."팀장 파트장 실장 본부장 센터장 국장 처장 원장 소장 점장 지점장 지사장 반장 매니저 프로".split(
    " ",
  ),
  ..."선생 교수 박사 기사 간호사 변호사 세무사 회계사 약사 여사 사모 고객".split(" "),
];
/** Those are said of somebody only behind a blank: 한양 and 태양 are names. */
const APART = "씨 군 양 귀하 귀중 손님 어르신 mr ms mrs miss dr".split(" ");

const TITLE = TITLES.toSorted((a, b) => b.length - a.length).join("|");

/** Behind a name; of a title without 님 the blank before it is needed, since 한빛이사 may be a company. */
const TITLE_BEHIND = new RegExp(
  `(?:(?:\\s+(?:${TITLE}))?\\s*님|\\s+(?:${TITLE}|${APART.join("|")})\\.?)\\s*$`,
  "i",
);

/** A name without what is said to a person behind it: 김민수 과장님 is 김민수. */
export function withoutTitle(name: string): string {
  return name.replace(TITLE_BEHIND, "");
}

const TITLE_WORD = new RegExp(`^(?:(?:${TITLE})님?|${APART.join("|")}|님)$`, "i");
const TITLE_END = new RegExp(`(?:(?:${TITLE})?님|${TITLE}|씨)$`);

/** A word of a search without a title at its end (김과장님, 민수씨); empty where it is one and no more. */
export function wordWithoutTitle(word: string): string {
  return TITLE_WORD.test(word) ? "" : word.replace(TITLE_END, "");
}

const PARTICLE =
  /(?<=[가-힣]{2})(?:께서는?|에게서?|한테서?|입니다|이에요|예요|이?라고|으?로|이랑|하고|이|가|은|는|을|를|과|와|의|께|도)$/;

/** A word without the particle that a sentence hangs on it: 이수진과, 이수진님께서. */
export function wordWithoutParticle(word: string): string {
  return word.replace(PARTICLE, "");
}

const COMPANY_FORM = new RegExp(
  [
    /\(\s*[주유합재사학의]\s*\)/,
    /주식회사|유한(?:책임)?회사|합[자명]회사|(?:재단|사단|의료|학교|사회복지)법인|(?:농업|어업)회사법인|영농조합(?:법인)?/,
    /株式会社|株式會社|有限公司/,
    /\b(?:co|ltd|inc|corp|corporation|incorporated|limited|company|llc|llp|plc|gmbh|pte|pty)\b\.?/,
  ].map((form) => form.source).join("|"),
  "gi",
);

/** Without what kind of company it is: (주)한빛 and 한빛 주식회사 are the same. `company` is in NFKC: ㈜ is (주) there. */
export function withoutCompanyForm(company: string): string {
  return company.replace(COMPANY_FORM, " ");
}

const LABEL = new RegExp(
  `^(?:${
    [
      "전화(?:번호)?|휴대(?:폰|전화)?(?:번호)?|핸드폰(?:번호)?|연락처|번호|폰|직통|팩스(?:번호)?|대표(?:번호|전화)",
      "내선(?:번호)?|교환|구내|끝(?:자리|번호)|뒷?(?:자리|번호)|번|본인|배우자|집|회사|사무실|업체|상호|회사명",
      "업체명|고객|고객명|고객번호|이름|성명|성함|담당|담당자|발신자?|수신자?|부재중|문의",
      "이메일|메일|e-?mail|mailto|tel|telephone|phone|mobile|cell|fax|hp|ph|mp|call|ext|extension|name|customer|no",
    ].join("|")
  })$`,
  "i",
);

/** Whether a word only says what stands beside it: 전화, 내선, HP. */
export function isLabel(word: string): boolean {
  return LABEL.test(word);
}
