/** Chromium without its windows: it takes half the time, and shows the same. */
const HEADLESS = "chromium-headless-shell";

const NAMES = [
  HEADLESS,
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of an installed browser of the Chromium family, `BELLTOWER_BROWSER` first; null without one. */
export function findBrowser(): string | null {
  const named = Deno.env.get("BELLTOWER_BROWSER") ?? "";
  if (named !== "") return named;
  const folders = (Deno.env.get("PATH") ?? "").split(Deno.build.os === "windows" ? ";" : ":");
  const paths = [...folders.flatMap((folder) => NAMES.map((n) => `${folder}/${n}`)), ...ELSEWHERE];
  return paths.find(isFile) ?? null;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    // A folder in PATH that is missing or closed to us holds no browser for us.
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied) {
      return false;
    }
    if (error instanceof Deno.errors.NotADirectory) return false;
    throw error;
  }
}

/** Installs Debian's Chromium and a Korean font, where this is Debian and we are root; null elsewhere. */
export async function installBrowser(say: (line: string) => void): Promise<string | null> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0 || !isFile("/usr/bin/apt-get")) return null;
  say(`No browser is installed: installing Debian's ${HEADLESS} for the browser tests …`);
  const ready = await apt("update", "-qq") &&
    await apt("install", "-qq", "--no-install-recommends", HEADLESS, "fonts-noto-cjk");
  return ready ? findBrowser() : null;
}

async function apt(...args: string[]): Promise<boolean> {
  const { success } = await new Deno.Command("apt-get", {
    args: ["-y", ...args],
    env: { DEBIAN_FRONTEND: "noninteractive" },
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).output();
  return success;
}
