import { equal, match, ok } from "node:assert/strict";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { lacks } from "../support/needs.ts";
import { freePort, ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const README = new URL("../../README.md", import.meta.url);

/** A proxy: its program, and how README has it configured. */
interface Proxy {
  readonly program: "nginx" | "caddy";
  readonly args: (folder: string) => string[];
  /** The whole of its file, around README's lines. */
  readonly file: (lines: string, port: number, folder: string) => string;
}

const PROXIES: Record<string, Proxy> = {
  nginx: {
    program: "nginx",
    args: (folder) => ["-p", folder, "-c", `${folder}/proxy.conf`, "-g", "daemon off;"],
    file: (lines, port, folder) =>
      `pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; client_body_buffer_size 1m;
        client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
        server { listen 127.0.0.1:${port}; ${lines.replace("$scheme", "https")} } }`,
  },
  // What an office copies from any page: by HTTP/1.0, and held back in buffers.
  "nginx by its defaults": {
    program: "nginx",
    args: (folder) => PROXIES["nginx"]!.args(folder),
    file: (lines, port, folder) => {
      const plain = lines.replace(/proxy_http_version .*?"";/, "").replace(/client_max.*/, "");
      return PROXIES["nginx"]!.file(plain, port, folder);
    },
  },
  caddy: {
    program: "caddy",
    args: (folder) => ["run", "--adapter", "caddyfile", "--config", `${folder}/proxy.conf`],
    // Without a certificate of the internet's, it speaks plainly here, and says as README's would.
    file: (lines, port) =>
      `{\nadmin off\nauto_https off\n}\n` +
      lines.replace("belltower.office.example", `http://127.0.0.1:${port}`)
        .replace(/(reverse_proxy [\d.:]+)/, "$1 {\nheader_up X-Forwarded-Proto https\n}"),
  },
};

/** README's lines for this proxy, with the server's port. */
async function linesOf(name: string, port: number): Promise<string> {
  const text = await Deno.readTextFile(README);
  const found = new RegExp("```" + name.split(" ")[0] + "\\n([\\s\\S]+?)```").exec(text);
  if (found === null) throw new Error(`README has no lines for ${name}`);
  return found[1]!.replace("127.0.0.1:8416", `127.0.0.1:${port}`);
}

for (const [name, { program, args, file }] of Object.entries(PROXIES)) {
  Deno.test({
    name: `behind ${name}, one signs in, events come at once and files go up`,
    ignore: lacks(program),
    fn: async () => {
      await using folder = await temporaryFolder();
      await furnishOffice(`${folder.path}/data`);
      const port = freePort();
      const origin = `http://127.0.0.1:${port}`;
      const trust = ["--trusted-proxy", "127.0.0.1", "--public-url", origin];
      const own = freePort();
      const lines = await linesOf(name, own);
      const server = await ServerProcess.start(`${folder.path}/data`, trust, own);
      await Deno.writeTextFile(`${folder.path}/proxy.conf`, file(lines, port, folder.path));
      const proxy = new Deno.Command(program, {
        args: args(folder.path),
        env: { HOME: folder.path },
        stdout: "null",
        stderr: "null",
      }).spawn();
      try {
        await until(async () => {
          try {
            const response = await fetch(`${origin}/healthz`);
            await response.body?.cancel();
            return true;
          } catch (error) {
            if (error instanceof TypeError) return false;
            throw error;
          }
        }, 10_000);
        const login = await fetch(`${origin}/login`, {
          ...{ method: "POST", redirect: "manual", headers: { origin } },
          body: new URLSearchParams({ login: "kim", password: PASSWORD }),
        });
        equal(login.status, 303, await login.text());
        const set = login.headers.get("set-cookie")!;
        match(set, /^__Host-belltower_session=.*; Secure/);
        const cookie = set.split(";")[0]!;
        // An event that is held back would come with the next ones, or never.
        const signal = AbortSignal.timeout(10_000);
        const asking = { cookie, accept: "text/event-stream" };
        const live = await fetch(`${origin}/live`, { headers: asking, signal });
        const reader = live.body!.getReader();
        const decoder = new TextDecoder();
        let heard = decoder.decode((await reader.read()).value);
        while (!heard.includes("event: hello")) {
          heard += decoder.decode((await reader.read()).value);
        }
        const said = await fetch(`${origin}/presence`, {
          ...{ method: "POST", headers: { origin, cookie }, redirect: "manual" },
          body: new URLSearchParams({ state: "break", reason: "" }),
        });
        await said.body?.cancel();
        ok(said.status < 400, `presence: ${said.status}`);
        while (!heard.includes("event: presence")) {
          const { done, value } = await reader.read();
          ok(!done);
          heard += decoder.decode(value);
        }
        await reader.cancel();
        const up = await fetch(`${origin}/customers`, {
          ...{ method: "POST", headers: { origin, cookie }, redirect: "manual" },
          body: new URLSearchParams({ memo: "x".repeat(300_000) }),
        });
        await up.body?.cancel();
        equal(
          up.status,
          413,
          `a body comes as far as the server, and its answer back: ${up.status}`,
        );
      } finally {
        proxy.kill("SIGKILL");
        await proxy.status;
        await server.stop();
      }
    },
  });
}
