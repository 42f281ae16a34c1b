/** What a word of a heading says of its column. */
export type HeadingSense =
  // A customer's fields.
  | "name"
  | "family"
  | "given"
  | "middle"
  | "prefix"
  | "suffix"
  | "company"
  | "department"
  | "job_title"
  | "email"
  | "grade"
  | "warning"
  | "memo"
  | "birthday"
  | "do_not_call"
  | "owner"
  | "code"
  // An address and its parts.
  | "address"
  | "formatted"
  | "street"
  | "city"
  | "region"
  | "postal_code"
  // A telephone, and what kind of one; a place says it of an address, too.
  | "phone"
  | "line"
  | "place"
  // A consultation.
  | "note_at"
  | "note_text"
  | "note_by"
  | "note_type"
  | "note_result"
  // Whose it is.
  | "customer"
  | "staff"
  | "contact"
  | "other"
  // `Phone 1 - Type`, `Phone 1 - Value`.
  | "type"
  | "value"
  // "Mr." in one list, a position in the next.
  | "title"
  // A number or a name of something; alone it may be anything.
  | "id"
  | "filler"
  // Figures that are no telephone numbers, and what nothing of a customer is made of.
  | "resident"
  | "business"
  | "bank"
  | "running"
  | "date"
  | "amount"
  | "nothing";

/**
 * The words of which people make the headings of their customer lists, in Korean and English, without spaces, signs
 * and capital letters; between words of one line stand blanks. The label is that of a telephone number. A word that
 * stands here is found as a whole: between other words that stand here, and in Korean within what is written as one.
 */
