import { deepEqual, equal } from "node:assert/strict";
import { KOREA } from "../../lib/domain/numbering.ts";
import type { Customer } from "../../lib/domain/customer.ts";
import { findCustomers, searchCustomers } from "../../lib/store/customer_search.ts";
import { createCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { setNumbering } from "../../lib/store/numbering.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOBODY, NOW } from "./fixtures.ts";

const found = (store: Store, typed: string) => findCustomers(store, typed, 20, Infinity).found;
const names = (store: Store, typed: string) =>
  found(store, typed).map(({ customer: { name, company } }) => name || company);

function add(store: Store, name: string, company = "", numbers: string[] = [], email = "") {
  const rows = numbers.map((number) => ({ number, label: "" }));
  return createCustomer(store, { ...NOBODY, name, company, email, numbers: rows }, {
    by: null,
    at: NOW,
  });
}

/** One customer whom people look for in many ways, among others whom the same words must not bring up. */
function someOffice(): { readonly store: Store; readonly kim: Customer } {
  const store = passingStore();
  const numbers = ["010-1234-5678", "02-1234-5678", "+1 415-555-2671", "1588-1234"];
  const kim = add(store, "김민수", "(주)한빛 상사", numbers, "minsu@hanbit.example");
  add(store, "박서연", "가온테크", ["010-2000-0011"], "park@gaon.example");
  add(store, "Carol Young", "Ocean Trading Co., Ltd.", ["031-200-0003"]);
  return { store, kim };
}

/** What people type and paste for 김민수 of (주)한빛 상사, by the kind of it. */
const FORMS: Record<string, readonly string[]> = {
  "half of the last syllable": ["김민ㅅ", "김미", "기", "한비", "한빛상ㅅ", "ㄱ미", "한ㅂ"],
  "initial consonants": ["ㄱㅁㅅ", "ㅎㅂㅅㅅ", "ﾡ", "ﾡﾱﾵ", "ᄀᄆᄉ", "김ᄆᄉ", "ㄱㅁ수"],
  "the English keyboard": [
    ...["rlaalstn", "RLAALSTN", "Rlaalstn", "rlaals", "rlaalstnsla", "gksqlc rlaalstn"],
    ...["rlaalstn 5678", "rat", "gksqlctkdtk"],
  ],
  "blanks and a Mac's letters": [" 김민수 ", "김 민수", "김민수".normalize("NFD"), "김\u200b민수"],
  "what somebody is called": [
    ...[
      "김민수님",
      "김민수 님",
      "김민수씨",
      "김민수 씨",
      "김민수고객님",
      "김민수 고객님",
      "김민수 과장님",
    ],
    ...[
      "김민수과장",
      "김민수 사장님",
      "고객 김민수",
      "김과장",
      "한빛 김대리님",
      "김민수(본인)",
      "이름: 김민수",
    ],
  ],
  "what kind of company it is": [
    ...["㈜한빛", "(주)한빛", "( 주 ) 한빛 상사", "주식회사 한빛", "한빛주식회사", "한빛상사(주)"],
    ...["한빛 상사 주식회사", "한빛상사", "유한회사 한빛상사", "한빛 상사 Co., Ltd."],
  ],
  "a name and a number": [
    ...["010-1234-5678 김민수", "김민수 010-1234-5678", "김민수5678", "5678김민수", "김민수/한빛"],
    ...[
      "김민수(010-1234-5678)",
      "김민수:01012345678",
      "한빛 김민수",
      "김민수(한빛상사)",
      "한빛,김민수",
    ],
    ...["김민수 뒷번호 5678", "HP 010-1234-5678", "김민수 02-1234-5678 내선 3"],
  ],
  "part of a number": [
    ...["5678", "1234-5678", "010-1234", "010-1234-567", "1012345678", "-5678", "끝자리 5678"],
    ...["5678번", "뒷번호 5678", "010 1234", "010-****-5678", "010-12**-5678", "***-1234-5678"],
    ...["82-10-1234", "+82 10 1234", "010·1234", "415-555", "010 5678"],
  ],
  "a number in some form": [
    ...["０１０１２３４５６７８", "+82 10-1234-5678", "82-10-1234-5678", "8210 1234 5678"],
    ...["(82)10-1234-5678", "001-82-10-1234-5678", "tel:010-1234-5678", "010\u200b12345678"],
    ...["\u202a010-1234-5678\u202c", "\u2068010-1234-5678\u2069", "010‑1234‑5678"],
    ...["010ㅡ1234ㅡ5678", "010ー1234ー5678", "010_1234_5678", "010·1234·5678", "010 1234 5678"],
    ...["☎010-1234-5678", "📞 010.1234.5678", "TEL: 010-1234-5678", "T. 010-1234-5678"],
    ...["전화번호: 010-1234-5678", "010-1234-5678번", "(010)1234-5678", "[010-1234-5678]"],
    ...["02-1234-5678~9", "02-1234-5678 내선 3", "02-1234-5678 (내선 3)", "02)1234-5678"],
    ...["1-415-555-2671", "001-1-415-555-2671", "+1 (415) 555-2671", "1588-1234", "02-1588-1234"],
  ],
  "several numbers": [
    ...[
      "010-1234-5678, 02-1234-5678",
      "010-1234-5678 / 02-1234-5678",
      "02-1234-5678\n010-1234-5678",
    ],
    ...["010-1234-5678 02-1234-5678", "02-1234-5678/010-1234-5678", "010-1234-5678 010-9999-8888"],
    ...["010 1234 5678 02 1234 5678"],
  ],
  "an ID, an address": [
    ...["C-000001", "c000001", "C 000001", "c-1", "Ｃ-000001", "C‑000001", "ㅊ-000001"],
    ...[
      "고객번호 C-000001",
      "고객번호: 1",
      "http://office.example:8416/customers/1",
      "/customers/1?tab=2",
    ],
    ...["minsu@hanbit.example", "김민수 <minsu@hanbit.example>", "mailto:MINSU@hanbit.example"],
  ],
};

for (const [kind, forms] of Object.entries(FORMS)) {
  Deno.test(`a customer is found by ${kind}`, () => {
    const { store, kim } = someOffice();
    for (const typed of forms) {
      const first = found(store, typed)[0]?.customer;
      equal(first?.name, kim.name, JSON.stringify(typed));
    }
    store.close();
  });
}

Deno.test("nobody is found by a number with one digit more or another one, nor by a name of somebody else", () => {
  const { store } = someOffice();
  for (
    const typed of [
      ...["010-1234-56789", "010-1234-5679", "김민석", "김밀", "rlaaltjr", "한빚상사", "C-000009"],
      ...["02-1588-1235", "5679", "김민수 5679", "010-****-5679", "tel:010-1234-5679", "㈜한빚"],
    ]
  ) {
    deepEqual(names(store, typed), [], typed);
  }
});

Deno.test("English is found that was typed on a Korean keyboard, and is called a guess", () => {
  const { store } = someOffice();
  // carol, Ocean, carol young, co
  for (const typed of ["ㅊㅁ개ㅣ", "ㅐㅊㄷ무", "ㅊㅁ개ㅣ ㅛㅐㅕㅜㅎ"]) {
    const [first] = found(store, typed);
    equal(first?.customer.name, "Carol Young", typed);
    equal(first?.guess, first?.guess?.toLowerCase());
  }
  equal(found(store, "ㅊㅁ개ㅣ")[0]?.guess, "carol");
  equal(found(store, "rlaalstn")[0]?.guess, "김민수");
  equal(found(store, "김민수")[0]?.guess, null);
});

Deno.test("what fits as it was typed stands before what the other keyboard writes, and of that nothing where it is many", () => {
  const store = passingStore();
  add(store, "김민수");
  add(store, "최유진", "", [], "rlaalstn@mail.example");
  deepEqual(names(store, "rlaalstn"), ["최유진", "김민수"]);
  for (let n = 0; n < 10; n++) add(store, `rlaalstn ${n}`);
  equal(names(store, "rlaalstn").length, 11);
  equal(names(store, "rlaalstn").includes("김민수"), false);
  // A word of English that happens to be consonants in Korean.
  add(store, "rat");
  deepEqual(names(store, "rat"), ["rat"]);
});

Deno.test("who was not typed whole stands behind who was, and is there while those are few", () => {
  const store = passingStore();
  add(store, "김민수");
  add(store, "김미");
  add(store, "김밀");
  deepEqual(names(store, "김미"), ["김미", "김밀", "김민수"]);
  for (let n = 0; n < 9; n++) add(store, `김미${n}`);
  equal(names(store, "김미").length, 10);
});

Deno.test("a consonant that the input method put below a syllable may begin the next one", () => {
  const store = passingStore();
  for (const name of ["박서연", "김미영", "달기", "최상수", "각산", "과일나라"]) add(store, name);
  const halves = {
    박성: "박서연",
    김밍: "김미영",
    닭: "달기",
    고: "과일나라",
    각ㅅ: "각산",
    갃: "각산",
  };
  for (const [typed, name] of Object.entries(halves)) deepEqual(names(store, typed), [name], typed);
  store.close();
});

Deno.test("the one who has both the name and the number stands before the others who have the number", () => {
  const store = passingStore();
  for (const name of ["가", "김민수", "나"]) add(store, name, "", ["02-555-1234"]);
  deepEqual(names(store, "02-555-1234 김민수").toSorted(), ["가", "김민수", "나"].toSorted());
  equal(names(store, "김민수(02-555-1234)")[0], "김민수");
  // Whose number it is counts where nobody has both.
  deepEqual(names(store, "이영희 02-555-1234").toSorted(), ["가", "김민수", "나"].toSorted());
});

Deno.test("a whole number beside words is not a part of a longer one", () => {
  const store = passingStore();
  add(store, "긴쪽", "", ["02-1234-5678"]);
  add(store, "짧은쪽", "", ["02-123-4567"]);
  deepEqual(names(store, "02-123-4567(代)"), ["짧은쪽"]);
  deepEqual(names(store, "02-123-4567 번호"), ["짧은쪽"]);
  deepEqual(names(store, "02-123-45"), ["짧은쪽", "긴쪽"]);
});

Deno.test("who only asks who it is gets nobody by half a syllable or by the other keyboard", () => {
  const { store, kim } = someOffice();
  deepEqual(searchCustomers(store, "김민수님", 5).map(({ id }) => id), [kim.id]);
  for (const typed of ["rlaalstn", "김미"]) deepEqual(searchCustomers(store, typed, 5), [], typed);
});

Deno.test("an office of another country finds its numbers as they are written there and abroad", () => {
  const store = passingStore();
  setNumbering(store, { ...KOREA, country: "JP", areaCode: "03" });
  add(store, "Sato", "", ["03-5555-0100"]);
  add(store, "Ito", "", ["+82 2-555-1234"]);
  for (const typed of ["03-5555-0100", "+81 3-5555-0100", "+81355550100", "5555-0100"]) {
    deepEqual(names(store, typed), ["Sato"], typed);
  }
  deepEqual(names(store, "+82 2 555 1234"), ["Ito"]);
});

Deno.test("a number without its area code is looked for in every area, in an office that says its own, too", () => {
  const store = passingStore();
  setNumbering(store, { ...KOREA, areaCode: "02" });
  add(store, "박서연", "", ["02-2000-0100"]);
  add(store, "김민수", "", ["031-2000-0100"]);
  deepEqual(names(store, "2000-0100").toSorted(), ["김민수", "박서연"]);
});
