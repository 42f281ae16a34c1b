import { deepEqual, equal, ok } from "node:assert/strict";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

/** Everything of customers that a morning meets, and what nobody else should read either. */
const SECRETS = [
  ...["이영희", "한빛상사", "미수금", "납기", "새손님", "견적서", "비밀번호"],
  ...["01012345678", "010-1234-5678", "12345678", "01099998888", "99998888", "025551234"],
  ...[PASSWORD, "wrong password", "belltower_session"],
];

Deno.test("no customer's data and no secret is in the log, whatever an agent does", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  using pbx = new TestPbx();
  const server = await ServerProcess.start(folder.path, ["--line", pbx.device]);
  await until(async () => await server.health() === 200, 10_000, "the line is open");
  await walk(server.origin, pbx);
  await server.stop();
  const file = await Deno.readTextFile(`${folder.path}/log/belltower.log`);
  ok(
    file.includes("answers at") && server.log.includes("answers at"),
    "there is no log to look at",
  );
  for (const line of file.trimEnd().split("\n")) JSON.parse(line);
  const text = file + server.log;
  deepEqual(SECRETS.filter((secret) => text.includes(secret)), []);
});

/** A session with everything in it that names somebody, good and bad. */
async function walk(origin: string, pbx: TestPbx): Promise<void> {
  await signIn(origin, "kim", "wrong password").catch((error: Error) => error);
  const cookie = await signIn(origin, "kim", PASSWORD);
  const get = (path: string) => ask(`${origin}${path}`, { headers: { cookie } });
  const post = (path: string, fields: Record<string, string>) =>
    ask(`${origin}${path}`, {
      method: "POST",
      headers: { cookie, origin },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  await pbx.tell("c", "120201012345678");
  await get("/popups");
  await pbx.tell("N", "1202");
  const note = {
    type: "주문",
    state: "done",
    callbackAt: "",
    version: "0",
    text: "견적서 비밀번호",
  };
  await post("/calls/1/draft", note);
  await post("/calls/1/consultation", note);
  await post("/calls/999/consultation", note);
  await pbx.tell("F", "1202");
  const customer = {
    name: "새손님",
    company: "",
    number: "01099998888",
    label: "",
    memo: "비밀번호",
  };
  equal(await post("/customers", { ...customer, email: "no mail" }), 422);
  await post("/customers", customer);
  for (const path of ["/desk", "/card?shown=1&state=ended", "/detail?call=1", "/customers/1"]) {
    equal(await get(path) < 500, true, path);
  }
  await get("/customers?q=이영희");
  await get("/calls?q=01012345678");
  await get("/customers/new?number=01099998888");
  await get("/customers/01012345678");
  await post("/dial", { number: "01012345678" });
}

async function ask(url: string, init: RequestInit): Promise<number> {
  const response = await fetch(url, init);
  await response.body?.cancel();
  return response.status;
}