const WORDS: readonly (readonly [sense: HeadingSense, label: string, words: string])[] = [
  ["name", "", "이름 성명 성함 명 명칭 한글이름 한글성명 name fullname displayname"],
  ["family", "", "성 성씨 familyname lastname surname"],
  ["given", "", "givenname firstname forename 이름만"],
  ["middle", "", "중간이름 middlename additionalname"],
  ["prefix", "", "호칭 경칭 nameprefix salutation"],
  ["suffix", "", "namesuffix suffix 접미사 이름접미사"],
  ["title", "", "title"],
  [
    ...["company", ""] as const,
    "회사 회사명 업체 업체명 상호 상호명 거래처 거래처명 소속 소속회사 기관 기관명 법인명 사업장 사업장명 단체명 " +
    "직장명 company companyname organization organisation organizationname account accountname business businessname",
  ],
  ["department", "", "부서 부서명 소속부서 팀 팀명 department dept team"],
  [
    ...["job_title", ""] as const,
    "직함 직책 직위 직급 직책명 직위명 직급명 jobtitle position organizationtitle occupation 직업",
  ],
  ["email", "", "이메일 메일 전자우편 전자메일 email mail emailaddress"],
  ["grade", "", "등급 고객등급 회원등급 grade level class tier"],
  ["warning", "", "주의 경고 주의사항 warning caution alert"],
  [
    "memo",
    "",
    "메모 비고 참고 참고사항 특이사항 기타사항 적요 memo note notes remark remarks comment comments",
  ],
  ["birthday", "", "생일 생년월일 생일자 출생일 출생일자 birthday birthdate dateofbirth dob"],
  [
    ...["do_not_call", ""] as const,
    "전화금지 전화거부 수신거부 연락금지 통화금지 전화수신거부 전화금지여부 전화거부여부 수신거부여부 연락금지여부 통화금지여부 전화수신거부여부 " +
    "donotcall dnc optout nocalls donotcallflag dncflag",
  ],
  [
    ...["owner", ""] as const,
    "담당 담당직원 담당상담원 담당상담사 상담원 상담사 영업담당 영업담당자 담당사원 영업사원 관리담당 owner agent assignedto accountowner accountmanager salesrep",
  ],
  ["staff", "담당자", "담당자 실무자 실무담당자 업무담당자"],
  ["contact", "", "contact contactperson"],
  [
    "code",
    "",
    "고객id 고객코드 고객번호 customerid customercode customerno customernumber clientid",
  ],

  ["address", "", "주소 도로명주소 지번주소 소재지 사업장소재지 배송지 address"],
  ["formatted", "", "formatted 전체주소 fulladdress"],
  [
    ...["street", ""] as const,
    "상세주소 나머지주소 주소상세 세부주소 번지 도로명 street streetaddress addressline extendedaddress addressdetail pobox 사서함",
  ],
  ["city", "", "시군구 구군시 구시군 시구군 city town locality"],
  ["region", "", "시도 도시도 도 region state province county"],
  ["postal_code", "", "우편번호 zip zipcode postalcode postcode 우편"],
  ["nothing", "", "국가 나라 국가지역 country countryregion"],

  [
    "phone",
    "",
    "전화번호 전화 연락처 연락번호 연락 일반전화 유선 유선전화 유선번호 전번 폰 폰번호",
  ],
  // `numbers` is what our own exports call them on the console.
  [
    ...["phone", ""] as const,
    "tel phone phonenumber telephone telephonenumber telno telnumber phones phonenumbers telephones telephonenumbers numbers",
  ],
  [
    ...["line", "휴대"] as const,
    "휴대폰 핸드폰 휴대전화 휴대폰번호 핸드폰번호 휴대전화번호 휴대 무선 무선전화 모바일 손전화 이동전화 휴대번호",
  ],
  ["line", "휴대", "hp 에이치피"],
  ["line", "Mobile", "mobile mobilephone cell cellphone cellular mobilenumber handphone"],
  ["line", "팩스", "팩스 팩스번호"],
  ["line", "Fax", "fax faxnumber faxno"],
  [
    "line",
    "회사",
    "회사전화 회사전화번호 사무실전화 사무실전화번호 직장전화 직통 직통전화 직통번호",
  ],
  ["line", "회사", "대표전화 대표번호 대표전화번호 회사번호 회사대표전화 회사대표번호"],
  [
    "line",
    "Office",
    "officephone workphone businessphone companyphone companymainphone directphone",
  ],
  ["line", "자택", "집전화 자택전화 집전화번호 자택전화번호"],
  ["line", "Home", "homephone"],
  ["line", "카폰", "카폰"],
  ["line", "내선", "내선 내선번호"],
  ["line", "Extension", "extension ext"],
  ["line", "삐삐", "무선호출기 무선호출"],
  ["line", "Pager", "pager beeper"],
  ["line", "Car", "carphone car"],
  ["line", "Radio", "radiophone radio"],
  ["line", "TTY", "ttytddphone ttytdd tty tdd"],
  ["line", "Callback", "callback"],
  ["line", "다시 걸 전화", "다시걸전화 회신전화"],
  ["place", "회사", "사무실 직장 근무지 근무처 본사"],
  ["place", "Office", "office work workplace"],
  ["place", "자택", "자택 집"],
  ["place", "Home", "home residence"],
  ["place", "기타", "기타"],
  ["place", "Other", "other"],
  ["place", "Main", "main primary default"],
  ["place", "기본", "기본 주"],
  ["place", "개인", "개인"],
  ["nothing", "", "텔렉스 telex isdn imaddress 메신저"],

  [
    "note_at",
    "",
    "상담일시 상담일 상담일자 상담시간 상담시각 통화일시 통화시간 통화시각 통화일 접수일시 consultedat consultationdate consultationtime consultationdatetime calldate calltime",
  ],
  [
    "note_text",
    "",
    "상담내용 상담기록 상담이력 상담메모 통화내용 통화메모 문의내용 접수내용 consultation consultationnote consultationnotes consultationtext callnote callnotes",
  ],
  [
    "note_by",
    "",
    "상담자 상담자명 통화자 상담직원 상담담당자 접수자 consultedby consultant consultationby calledby",
  ],
  ["note_type", "", "상담유형 상담구분 상담분류 문의유형 consultationtype calltype"],
  [
    "note_result",
    "",
    "통화결과 상담결과 처리결과 callresult calloutcome consultationresult outcome",
  ],

  [
    "customer",
    "",
    "고객 고객님 회원 손님 환자 수강생 학생 본인 customer client member patient user",
  ],
  [
    ...["other", ""] as const,
    "비서 배우자 아내 남편 부인 보호자 부모 부모님 어머니 아버지 모친 부친 학부모 엄마 아빠 자녀 가족 형제 친구 지인 " +
    "대표자 대표이사 대표 관리자 상사 사장 원장 소개자 추천인 추천자 대리인 상속인 예금주 수령인 수령자 수취인 " +
    "받는분 받는사람 보내는분 주문자 신청자 비상 긴급 비상시 보증인 경리 경리담당자 세금계산서담당자",
  ],
  [
    ...["other", ""] as const,
    "assistant assistants spouse spouses wife husband partner manager managers supervisor ceo president representative " +
    "parent parents mother father guardian guardians child children emergency relation referrer referredby referral reference " +
    "beneficiary accountholder secretary",
  ],
  ["type", "", "type label 유형 구분 종류"],
  ["value", "", "value 값"],

  [
    "running",
    "",
    "순번 일련번호 연번 순서 행번호 seq sequence serialnumber serialno rownumber index",
  ],
  [
    "resident",
    "",
    "주민등록번호 주민번호 주민 외국인등록번호 생년월일주민번호 실명번호 여권번호 운전면허번호 ssn socialsecuritynumber residentregistrationnumber passportnumber nationalid governmentidnumber",
  ],
  [
    ...["business", ""] as const,
    "사업자등록번호 사업자번호 사업자 사업자등록 법인등록번호 법인번호 종사업장번호 businessregistrationnumber businessnumber businessregistrationno businessno brn vat vatnumber taxid taxnumber corporatenumber",
  ],
  [
    "bank",
    "",
    "계좌번호 계좌 은행계좌 입금계좌 은행계좌번호 카드번호 가상계좌 accountnumber accountno bankaccount bankaccountnumber iban cardnumber",
  ],
  [
    ...["date", ""] as const,
    "등록일 등록일자 등록일시 가입일 가입일자 수정일 수정일자 변경일 작성일 생성일 최근방문일 방문일 거래일 최종거래일 계약일 결혼기념일 기념일 날짜 일자 일시 " +
    "date createdat created updatedat updated registered anniversary",
  ],
  [
    "amount",
    "",
    "금액 잔액 미수금 단가 가격 매출 매출액 합계 수량 여신한도 외상한도 포인트 적립금 마일리지 amount balance price total quantity points mileage",
  ],
  [
    ...["nothing", ""] as const,
    "성별 업태 종목 업종 그룹 검색어 검색창내용 영문이름 영문명 영문성명 별명 fileas nickname shortname maidenname initials gender location officelocation website " +
    "webpage personalwebpage homepage url 홈페이지 웹페이지 개인웹페이지 photo groupmembership labels language hobby schools 취미 yominame givennameyomi familynameyomi additionalnameyomi " +
    "givenyomi surnameyomi companyyomi phoneticfirstname phoneticmiddlename phoneticlastname organizationyominame organizationsymbol organizationlocation organizationjobdescription",
  ],
  ["id", "", "번호 코드 no number num nr id code"],
  [
    ...["filler", ""] as const,
    "필수 필수입력 필수항목 선택 선택입력 입력 정보 란 님 예 required optional mandatory the 한글 국문 의",
  ],
];

