import { temporaryFolder } from "../support/temporary_folder.ts";
import { PASSWORD } from "../support/office.ts";
import { signIn } from "../support/sign_in.ts";
import type { Target } from "./target.ts";

/**
 * Everything that it knows and that such a server could have. Not `csrf`, which looks for tokens in forms: here the
 * origin of every change is checked, and requests_test.ts tries to get around that.
 */
const MODULES = [
  ...["backup", "blindsql", "cookieflags", "crlf", "csp", "exec", "file", "http_headers"],
  ...["methods", "permanentxss", "redirect", "sql", "ssrf", "xss", "xxe"],
];
/** HSTS is off by default, README has the reason; the other is of browsers that are gone, and did harm in them. */
const ACCEPTED = /^(Strict-Transport-Security|X-XSS-Protection) is not set/;
/** What would end the scan, or has no end. */
const KEPT_FROM_IT =
  /^\/(logout|live|account\/|wall\/\S+\/live|settings\/(backup\/restore|staff\/\d+|setup))|\/end$/;
const LONGEST_S = 120;

/**
 * What Debian's wapiti says of the target, signed in as an administrator; nothing where there is none and none could
 * be installed, which is said.
 */
export async function scan(target: Target, say: (line: string) => void): Promise<string[]> {
  if (!await isInstalled() && !await install(say)) {
    say("Left out: wapiti, which is not installed and can be installed only as root on Debian.");
    return [];
  }
  await using folder = await temporaryFolder();
  const cookie = await signIn(target.origin, "admin", PASSWORD);
  const front = signedInFront(target.origin, cookie);
  const report = `${folder.path}/report.json`;
  const args = [
    ...["--url", `${front.origin}/desk`, "--scope", "domain", "--module", MODULES.join()],
    ...["--level", "2", "--flush-session", "--max-links-per-page", "60", "--depth", "6"],
    ...["--max-scan-time", String(LONGEST_S), "--max-attack-time", "25", "--no-bugreport"],
    ...["--store-session", folder.path, "--store-config", folder.path],
    ...["--format", "json", "--output", report, "--verbose", "0"],
  ];
  say(`wapiti ${MODULES.join(", ")}`);
  const { code, stderr } = await new Deno.Command("wapiti", { args, stdin: "null", stdout: "null" })
    .output();
  if (code !== 0) {
    return [`ended with status ${code}: ${new TextDecoder().decode(stderr).slice(-500)}`];
  }
  return findings(JSON.parse(await Deno.readTextFile(report)));
}

/**
 * The target, for a scanner that would sign itself out: every request is an administrator's and comes from the
 * program's own pages. (Its own way to leave pages out breaks on newer Pythons.)
 */
function signedInFront(origin: string, cookie: string): { readonly origin: string } {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => undefined },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      if (KEPT_FROM_IT.test(pathname)) return new Response(null, { status: 404 });
      const headers = new Headers(request.headers);
      for (const name of ["host", "accept-encoding", "content-length"]) headers.delete(name);
      headers.set("cookie", cookie);
      if (request.method !== "GET") headers.set("origin", origin);
      const body = request.body === null ? null : await request.bytes();
      const init = { method: request.method, headers, body, redirect: "manual" } as const;
      return await fetch(origin + pathname + search, init);
    },
  );
  // Ends with this program: a connection that the scanner left open would keep it waiting.
  return { origin: `http://127.0.0.1:${server.addr.port}` };
}

interface Report {
  readonly vulnerabilities: Readonly<Record<string, readonly Finding[]>>;
  readonly anomalies: Readonly<Record<string, readonly Finding[]>>;
}

interface Finding {
  readonly method: string;
  readonly path: string;
  readonly info: string;
}

function findings({ vulnerabilities, anomalies }: Report): string[] {
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, all]) =>
    all.filter(({ info }) => !ACCEPTED.test(info))
      .map(({ method, path, info }) => `${kind}: ${method} ${path}: ${info}`)
  );
}

async function isInstalled(): Promise<boolean> {
  return (await run("sh", "-c", "command -v wapiti")).success;
}

async function install(say: (line: string) => void): Promise<boolean> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  say("wapiti is not installed: installing Debian's …");
  return (await run("apt-get", "-qq", "update")).success &&
    (await run("apt-get", "-y", "-qq", "--no-install-recommends", "install", "wapiti")).success;
}

async function run(file: string, ...args: string[]): Promise<{ success: boolean }> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    return await new Deno.Command(file, {
      args,
      env,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { success: false };
    throw error;
  }
}
