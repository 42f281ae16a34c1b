import { deepEqual, match } from "node:assert/strict";
import { hashPassword } from "../../lib/domain/password.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { setActive, setPassword, staffByLogin } from "../../lib/store/staff.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** More than are compared at once: the last ones wait for the first. */
const AT_ONCE = 10;

Deno.test("who was signing in when the password was changed on the console is not in, and a form half sent is nobody's", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const server = await ServerProcess.start(data, []);
  const store = openStore(data);
  try {
    const id = staffByLogin(store, "kim")!.staff.id;
    setPassword(store, id, await hashPassword(PASSWORD));
    const other = await hashPassword("another password");
    const asking = Array.from({ length: AT_ONCE }, () => signIn(server.origin, "kim", PASSWORD));
    await Promise.any(asking);
    setPassword(store, id, other);
    const cookies = (await Promise.allSettled(asking))
      .flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
    const good = await Promise.all(cookies.map(async (cookie) => {
      const response = await fetch(`${server.origin}/session`, { headers: { cookie } });
      await response.body?.cancel();
      return response.status;
    }));
    deepEqual(new Set(good), new Set([401]));

    const park = await signIn(server.origin, "park", PASSWORD);
    const answer = await slowly(server, park, "state=break&reason=", () => {
      setActive(store, staffByLogin(store, "park")!.staff.id, false);
    });
    match(answer, /^HTTP\/1\.1 303 [^]*location: \/login/i);
  } finally {
    store.close();
    await server.stop();
  }
});

/** Sends a form to `/presence`, in the middle of which `meanwhile` happens; the answer as it came. */
async function slowly(
  { origin, port }: ServerProcess,
  cookie: string,
  body: string,
  meanwhile: () => void,
): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const send = (text: string) => connection.write(new TextEncoder().encode(text));
  await send([
    ...["POST /presence HTTP/1.1", `Host: ${new URL(origin).host}`, `Origin: ${origin}`],
    ...[`Cookie: ${cookie}`, "Content-Type: application/x-www-form-urlencoded"],
    ...[`Content-Length: ${body.length}`, "Connection: close", "", body.slice(0, 5)],
  ].join("\r\n"));
  // The server has the first half when it has answered somebody who came later.
  await (await fetch(`${origin}/healthz`)).body?.cancel();
  meanwhile();
  await send(body.slice(5));
  let answer = "";
  const buffer = new Uint8Array(4096);
  for (let length; (length = await connection.read(buffer)) !== null;) {
    answer += new TextDecoder().decode(buffer.subarray(0, length));
  }
  return answer;
}
