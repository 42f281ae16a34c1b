import { fuzz } from "../support/fuzz.ts";
import { lacks } from "../support/needs.ts";

Deno.test({
  name: "a file that is spoilt by chance is a table or refused, in little memory",
  ignore: lacks("linux"),
  fn: async () => void await fuzz(20261127, 100),
});
