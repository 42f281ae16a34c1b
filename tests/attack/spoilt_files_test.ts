import { fuzz } from "../support/fuzz.ts";
import { lacks } from "../support/needs.ts";

const ROUNDS = 10_000;

Deno.test({
  name: "ten thousand files that are spoilt by chance are tables or refused, in little memory",
  ignore: lacks("linux"),
  // The seed stands in what a failure says.
  fn: async () => void await fuzz(crypto.getRandomValues(new Uint32Array(1))[0]!, ROUNDS),
});
