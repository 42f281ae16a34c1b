import { crowd } from "../support/crowd.ts";
import { executable } from "./bare.ts";

Deno.test("600 silent connections do not end the executable, with 1,024 descriptors or 256", async () => {
  await crowd([executable()], 1024, 600);
  await crowd([executable()], 256, 600);
});
