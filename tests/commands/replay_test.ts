import { deepEqual, equal, match } from "node:assert/strict";
import { belltower, exportedCalls } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** The examples of the protocol, with noise between them. */
const CAPTURE = `
02 31 32 43 31 30 32 31 32 33 34 35 36 37 38 03 78   C, trunk 1, 02-1234-5678
ff 00 02 30                                          noise, and a frame that was cut
02 31 35 63 31 32 30 30 30 32 31 32 33 34 35 36 37 38 03 6D   c, extension 200
02 30 35 4E 31 32 30 30 03 4A                        N with a wrong BCC
02 30 35 4E 31 32 30 30 03 4B                        N, sent again
02 30 35 46 31 32 30 30 03 43                        F
`;

Deno.test("a captured line is told frame by frame, and its calls can be kept", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/capture.txt`;
  await Deno.writeTextFile(file, CAPTURE);
  const data = `${folder.path}/data`;
  const { code, out, err } = await belltower(["replay", file, "--data", data]);
  equal(code, 0, err);
  match(out, /rejected {2}02 30 35 4E 31 32 30 30 03 4A {2}bad BCC 4A, expected 4B/);
  match(out, /4 frames, \d rejected, 1 calls/);
  const [call, ...others] = await exportedCalls(data);
  deepEqual(others, []);
  equal(call?.number, "0212345678");
  equal(call?.outcome, "answered");
  deepEqual(call?.answeredBy, ["200"]);
});
