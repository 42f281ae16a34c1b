import { LANGUAGES } from "../domain/staff.ts";
import { translator } from "../text/translator.ts";
import type { OwnHosts } from "./own_hosts.ts";

/** Whether the request, as its line and its header say, is for one of these hosts. */
export function isFor(hosts: OwnHosts, { url, headers }: Request): boolean {
  const named = [new URL(url).hostname];
  const header = headers.get("host");
  if (header !== null) {
    const inHeader = `http://${header}/`;
    if (!URL.canParse(inHeader)) return false;
    named.push(new URL(inHeader).hostname);
  }
  return named.every((host) => hosts.has(host));
}

/** The answer to a request for somebody else. A page would ask for its styles by the same name, in vain. */
export function misdirected({ headers }: Request): Response {
  const asked = (headers.get("accept-language") ?? "").slice(0, 2).toLowerCase();
  const language = LANGUAGES.find((one) => one === asked) ?? "ko";
  return new Response(`${translator(language)("error.host")}\n`, {
    status: 421,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
