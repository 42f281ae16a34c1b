import { LANGUAGES } from "../../domain/staff.ts";
import { translator } from "../../text/translator.ts";
import type { WebContext } from "../visit.ts";

const SECONDS = 5;

/**
 * The answer to everything once the database's files are gone: in every language, since nobody can be asked for
 * theirs, and without the database. A page that was asked for asks again by itself until the server is back.
 */
export function gonePage(c: WebContext): Response {
  const again = c.req.method === "GET" ? `<meta http-equiv="refresh" content="${SECONDS}">` : "";
  const parts = LANGUAGES.map((language) => {
    const t = translator(language);
    return `<section lang="${language}"><h1>${t("error.gone_title")}</h1><p>${
      t("error.gone")
    }</p></section>`;
  });
  const html = `<!DOCTYPE html>
<html lang="${LANGUAGES[0]}"><head><meta charset="utf-8"><title>503 Belltower</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${again}</head>
<body>${parts.join("\n")}</body></html>
`;
  return c.newResponse(html, 503, {
    "content-type": "text/html; charset=utf-8",
    "retry-after": String(SECONDS),
    "cache-control": "no-store",
  });
}
