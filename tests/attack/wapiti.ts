import { temporaryFolder } from "../support/temporary_folder.ts";
import { Attacker, type Target } from "./target.ts";

/** Everything that it knows and that such a server could have; the others ask for files of other programs. */
const MODULES = [
  ...[
    "backup",
    "blindsql",
    "brute_login_form",
    "cookieflags",
    "crlf",
    "csp",
    "csrf",
    "exec",
    "file",
  ],
  ...["http_headers", "methods", "permanentxss", "redirect", "sql", "ssrf", "xss", "xxe"],
];
/** What would end the scan, or is a stream. */
const EXCLUDED = ["/logout", "/live", "/settings/backup/*", "/account/*", "/settings/staff/*"];
const LONGEST_S = 600;

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
  Deno.env.set("BELLTOWER_ATTACK", JSON.stringify(target));
  const { cookie } = await Attacker.signedIn("admin");
  const cookies = `${folder.path}/cookies.json`;
  await Deno.writeTextFile(cookies, cookieFile(target.origin, cookie));
  const report = `${folder.path}/report.json`;
  const args = [
    ...["--url", `${target.origin}/desk`, "--scope", "domain", "--cookie", cookies],
    ...["--module", MODULES.join(), "--level", "2", "--flush-session"],
    ...["--max-links-per-page", "60", "--max-files-per-dir", "60", "--depth", "6"],
    ...["--max-scan-time", String(LONGEST_S), "--max-attack-time", "60"],
    ...EXCLUDED.flatMap((path) => ["--exclude", target.origin + path]),
    ...["--header", `Origin: ${target.origin}`, "--no-bugreport"],
    ...["--store-session", folder.path, "--store-config", folder.path],
    ...["--format", "json", "--output", report, "--verbose", "0"],
  ];
  say(`wapiti ${MODULES.join(", ")}`);
  const { code, stderr } = await new Deno.Command("wapiti", { args, stdin: "null", stdout: "null" })
    .output();
  if (code !== 0) {
    return [`ended with status ${code}: ${new TextDecoder().decode(stderr).slice(-500)}`];
  }
  return findings(JSON.parse(await Deno.readTextFile(report)), say);
}

interface Report {
  readonly vulnerabilities: Readonly<Record<string, readonly Finding[]>>;
  readonly anomalies: Readonly<Record<string, readonly Finding[]>>;
  readonly infos: { readonly crawled_pages_nbr?: number };
}

interface Finding {
  readonly method: string;
  readonly path: string;
  readonly info: string;
}

function findings(
  { vulnerabilities, anomalies, infos }: Report,
  say: (line: string) => void,
): string[] {
  say(`wapiti looked at ${infos.crawled_pages_nbr ?? "?"} pages`);
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, all]) =>
    all.map(({ method, path, info }) => `${kind}: ${method} ${path}: ${info}`)
  );
}

/** In the form that wapiti keeps cookies in: by host, path and name. */
function cookieFile(origin: string, cookie: string): string {
  const [name = "", value = ""] = cookie.split("=");
  const kept = { version: 0, expires: null, secure: false, port: null, value };
  return JSON.stringify({ [new URL(origin).hostname]: { "/": { [name]: kept } } });
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
