import { sampleCustomers } from "../../lib/demo/sample_customers.ts";
import { anywhere } from "../../lib/domain/search_pieces.ts";
import { searchQuery } from "../../lib/domain/search_query.ts";
import { initials } from "../../lib/domain/search_text.ts";
import { Random } from "../../lib/domain/random.ts";
import { findCustomers } from "../../lib/store/customer_search.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { openStore, type Store } from "../../lib/store/database.ts";
import { seedBigOffice } from "./big_office.ts";
import { median, percentile, type Row } from "./row.ts";

/** As many as the field under the top search shows. */
const LIMIT = 20;
const ROUNDS = 300;

/**
 * What a search and a look-up take, beside the bare SQL statement that asks the same index for as many rows.
 * BELLTOWER_BENCH_CUSTOMERS says how many customers there are (100,000), each with three consultations.
 */
export function bench(): Promise<Row[]> {
  const customers = Number(Deno.env.get("BELLTOWER_BENCH_CUSTOMERS") ?? 100_000);
  const folder = seedBigOffice({ customers, consultations: 3 * customers, calls: 0 });
  const store = openStore(folder, { readOnly: true });
  const random = new Random(7);
  const rows: Row[] = [];
  for (const [name, typed] of Object.entries(QUESTIONS)) {
    rows.push(
      measure(`search, ${name}`, random, typed, (text) => findCustomers(store, text, LIMIT), {
        floor: (text) => bareSearch(store, text),
        note: `${customers} customers; ${typed(random)}`,
      }),
    );
  }
  const numbers = store.all<{ normal: string }>(
    "SELECT normal FROM customer_numbers WHERE customer_id % 97 = 1 LIMIT 10000",
  ).map(({ normal }) => normal);
  const someNumber = (random: Random) => random.pick(numbers);
  rows.push(
    measure("caller by number", random, someNumber, (text) => customersByNumber(store, text), {
      floor: (text) => store.all("SELECT customer_id FROM customer_numbers WHERE normal = ?", text),
      note: `${customers} customers`,
    }),
  );
  store.close();
  return Promise.resolve(rows);
}

const person = (random: Random) => sampleCustomers(1, random)[0]?.name ?? "";

const QUESTIONS: Record<string, (random: Random) => string> = {
  "one syllable": (random) => random.pick(["김", "이", "박", "최", "수", "한"]),
  "two syllables": (random) => person(random).slice(0, 2),
  "a name": person,
  "end of a name": (random) => person(random).slice(1),
  "initial consonants": (random) => initials(person(random)),
  "one initial consonant": (random) => random.pick(["ㄱ", "ㅇ", "ㅎ"]),
  "name and company": (random) => `${person(random)} ${random.pick(["한빛", "상사", "테크"])}`,
  "company": (random) => random.pick(["한빛상사", "가온테크", "주식회사 가온", "어린이집"]),
  "last four digits": (random) => String(random.whole(0, 9999)).padStart(4, "0"),
  "part of a number": (random) => `010-${random.whole(2000, 9999)}`,
  "digits of every number": (random) => random.pick(["010", "0102", "031"]),
  "a word of a note": (random) => random.pick(["납기", "견적", "반품", "창고", "환불"]),
  "common words together": (random) =>
    random.pick(["금요일 토너", "배송 김", "박 요청", "오늘 이메일 재고", "송장 010"]),
  "nothing": (random) => random.pick(["뷁뷁", "없는이름", "qzxj", "0000000000", "ㅋㅌㅍㅎ"]),
  "a customer's ID": (random) => `C-${String(random.whole(1, 99_999)).padStart(6, "0")}`,
};

/** One row of the index behind the other, as many as are shown, without looking at them. */
function bareSearch(store: Store, text: string): unknown[] {
  const expression = anywhere(searchQuery(text));
  if (expression === null) return [];
  return store.all(
    `SELECT customers.* FROM customer_words
     CROSS JOIN customer_places ON customer_places.place = customer_words.rowid
     CROSS JOIN customers ON customers.id = customer_places.customer_id
     WHERE customer_words MATCH ? ORDER BY customer_words.rowid DESC LIMIT ?`,
    expression,
    LIMIT,
  );
}

function measure(
  name: string,
  random: Random,
  typed: (random: Random) => string,
  ask: (text: string) => unknown,
  { floor, note }: { readonly floor: (text: string) => unknown; readonly note: string },
): Row {
  const times: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const text = typed(random);
    times.push(timed(() => ask(text)));
    floors.push(timed(() => floor(text)));
  }
  const [middle, least] = [median(times), median(floors)];
  return {
    name,
    median: middle,
    p99: percentile(times, 99),
    unit: "ms",
    floor: least,
    ratio: middle / least,
    note,
  };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
