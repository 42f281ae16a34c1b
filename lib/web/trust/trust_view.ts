import { AUTHORITY_FILE, TRUST_PROBE } from "../guard/access.ts";
import { type SecureView, TRUST_PLACES, type TrustPlace } from "./trust_data.ts";
import type { Visit } from "../visit.ts";
import { browserName } from "../account/browser_name.ts";

/** What the page says to a browser that came to `host` and wants to go on to `next`; null where there is no HTTPS. */
export function secureView(
  { web }: Visit,
  { host, userAgent, next }: {
    readonly host: string;
    readonly userAgent: string;
    readonly next: string;
  },
): SecureView | null {
  if (web.https === null) return null;
  const { port, authority } = web.https;
  const origin = `https://${host}:${port}`;
  const own = placeOf(userAgent);
  return {
    url: origin + next,
    probe: origin + TRUST_PROBE,
    authority: authority === null ? null : {
      name: authority.name,
      file: AUTHORITY_FILE,
      fingerprint: authority.fingerprint,
      thumbprint: authority.thumbprint,
      until: new Date(authority.notAfter).getUTCFullYear(),
      places: TRUST_PLACES.map((place) => ({ place, open: place === own })),
    },
  };
}

/** The host by which the browser came, as it may stand in a URL; `localhost` for what is none. */
export function hostOf(url: string): string {
  const { hostname } = new URL(url);
  return /^([\w.-]+|\[[\da-f:.]+\])$/.test(hostname) ? hostname : "localhost";
}

const SYSTEMS: Readonly<Record<string, TrustPlace>> = {
  Windows: "windows",
  macOS: "macos",
  Android: "android",
  iOS: "ios",
  Linux: "linux",
};

function placeOf(userAgent: string): TrustPlace | null {
  const [browser = "", system = ""] = browserName(userAgent).split(" · ");
  if (browser === "Firefox" && system === "Linux") return "firefox";
  return SYSTEMS[system] ?? null;
}