export interface HeadingWord {
  readonly sense: HeadingSense;
  readonly label: string;
}

const KNOWN: ReadonlyMap<string, HeadingWord> = new Map(
  WORDS.flatMap(([sense, label, words]) =>
    words.split(" ").map((word) => [word, { sense, label }] as const)
  ),
);
const LONGEST_WORD = Math.max(...[...KNOWN.keys()].map((word) => word.length));

/** A heading without spaces, signs and capital letters: what headings are compared by. */
export function headingWord(heading: string): string {
  return heading.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What a text says that is one word of headings, with a number behind it or not; "" where it is none. Quick. */
export function plainHeading(text: string): HeadingSense | "" {
  const word = headingWord(text);
  const { sense } = KNOWN.get(word) ?? KNOWN.get(word.replace(/\d+$/, "")) ?? { sense: "" };
  return sense === "filler" ? "" : sense;
}

/** Whether a text is made of words of headings and nothing else. */
export function isHeading(text: string): boolean {
  const { words, whole } = headingWords(text);
  return whole && words.some(({ sense }) => sense !== "filler");
}

/** What a heading says, word by word. */
export interface HeadingWords {
  readonly words: readonly HeadingWord[];
  /** Whether every part of it is a word that is known. */
  readonly whole: boolean;
  /** The 2 of `연락처2`; null where there is none. */
  readonly ordinal: number | null;
}

/** Takes a heading apart into the fewest known words that it is made of; what is none of them is passed over. */
export function headingWords(heading: string): HeadingWords {
  const { letters, ends, ordinal } = lettersOf(heading);
  // The best way to the end of so many letters: as few letters unknown as can be, then as few words.
  const best: Way[] = [{ unknown: 0, count: 0, before: 0, word: null }];
  for (let end = 1; end <= letters.length; end++) {
    let way: Way = { ...best[end - 1]!, before: end - 1, word: null };
    way.unknown++;
    for (let begin = Math.max(0, end - LONGEST_WORD); begin < end; begin++) {
      if (!ends.has(begin) || !ends.has(end)) continue;
      const word = KNOWN.get(letters.slice(begin, end));
      if (word === undefined) continue;
      const { unknown, count } = best[begin]!;
      if (unknown < way.unknown || unknown === way.unknown && count + 1 < way.count) {
        way = { unknown, count: count + 1, before: begin, word };
      }
    }
    best.push(way);
  }
  const words: HeadingWord[] = [];
  for (let at = letters.length; at > 0; at = best[at]!.before) {
    const { word } = best[at]!;
    if (word !== null) words.unshift(word);
  }
  return { words, whole: letters !== "" && best[letters.length]!.unknown === 0, ordinal };
}

interface Way {
  unknown: number;
  count: number;
  before: number;
  word: HeadingWord | null;
}

/** The letters of a heading as one word, and behind how many of them a word may begin or end. */
function lettersOf(heading: string) {
  const tidy = heading.normalize("NFKC")
    // `1.성명`, `(3) 전화`: where the column stands.
    .replace(/^[\s(\[]*\d{1,3}\s*[.)\]:]\s*(?=\D)/, "")
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").replace(/['’]s\b/g, "").replace(/['’`]/g, "");
  let letters = "";
  const ends = new Set([0]);
  let ordinal: number | null = null;
  for (
    const [piece] of tidy.toLowerCase().matchAll(
      /\p{Script=Hangul}+|[^\P{L}\p{Script=Hangul}]+|\d+/gu,
    )
  ) {
    if (/^\d/.test(piece)) {
      if (piece.length <= 3) ordinal ??= Number(piece);
      continue;
    }
    // Koreans write words as one, as two, or cut anywhere; others do not.
    if (/\p{Script=Hangul}/u.test(piece)) {
      for (let i = 1; i < piece.length; i++) ends.add(letters.length + i);
    }
    letters += piece;
    ends.add(letters.length);
  }
  return { letters, ends, ordinal };
}
