/** How often pages ask the database. */
import { deepEqual } from "node:assert/strict";
import { newToken } from "../../lib/web/guard/session_token.ts";
import { statementsOf } from "../support/count_statements.ts";
import { fullOffice } from "../support/full_office.ts";
import { noPages, pagesOfRoutes } from "../support/pages_of_routes.ts";
import type { WebOffice } from "../support/web_office.ts";

/** More than one of everything; and as many as a page of a list has. */
const [FEW, MANY] = [3, 50];
const TOKEN = newToken();

/** What the lists show otherwise, and parts that are shown about something. */
const VARIANTS = [
  ...["/work?whose=mine", "/work?whose=done", "/board?group=1", "/board/now?group=1"],
  ...["/calls?sort=customer", "/calls?customer=고객", "/calls?words=견적", "/calls/2"],
  ...["/customers?q=고객", "/customers?q=견적", "/search?q=고객", "/search?q=견적"],
  ...["/customers/1?before=call.9999999999999.1", "/attachments?customer=1", "/attachments?call=1"],
  ...["/detail?customer=1", "/detail?call=1", "/desk?call=1", "/card?shown=1", "/consultations/2"],
  ...["/campaigns/1?shown=no_answer", "/settings/staff/6", "/settings/audit?kind=customer"],
];

/**
 * The pages that are open all day, by who has them open, and how many statements each may take at most. A whole page
 * asks about ten for what stands around it.
 */
const MOST: Readonly<Record<string, number>> = {
  "kim get /desk": 34,
  "lee get /desk": 18,
  "lee part /detail": 5,
  "kim part /detail?customer=1": 14,
  "kim part /card": 16,
  "kim part /popups": 24,
  "kim part /board/now": 11,
  "kim part /reminders": 9,
  "kim part /calls": 14,
  "kim get /calls": 20,
  "kim part /work": 4,
  "kim get /work": 10,
  "kim part /customers": 4,
  "kim get /customers": 10,
  "kim get /customers/1": 20,
};

/** What still asks once for each row; the report itself is made in the worker of the jobs. */
const OTHERWISE = ["/reports", "q=견적", "/calls?customer=고객"];

/** How many statements each page takes, by its path and who opens it; without those that are not for them. */
async function countsOf(office: WebOffice): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const places = [...pagesOfRoutes(TOKEN).map(({ path }) => path), ...noPages(TOKEN), ...VARIANTS];
  for (const login of ["kim", "lee", "admin"]) {
    const browser = office.browser(login);
    for (const path of places) {
      for (const kind of ["get", "part"] as const) {
        let status = 0;
        const statements = await statementsOf(async () => {
          const response = await browser[kind](path);
          status = response.status;
          await response.body?.cancel();
        });
        if (status === 200) counts.set(`${login} ${kind} ${path}`, statements.length);
      }
    }
  }
  return counts;
}

Deno.test("no page asks the database more often because more stands on it, and those open all day ask seldom", async () => {
  using few = fullOffice(FEW, TOKEN);
  using many = fullOffice(MANY, TOKEN);
  const before = await countsOf(few);
  const after = await countsOf(many);
  const more = [...after].filter(([page, count]) =>
    count > (before.get(page) ?? Infinity) && !OTHERWISE.some((path) => page.endsWith(path))
  ).map(([page, count]) => `${page}: ${before.get(page)} -> ${count}`);
  deepEqual(more, []);
  const over = Object.entries(MOST).filter(([page, most]) => !(after.get(page)! <= most))
    .map(([page, most]) => `${page}: ${after.get(page)}, at most ${most}`);
  deepEqual(over, []);
});
