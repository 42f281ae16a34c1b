import { translator } from "../../text/translator.ts";
import { barePage } from "./respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { WebServices } from "../services.ts";
import type { ErrorView } from "../page_data.ts";
import type { WebContext } from "../visit.ts";
import { strangersLanguage } from "../guard/access.ts";

const SECONDS = "5";

/**
 * The answer to everything once the database's files are gone, without the database: a page that asks again by itself
 * until the server is back, or offers to send `again` what was typed. A part that a page asks for becomes the line at
 * the top of that page, whatever part it is.
 */
export function gonePage(
  c: WebContext,
  web: WebServices,
  again: ErrorView["again"] = null,
): Response {
  const language = strangersLanguage(c, web);
  const t = translator(language);
  const title = t("error.gone_title");
  const headers = { "retry-after": SECONDS };
  if (wantsFragment(c)) {
    const notices = [{ text: t("notice.gone"), link: null }];
    return barePage(c, web, language, "notices/notices", { notices }, {
      ...{ title, status: 503 },
      headers: { ...headers, "HX-Retarget": "#notices", "HX-Reswap": "innerMorph" },
    });
  }
  const view = { status: 503, title, message: t("error.gone"), again };
  return barePage(c, web, language, "shell/error", view, {
    ...{ title, status: 503 },
    headers: c.req.method === "GET" ? { ...headers, refresh: SECONDS } : headers,
  });
}
