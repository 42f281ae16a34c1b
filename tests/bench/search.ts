import { DialRate } from "../../lib/desk/telephony/dial_rate.ts";
import { sampleCustomers } from "../../lib/demo/sample_customers.ts";
import { anywhere } from "../../lib/domain/search_pieces.ts";
import { searchQuery } from "../../lib/domain/search_query.ts";
import { initials } from "../../lib/domain/search_text.ts";
import { Random } from "../../lib/domain/random.ts";
import { LiveHub } from "../../lib/live/hub.ts";
import { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import { Jobs } from "../../lib/jobs/jobs.ts";
import { findCustomers } from "../../lib/store/customer_search.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { OfficeSettings } from "../../lib/store/office_settings.ts";
import { createSession } from "../../lib/store/sessions.ts";
import { staffByLogin } from "../../lib/store/staff.ts";
import { createApp } from "../../lib/web/app.ts";
import { newToken, tokenHash } from "../../lib/web/guard/session_token.ts";
import { ALL_WELL, PLENTY } from "../support/all_well.ts";
import { seedBigOffice } from "./big_office.ts";
import { median, percentile, type Row } from "./row.ts";

/** One more than the field under the top search shows. */
const LIMIT = 11;
const ROUNDS = Number(Deno.env.get("BELLTOWER_BENCH_ROUNDS") ?? 300);
const ORIGIN = "http://bench.test";

/**
 * What a search and a look-up take, beside the bare SQL statement that asks the same index for as many rows: `GET
 * /search`, from the request until its answer is there to leave the server, and what of it the search itself takes.
 * BELLTOWER_BENCH_CUSTOMERS says how many customers there are (100,000), each with three consultations.
 */
export async function bench(): Promise<Row[]> {
  const customers = Number(Deno.env.get("BELLTOWER_BENCH_CUSTOMERS") ?? 100_000);
  const folder = seedBigOffice({ customers, consultations: 3 * customers, calls: 0 });
  const store = openStore(folder);
  const answer = signedIn(store, folder);
  const random = new Random(7);
  const rows: Row[] = [];
  for (const [name, typed] of Object.entries(QUESTIONS)) {
    const texts = Array.from({ length: ROUNDS }, () => typed(random));
    const floor = texts.map((text) => timed(() => bareSearch(store, text)));
    const unfinished = texts.filter((text) => !findCustomers(store, text, LIMIT).complete).length;
    const note = `${customers} customers; e.g. ${texts[0]}; ${unfinished} of ${ROUNDS} unfinished`;
    rows.push(
      rowOf(
        `search, ${name}`,
        texts.map((text) => timed(() => findCustomers(store, text, LIMIT))),
        floor,
        note,
      ),
    );
    const answers: number[] = [];
    for (const text of texts) {
      const startedAt = performance.now();
      await answer(`/search?q=${encodeURIComponent(text)}`);
      answers.push(performance.now() - startedAt);
    }
    rows.push(rowOf(`GET /search, ${name}`, answers, floor, "the whole answer"));
  }
  const numbers = store.all<{ normal: string }>(
    "SELECT normal FROM customer_numbers WHERE customer_id % 97 = 1 LIMIT 10000",
  ).map(({ normal }) => normal);
  const asked = Array.from({ length: ROUNDS }, () => random.pick(numbers));
  rows.push(
    rowOf(
      "caller by number",
      asked.map((text) => timed(() => customersByNumber(store, text))),
      asked.map((text) =>
        timed(() => store.all("SELECT customer_id FROM customer_numbers WHERE normal = ?", text))
      ),
      `${customers} customers`,
    ),
  );
  store.close();
  return rows;
}

/** Asks the web as a browser does in which somebody is signed in; throws where the answer is none. */
function signedIn(store: Store, data: string): (path: string) => Promise<void> {
  const nobody = () => Promise.reject(new Error("there is no line in a bench"));
  const app = createApp({
    store,
    data,
    jobs: new Jobs(store, data),
    keepers: { states: () => [] },
    backups: { seen: () => null, look: () => Promise.reject(new Error("no backups here")) },
    hub: new LiveHub(),
    metrics: new ProgramMetrics(),
    telephony: {
      status: () => [],
      statusOf: () => null,
      commandsOf: () => new Set(),
      reaches: () => false,
      dial: nobody,
      perform: nobody,
      reload: nobody,
    },
    dialRate: new DialRate(),
    ports: () => [],
    health: ALL_WELL,
    space: PLENTY,
    setupCode: "",
    https: null,
    linkOrigin: (host) => `http://${host}`,
    hsts: false,
    clock: Date.now,
    version: "bench",
    office: new OfficeSettings(store),
    demo: false,
    restore: () => undefined,
  });
  const token = newToken();
  const session = { tokenHash: tokenHash(token)!, address: "", userAgent: "" };
  createSession(
    store,
    { ...session, staffId: staffByLogin(store, "agent1")!.staff.id },
    Date.now(),
  );
  const headers = {
    cookie: `belltower_session=${token}`,
    "HX-Request": "true",
    "HX-Current-URL": `${ORIGIN}/desk`,
  };
  return async (path) => {
    const response = await app.request(ORIGIN + path, { headers });
    const html = await response.text();
    if (response.status !== 200 || !html.includes("found_foot")) throw new Error(html);
  };
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

function rowOf(name: string, times: number[], floors: number[], note: string): Row {
  const [middle, least] = [median(times), median(floors)];
  const p99 = percentile(times, 99);
  return { name, median: middle, p99, unit: "ms", floor: least, ratio: middle / least, note };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
