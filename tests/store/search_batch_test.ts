import { deepEqual, ok } from "node:assert/strict";
import { insertImported, newCustomerOf } from "../../lib/store/import_batch.ts";
import type { Store } from "../../lib/store/database.ts";
import { indexWords } from "../../lib/store/search_batch.ts";
import { indexWaiting } from "../../lib/store/search_index.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW } from "./fixtures.ts";

const PEOPLE = [
  ["김민수", "한빛상사", "kim@office.kr", ["01011112222", "0255512340"]],
  ["김 민수", "(주)한빛상사", "KIM@office.kr", ["01011112222"]],
  ["김밍수", "대성", "", []],
  ["류재현", "대성", "", ["01033334444"]],
  ["유제현", "대성", "ryu@office.kr", []],
  ["😀", "", "", ["01099998888"]],
] as const;

Deno.test("customers who are indexed many at a time stand in the search as if one by one", () => {
  const store = passingStore();
  try {
    const customers = PEOPLE.map(([name, company, email, normals]) =>
      newCustomerOf({
        custom: [],
        texts: { name, company, email, memo: `about ${name}` },
        numbers: normals.map((normal) => ({ number: normal, normal, label: "" })),
      })
    );
    const change = { by: null, at: NOW };
    for (const some of [customers.slice(0, 2), customers.slice(2)]) {
      store.transaction(() => {
        const first = insertImported(store, 1, some, change);
        indexWords(store, first, some.map(({ entry }) => entry));
      });
    }
    const many = indexOf(store);
    ok(many.keys.length >= 4, JSON.stringify(many.keys));
    store.run("DELETE FROM duplicate_keys");
    store.run("INSERT INTO search_queue (customer_id) SELECT id FROM customers");
    indexWaiting(store, 100);
    deepEqual(many, indexOf(store));
  } finally {
    store.close();
  }
});

function indexOf(store: Store) {
  store.run(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_list USING fts5vocab(main, customer_words, 'instance')",
  );
  return {
    waiting: store.all("SELECT * FROM search_queue"),
    places: store.all("SELECT * FROM customer_places ORDER BY customer_id"),
    keys: store.all("SELECT kind, key FROM duplicate_keys ORDER BY kind, key"),
    words: store.all("SELECT DISTINCT term, doc FROM temp.word_list ORDER BY doc, term"),
  };
}
