import { type Address, type Config, ConfigError, parseAddress } from "../config.ts";
import { isLoopback } from "../domain/network_address.ts";
import { parsePublicUrls } from "../domain/public_url.ts";
import { parseProxies } from "../domain/trusted_proxies.ts";
import type { SettingName, Settled } from "./settings.ts";

const DEFAULT = "default";

/**
 * How browsers reach the server, of what was set. Throws ConfigError; also where passwords would cross the network
 * for everybody to read and nobody has said that they may.
 */
export function transportOf(
  settings: Readonly<Record<SettingName, Settled>>,
): Pick<Config, "http" | "https" | "plainHttp" | "trustedProxies" | "publicUrls"> {
  const http = parseAddress("http", settings.http.value!);
  const plainHttp = settings["plain-http"].value === "network" ? "network" : "loopback";
  const https = httpsOf(settings);
  if (https === null && plainHttp === "loopback" && !isLoopback(http.hostname)) {
    throw new ConfigError(
      `--http ${settings.http.value}: without HTTPS everybody on that network can read along; ` +
        "--https HOST:PORT is the way out, --plain-http network allows it all the same",
    );
  }
  const trustedProxies = parseProxies(settings["trusted-proxy"].value ?? "") ?? [];
  const publicUrls = parsePublicUrls(settings["public-url"].value ?? "") ?? [];
  return { http, https, plainHttp, trustedProxies, publicUrls };
}

function httpsOf(
  { https, cert, key, hsts }: Readonly<Record<SettingName, Settled>>,
): Config["https"] {
  if ((cert.value === null) !== (key.value === null)) {
    throw new ConfigError(
      "--cert and --key need each other: a certificate is nothing without its key",
    );
  }
  if (https.value === "off") {
    if (cert.value === null) return null;
    throw new ConfigError("--cert is for HTTPS, and --https is off");
  }
  const address: Address = parseAddress("https", https.value!);
  const files = cert.value === null || key.value === null
    ? null
    : { certificate: cert.value, key: key.value };
  const byDefault = https.source === DEFAULT && files === null;
  return { ...address, byDefault, files, hsts: hsts.value === "on" };
}
