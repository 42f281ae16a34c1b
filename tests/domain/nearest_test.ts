import { equal } from "node:assert/strict";
import { nearest } from "../../lib/domain/nearest.ts";

const WORDS = ["serve", "service", "export", "help"];

Deno.test("the word that was probably meant is the one that differs least", () => {
  equal(nearest("serev", WORDS), "serve");
  equal(nearest("servce", WORDS), "serve");
  equal(nearest("servic", WORDS), "service");
  equal(nearest("exprot", WORDS), "export");
});

Deno.test("a word that differs in half of its letters was not meant", () => {
  equal(nearest("help", ["hold"]), null);
  equal(nearest("x", WORDS), null);
  equal(nearest("", WORDS), null);
});
