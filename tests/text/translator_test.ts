import { deepEqual, equal } from "node:assert/strict";
import { TEXTS } from "../../lib/text/texts.ts";
import { translator } from "../../lib/text/translator.ts";

const { ko, en } = TEXTS;

/** The names of what is put into a text, those by whose number it chooses too. */
const places = (text: string) =>
  [...text.matchAll(/\{(\w+)(?:\}|, plural,)/g)].map(([, name]) => name).sort();

Deno.test("both languages have the same texts, with the same places in them", () => {
  deepEqual(Object.keys(en), Object.keys(ko));
  const dates = /^time\./;
  for (const [key, text] of Object.entries(ko)) {
    if (dates.test(key)) continue;
    deepEqual(places(en[key as keyof typeof ko]), places(text), key);
  }
});

Deno.test("no text is empty, and no English one has Korean letters", () => {
  for (const [key, text] of [...Object.entries(ko), ...Object.entries(en)]) {
    equal(text.trim(), text, key);
    equal(text === "", false, key);
  }
  const korean = Object.entries(en).filter(([key, text]) =>
    /\p{Script=Hangul}/u.test(text) && !key.startsWith("language.")
  );
  deepEqual(korean, []);
});

Deno.test("the places of a text are filled, and one without a value stays", () => {
  equal(translator("en")("time.today", { time: "14:03" }), "Today 14:03");
  equal(translator("ko")("time.today"), "오늘 {time}");
  equal(translator("ko")("time.today", {}), "오늘 {time}");
});

Deno.test("what is put into a place is put there as it is", () => {
  equal(translator("ko")("time.today", { time: "$& {time}" }), "오늘 $& {time}");
});

Deno.test("one call is no calls: an English text chooses by its number", () => {
  const t = translator("en");
  const said = [0, 1, 2, "1", "1,234"].map((count) => t("calls.count", { count }));
  deepEqual(said, ["0 calls", "1 call", "2 calls", "1 call", "1,234 calls"]);
  equal(t("report.busiest_calls", { count: 1, time: "$#" }), "1 call in the hour from $#");
  equal(translator("ko")("calls.count", { count: 1 }), "1건");
});

Deno.test("every text that chooses by a number has a branch for one and for others, and no text forgets to choose", () => {
  for (const [key, text] of [...Object.entries(ko), ...Object.entries(en)]) {
    equal(
      text.split("plural").length,
      text.split(/\w+, plural, one \{[^{}]+\} other \{/).length,
      key,
    );
  }
  // A number that is never one may stand before its word.
  const never =
    /^(popup\.one_of|candidates\.title|merge\.do|calls\.more_than|calls\.some_customers)$/;
  const forgotten = Object.entries(en).filter(([key, text]) =>
    /\{(count|days|hours|minutes|rows|done)\} [a-z]+s\b/.test(text) && !never.test(key)
  );
  deepEqual(forgotten, []);
});
