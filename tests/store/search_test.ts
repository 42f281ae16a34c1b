import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type Customer, customerCode } from "../../lib/domain/customer.ts";
import { fits, type SearchQuery } from "../../lib/domain/search_query.ts";
import { searchReadings } from "../../lib/domain/search_readings.ts";
import { folded, initials, placeOf } from "../../lib/domain/search_text.ts";
import { linkCall } from "../../lib/store/call_customer.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { everyFound, findCustomers, searchCustomers } from "../../lib/store/customer_search.ts";
import { createCustomer, updateCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { indexWaiting } from "../../lib/store/search_index.ts";
import { blockOf, scan } from "../../lib/store/search_scan.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOBODY, NOW, planOf, someCall, someCustomer, someStaff } from "./fixtures.ts";

const ALL = 1000;
const CHANGE = { by: null, at: NOW };
const names = (store: Store, typed: string) =>
  searchCustomers(store, typed, ALL).map(({ name }) => name);

Deno.test("initial consonants find names, alone, in pairs that an input method joined, and among syllables", () => {
  const store = passingStore();
  someCustomer(store, "김민수");
  someCustomer(store, "박감사");
  someCustomer(store, "Kim");
  deepEqual(names(store, "ㄱㅁㅅ"), ["김민수"]);
  deepEqual(names(store, "ㄱㅅ"), ["박감사"]);
  deepEqual(names(store, "ㄳ"), ["박감사"]);
  deepEqual(names(store, "김ㅁㅅ"), ["김민수"]);
  deepEqual(names(store, "김민ㅂ"), []);
});

Deno.test("part of a number is found with and without hyphens, and behind the country's code", () => {
  const store = passingStore();
  someCustomer(store, "가", "010-1234-5678");
  for (
    const typed of [
      "010-1234",
      "0101234",
      "10123456",
      "0101234567",
      "345",
      "34-56",
      "+82 10-1234",
      "5678",
      "１２３４",
    ]
  ) {
    deepEqual(names(store, typed), ["가"], typed);
  }
  deepEqual(names(store, "가 5678"), ["가"]);
  deepEqual(names(store, "01"), []);
  for (const typed of ["010-1235", "12345679", "101234578"]) deepEqual(names(store, typed), []);
});

Deno.test("the exact number comes first, then names that begin so, then who called last", () => {
  const store = passingStore();
  someCustomer(store, "끝자리", "02-999-5678");
  someCustomer(store, "5678번지");
  const exact = someCustomer(store, "정확", "1588-5678");
  const caller = someCustomer(store, "최5678");
  linkCall(store, someCall(store, { number: "01000000000" }), caller.id, CHANGE);
  deepEqual(names(store, "1588-5678")[0], exact.name);
  deepEqual(names(store, "5678"), ["5678번지", "정확", "끝자리", "최5678"]);
  const [one, other] = [someCustomer(store, "한가"), someCustomer(store, "한나")];
  deepEqual(names(store, "한"), ["한나", "한가"]);
  linkCall(store, someCall(store, { number: "01000000001" }), one!.id, CHANGE);
  deepEqual(names(store, "한"), ["한가", "한나"]);
  ok(other);
});

Deno.test("a customer is found by ID, with and without its zeros", () => {
  const store = passingStore();
  const { id, name } = someCustomer(store, "가");
  deepEqual(names(store, customerCode(id)), [name]);
  deepEqual(names(store, "c-1"), [name]);
  deepEqual(names(store, "C-999999"), []);
});

Deno.test("notes are found by words of two syllables, the newest of a customer beside the name", () => {
  const store = passingStore();
  const { id: staffId } = someStaff(store, "kim");
  const { id: customerId } = someCustomer(store, "가");
  for (const [at, text] of [[NOW, "납기 문의"], [NOW + 1, "납기 확인. 토너 두 상자"]] as const) {
    createConsultation(store, {
      ...{ callId: null, customerId, staffId, type: "", text, state: "done", callbackAt: null },
    }, at);
  }
  equal(findCustomers(store, "납기", 5).found[0]?.note?.text, "납기 확인. 토너 두 상자");
  equal(findCustomers(store, "문의 납기", 5).found[0]?.note?.text, "납기 문의");
  deepEqual(findCustomers(store, "납", 5), { found: [], complete: true });
});

Deno.test("what was changed is found at once, and no longer by what it was", () => {
  const store = passingStore();
  const before = someCustomer(store, "김민수", "010-1111-2222");
  deepEqual(names(store, "민수"), ["김민수"]);
  updateCustomer(store, before.id, { ...before, name: "이영희", numbers: [] }, 1, CHANGE);
  deepEqual(names(store, "민수"), []);
  deepEqual(names(store, "1111"), []);
  deepEqual(names(store, "영희"), ["이영희"]);
});

Deno.test("strange texts are searched for like any other", () => {
  const store = passingStore();
  someCustomer(store, "<script>alert(1)</script>");
  someCustomer(store, "👩‍💻 개발자 👍🏽");
  someCustomer(store, "\u202e거꾸로");
  someCustomer(store, "가".repeat(10_000));
  deepEqual(names(store, "script"), ["<script>alert(1)</script>"]);
  deepEqual(names(store, "💻"), ["👩‍💻 개발자 👍🏽"]);
  deepEqual(names(store, "거꾸로"), ["\u202e거꾸로"]);
  equal(names(store, "가".repeat(200)).length, 1);
  for (const typed of ['"', "* AND", "NEAR(", "a\0b", "\ud83d", "'; DROP TABLE customers; --"]) {
    ok(Array.isArray(names(store, typed)), typed);
  }
});

Deno.test("no search reads a table row after row", () => {
  const store = passingStore();
  someCustomer(store, "김민수", "010-1234-5678");
  indexWaiting(store, ALL);
  const readings = ["김미", "rlaalstn", "김민수님 010-1234-5678", "kim@office.example", "C-000009"];
  for (const typed of ["김", "김민", "ㄱㅁㅅ", "5678", "010", "배송 김", ...readings]) {
    const plan = planOf(store, (spy) => findCustomers(spy, typed, 10, Infinity));
    const scans = plan.filter((step) =>
      step.startsWith("SCAN") &&
      !/VIRTUAL TABLE INDEX|SCAN (hits|heir|CONSTANT|n\b)|imports_hidden/.test(step) &&
      !/SCAN (search_queue|note_queue)/.test(step)
    );
    deepEqual(scans, [], typed);
  }
});

const BLOCK = 2 ** 18;
/** In eight blocks. */
const SPREAD = Array.from({ length: 4000 }, (_, n) => n * 500);

/** An index of SPREAD, and the clock that each question to it moves on; what was asked is in `asked`. */
function indexOf(fits: (place: number) => boolean, takesMs: number, blocks = true) {
  const asked: string[] = [];
  return {
    asked,
    now: () => asked.length * takesMs,
    ...blocks ? { highest: () => Math.max(...SPREAD) } : {},
    read(expression: string, below: number, limit: number) {
      asked.push(expression);
      const block = /\uE004(\d+)/.exec(expression)?.[1];
      return SPREAD.toReversed().filter((place) =>
        place < below && fits(place) && (block === undefined || blockOf(place) === Number(block))
      ).slice(0, limit).map((place) => ({ place }));
    },
  };
}

/** What a scan gives, and at last whether that was all. */
function scanned(index: ReturnType<typeof indexOf>, deadline: number) {
  const hits = scan(index, '"a"', deadline, index.now);
  const places: number[] = [];
  while (true) {
    const { done, value } = hits.next();
    if (done) return { places, complete: value };
    places.push(value.place);
  }
}

Deno.test("an index is read from its highest place down, each hit once, with blocks or without", () => {
  const all = SPREAD.toReversed();
  const rare = (place: number) => place % 77_000 === 0;
  for (const deadline of [1e9, Infinity]) {
    for (const blocks of [true, false]) {
      const every = scanned(indexOf(() => true, 1, blocks), deadline);
      deepEqual(every, { places: all, complete: true });
      const few = scanned(indexOf(rare, 1, blocks), deadline);
      deepEqual(few, { places: all.filter(rare), complete: true });
      deepEqual(scanned(indexOf(() => false, 1, blocks), deadline), { places: [], complete: true });
    }
  }
});

Deno.test("where the highest block alone takes long, the others are left alone, and that is said", () => {
  const index = indexOf((place) => place % 100_000 === 0, 2);
  const top = SPREAD.filter((place) => place % 100_000 === 0 && place >= 7 * BLOCK);
  deepEqual(scanned(index, 8), { places: top.toReversed(), complete: false });
  equal(index.asked.length, 1);
  equal(scanned(indexOf((place) => place % 100_000 === 0, 2), 10).complete, true);
});

Deno.test("a reading with many hits ends when time is up, and says so", () => {
  for (const blocks of [true, false]) {
    const { places, complete } = scanned(indexOf(() => true, 1, blocks), 2);
    equal(complete, false);
    deepEqual(places, SPREAD.toReversed().slice(0, places.length));
  }
});

Deno.test("a search says whether everything that was changed is known to it", () => {
  const store = passingStore();
  for (let n = 0; n < 50; n++) someCustomer(store, `김${n}`);
  equal(findCustomers(store, "이", 5).complete, false);
  indexWaiting(store, ALL);
  equal(findCustomers(store, "이", 5).complete, true);
});

Deno.test("customers whom an import is still writing do not hide those who stand below them", () => {
  const store = passingStore();
  someCustomer(store, "김민수");
  store.run(
    "INSERT INTO imports (id, file_name, state, created_at) VALUES (1, 'a.csv', 'writing', ?)",
    NOW,
  );
  for (let n = 0; n < 60; n++) someCustomer(store, `김${n}`);
  store.run("UPDATE customers SET batch_id = 1 WHERE name <> '김민수'");
  indexWaiting(store, ALL);
  deepEqual(names(store, "김"), ["김민수"]);
});

Deno.test("all who are found come page by page, each once and in order", () => {
  const store = passingStore();
  for (let n = 0; n < 1203; n++) someCustomer(store, `김${n}`, `010-1234-${1000 + n}`);
  indexWaiting(store, 2000);
  const pages = [...everyFound(store, "김")];
  deepEqual(pages.map((page) => page.length), [500, 500, 203]);
  deepEqual(
    pages.flat().map(({ id }) => id),
    searchCustomers(store, "김", 2000).map(({ id }) => id),
  );
});

const LETTERS = [..."김이박민수영희가ㄱㅁaB1 (주)"];
const WORD = fc.array(fc.constantFrom(...LETTERS), { maxLength: 6 }).map((list) => list.join(""));
const NUMBER = fc.integer({ min: 0, max: 999 }).map((n) =>
  `0101234${String(n * 7).padStart(4, "0")}`
);
const PERSON = fc.record({
  name: WORD,
  company: WORD,
  memo: WORD,
  numbers: fc.uniqueArray(NUMBER, { maxLength: 2 }),
});
const TYPED = fc.oneof(
  WORD,
  fc.array(WORD, { minLength: 2, maxLength: 3 }).map((words) => words.join(" ")),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  WORD.map((word) => initials(folded(word))),
);

/** Readings beyond the first are asked for where fewer were found. */
const FEW = 10;

/** Whom a look at everybody finds. */
function looked(customers: readonly Customer[], typed: string): Set<number> {
  const { literal, looser, half, numbers } = searchReadings(typed);
  const found = new Set<number>();
  const add = (fits: (customer: Customer) => boolean) => {
    for (const customer of customers) if (fits(customer)) found.add(customer.id);
  };
  if (literal.words.length > 0) {
    add((one) => placeOf(literal.whole, folded(one.name)) === 0 || fitsIn(literal, one));
  }
  for (const query of looser()) if (found.size < FEW) add((one) => fitsIn(query, one));
  add((one) => one.numbers.some(({ normal }) => numbers.includes(normal)));
  const last = half();
  if (last !== null && found.size < (last.words.length === 1 ? FEW : 1)) {
    add((one) => fitsIn(last, one));
  }
  return found;
}

function fitsIn(query: SearchQuery, customer: Customer): boolean {
  const numbers = customer.numbers.map(({ normal }) => normal);
  return fits(query, { ...customer, details: [customer.memo], numbers }, folded);
}

Deno.test("a search finds who a look at everybody finds, names that begin so first", () => {
  fc.assert(
    fc.property(
      fc.array(PERSON, { maxLength: 12 }),
      fc.array(TYPED, { minLength: 8, maxLength: 8 }),
      (people, searches) => {
        const store = passingStore();
        const customers = people.map((person) =>
          createCustomer(store, {
            ...NOBODY,
            ...person,
            numbers: person.numbers.map((number) => ({ number, label: "" })),
          }, CHANGE)
        );
        for (const typed of searches) {
          const found = findCustomers(store, typed, ALL, Infinity).found
            .filter(({ guess }) => guess === null).map(({ customer }) => customer);
          deepEqual(
            found.map(({ id }) => id).toSorted((a, b) => a - b),
            [...looked(customers, typed)].toSorted((a, b) => a - b),
            JSON.stringify(typed),
          );
          const { literal: first } = searchReadings(typed);
          if (first.words.length !== 1 || first.words[0]?.digits !== null) continue;
          const starts = found.map(({ name }) => placeOf(first.whole, folded(name)) === 0);
          deepEqual(starts.toSorted((a, b) => Number(b) - Number(a)), starts);
        }
        store.close();
      },
    ),
    { numRuns: 60 },
  );
});
