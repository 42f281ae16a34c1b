import { equal, match, ok } from "node:assert/strict";
import { LineAtWork } from "../../lib/switchboard/line_at_work.ts";
import { startServer } from "../../lib/server/server.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createLine } from "../../lib/store/line_settings.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { freePort } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { ToyExchange } from "../switches/toy/toy_exchange.ts";
import { ToySwitch } from "../switches/toy/toy_switch.ts";

Deno.test("an agent answers, holds, takes back and ends a call from the page, and the page shows what the switch tells", async () => {
  await using folder = await temporaryFolder();
  const data = folder.path;
  await furnishOffice(data);
  const store = openStore(data, { exclusive: true });
  createLine(store, { label: "", device: "toy", dialect: "416" });
  const exchange = new ToyExchange();
  const http = { hostname: "127.0.0.1", port: freePort() };
  const server = await startServer({
    config: { data, http, plainHttp: "loopback", https: null, line: null },
    store,
    lineFor: (line, listener) => new LineAtWork(store, line, new ToySwitch(exchange), listener),
  });
  const cookie = await signIn(server.origin, "kim", PASSWORD);
  const stream = await fetch(`${server.origin}/live`, { headers: { cookie } });
  let heard = "";
  const listening = (async () => {
    for await (const part of stream.body!.pipeThrough(new TextDecoderStream())) heard += part;
  })();
  const tells = (state: string) =>
    until(() => heard.includes(`"state":"${state}"`), 20_000, `${state} is told`);
  const asks = async (command: string) => {
    const response = await fetch(`${server.origin}/calls/1/control`, {
      method: "POST",
      headers: { cookie, origin: server.origin },
      body: new URLSearchParams({ command }),
    });
    return [response.status, await response.text()];
  };
  const shows = async (path: string) =>
    await (await fetch(server.origin + path, { headers: { cookie, "HX-Request": "true" } })).text();

  exchange.rings("01012345678", "202");
  await tells("ringing");
  match(await shows("/popups"), /command&quot;:&quot;answer/);
  equal((await asks("hold"))[0], 409, "it rings");
  equal((await asks("answer"))[0], 204);
  await tells("talking");
  match(await shows("/card"), /command&quot;:&quot;hold/);
  equal((await asks("hold"))[0], 204);
  await tells("held");
  match(await shows("/card?shown=1&state=talking"), /command&quot;:&quot;retrieve/);
  heard = "";
  equal((await asks("retrieve"))[0], 204);
  await tells("talking");
  const [status, said] = await asks("record");
  equal(status, 409);
  equal(JSON.parse(String(said)).outcome, "unsupported");
  equal((await asks("clear"))[0], 204);
  await tells("ended");
  ok(!(await shows("/card?shown=1&state=talking")).includes("command&quot;"));
  await server.stop();
  await listening;
});
