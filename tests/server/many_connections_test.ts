import { permissions } from "../../.ci/build/permissions.ts";
import { crowd } from "../support/crowd.ts";

const MAIN = new URL("../../main.ts", import.meta.url).pathname;

Deno.test("silent connections use up no descriptor that pages, calls or the database need", async () => {
  const program = [Deno.execPath(), "run", "--no-check", ...permissions("linux"), MAIN];
  await crowd(program, 256, 300);
});
