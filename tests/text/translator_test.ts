import { deepEqual, equal } from "node:assert/strict";
import { en } from "../../lib/text/en.ts";
import { ko } from "../../lib/text/ko.ts";
import { translator } from "../../lib/text/translator.ts";

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

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
