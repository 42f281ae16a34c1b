import { deepEqual } from "node:assert/strict";
import { staff } from "../../lib/web/route.ts";
import { ROUTES } from "../../lib/web/routes.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { type Browser, ORIGIN, WebOffice } from "../support/web_office.ts";

/** Who asks: the columns of the table below. */
const VISITORS = ["stranger", "agent", "operator", "supervisor", "admin", "newcomer"] as const;
type Visitor = (typeof VISITORS)[number];

const LOGINS: Readonly<Record<Exclude<Visitor, "stranger">, string>> = {
  agent: "kim",
  operator: "oper",
  supervisor: "super",
  admin: "admin",
  newcomer: "lee",
};

/**
 * What each route answers each of them. `login` and `password` are the ways to the sign-in and to another password. A
 * form comes as something that is none: 400 is the answer to those whose form would be read.
 */
const ANSWERS = `
GET  /healthz                         200 200 200 200 200 200
GET  /static/*                        200 200 200 200 200 200
GET  /trust                           200 200 200 200 200 200
GET  /trust/belltower-ca.crt          404 404 404 404 404 404
GET  /trust/probe                     204 204 204 204 204 204
POST /language                        400 400 400 400 400 400
GET  /setup                           login login login login login login
POST /setup                           400 400 400 400 400 400
GET  /metrics                         login 403 403 403 200 403
GET  /login                           200 303 303 303 303 303
POST /login                           400 400 400 400 400 400
POST /logout                          400 400 400 400 400 400
GET  /session                         401 204 204 204 204 204
GET  /                                login 303 303 303 303 password
GET  /live                            login 200 200 200 200 password
GET  /desk                            login 200 200 200 200 password
GET  /popups                          login 200 200 200 200 password
GET  /card                            login 204 204 204 204 password
GET  /detail                          login 200 200 200 200 password
GET  /dial                            login 200 200 200 200 password
POST /dial                            login 400 400 400 400 password
GET  /search                          login 200 200 200 200 password
GET  /calls                           login 200 200 200 200 password
GET  /calls.csv                       login 200 200 200 200 password
GET  /calls.xlsx                      login 200 200 200 200 password
POST /calls/columns                   login 400 400 400 400 password
POST /calls/filters                   login 400 400 400 400 password
POST /calls/filters/:id/remove        login 400 400 400 400 password
GET  /calls/:id                       login 200 200 200 200 password
POST /calls/:id/customer              login 400 400 400 400 password
POST /calls/:id/control               login 400 400 400 400 password
POST /calls/:id/draft                 login 400 400 400 400 password
POST /calls/:id/consultation          login 400 400 400 400 password
GET  /missed                          login 303 303 303 303 password
POST /missed/:id                      login 400 400 400 400 password
GET  /customers                       login 200 200 200 200 password
POST /customers                       login 400 400 400 400 password
GET  /customers/new                   login 200 200 200 200 password
GET  /customers/export                login 403 403 200 200 403
GET  /consultations/export            login 403 403 200 200 403
GET  /customers/duplicates            login 403 403 200 200 403
POST /customers/duplicates/dismiss    login 403 403 400 400 403
GET  /customers/merge                 login 403 403 200 200 403
POST /customers/merge                 login 403 403 400 400 403
POST /merges/:id/undo                 login 403 403 400 400 403
GET  /customers/:id                   login 200 200 200 200 password
POST /customers/:id                   login 400 400 400 400 password
GET  /customers/:id/edit              login 200 200 200 200 password
POST /customers/:id/consultations     login 400 400 400 400 password
GET  /consultations/:id               login 404 404 404 404 password
POST /consultations/:id               login 400 400 400 400 password
POST /consultations/:id/draft         login 400 400 400 400 password
POST /consultations/:id/discard       login 400 400 400 400 password
GET  /work                            login 200 200 200 200 password
POST /work                            login 400 400 400 400 password
GET  /work/new                        login 200 200 200 200 password
GET  /work/:id                        login 404 404 404 404 password
POST /work/:id                        login 400 400 400 400 password
POST /work/:id/arrange                login 400 400 400 400 password
POST /work/:id/reminder               login 400 400 400 400 password
GET  /customers/:id/work              login 200 200 200 200 password
GET  /reminders                       login 200 200 200 200 password
GET  /notices                         login 200 200 200 200 password
GET  /attachments                     login 404 404 404 404 password
POST /attachments                     login 404 404 404 404 password
GET  /attachments/:id                 login 404 404 404 404 password
POST /attachments/:id/remove          login 400 400 400 400 password
POST /attachments/:id/restore         login 400 400 400 400 password
GET  /account                         login 200 200 200 200 password
GET  /account/password                login 200 200 200 200 200
POST /account/password                login 400 400 400 400 400
POST /account/sessions/:id/end        login 400 400 400 400 password
POST /account/addresses               login 400 400 400 400 password
GET  /settings                        login 403 403 403 200 403
GET  /settings/checklist              login 403 403 403 200 403
GET  /settings/office                 login 403 403 403 200 403
POST /settings/office                 login 403 403 403 400 403
GET  /settings/hours                  login 403 403 403 200 403
POST /settings/hours                  login 403 403 403 400 403
POST /settings/hours/holidays         login 403 403 403 400 403
POST /settings/hours/holidays/public  login 403 403 403 400 403
POST /settings/hours/holidays/remove  login 403 403 403 400 403
GET  /settings/types                  login 403 403 403 200 403
POST /settings/types                  login 403 403 403 400 403
POST /settings/types/:id              login 403 403 403 400 403
GET  /settings/grades                 login 403 403 403 200 403
POST /settings/grades                 login 403 403 403 400 403
POST /settings/grades/:id             login 403 403 403 400 403
GET  /settings/breaks                 login 403 403 403 200 403
POST /settings/breaks                 login 403 403 403 400 403
POST /settings/breaks/:id             login 403 403 403 400 403
GET  /settings/skills                 login 403 403 403 200 403
POST /settings/skills                 login 403 403 403 400 403
POST /settings/skills/:id             login 403 403 403 400 403
GET  /settings/sounds                 login 403 403 403 200 403
POST /settings/sounds                 login 403 403 403 400 403
GET  /settings/numbers                login 403 403 403 200 403
POST /settings/numbers                login 403 403 403 400 403
GET  /settings/dialling               login 403 403 403 200 403
POST /settings/dialling               login 403 403 403 400 403
GET  /settings/retention              login 403 403 403 200 403
POST /settings/retention              login 403 403 403 400 403
GET  /settings/staff                  login 403 403 403 200 403
POST /settings/staff                  login 403 403 403 400 403
GET  /settings/staff/new              login 403 403 403 200 403
GET  /settings/staff/:id              login 403 403 403 200 403
POST /settings/staff/:id              login 403 403 403 400 403
POST /settings/staff/:id/password     login 403 403 403 400 403
POST /settings/staff/:id/active       login 403 403 403 400 403
POST /settings/staff/:id/sign-out     login 403 403 403 400 403
POST /settings/staff/:id/skills       login 403 403 403 400 403
GET  /settings/extensions             login 403 403 403 200 403
POST /settings/extensions             login 403 403 403 400 403
POST /settings/extensions/new         login 403 403 403 400 403
POST /settings/extensions/:id/remove  login 403 403 403 400 403
POST /settings/groups                 login 403 403 403 400 403
POST /settings/groups/:id             login 403 403 403 400 403
GET  /settings/trunks                 login 403 403 403 200 403
POST /settings/trunks                 login 403 403 403 400 403
GET  /settings/lines                  login 403 403 403 200 403
POST /settings/lines                  login 403 403 403 400 403
GET  /settings/lines/new              login 403 403 403 200 403
GET  /settings/lines/:id              login 403 403 403 200 403
POST /settings/lines/:id              login 403 403 403 400 403
POST /settings/lines/:id/enabled      login 403 403 403 400 403
GET  /settings/lines/:id/monitor      login 403 403 403 200 403
GET  /settings/fields                 login 403 403 403 200 403
POST /settings/fields                 login 403 403 403 400 403
POST /settings/fields/:id             login 403 403 403 400 403
GET  /settings/jobs                   login 403 403 403 200 403
GET  /settings/server                 login 403 403 403 200 403
POST /settings/jobs/:id               login 403 403 403 400 403
GET  /settings/audit                  login 403 403 403 200 403
GET  /settings/audit.csv              login 403 403 403 200 403
GET  /settings/audit.xlsx             login 403 403 403 200 403
GET  /settings/backup                 login 403 403 403 200 403
POST /settings/backup                 login 403 403 403 400 403
POST /settings/backup/now             login 403 403 403 400 403
GET  /settings/backup/files/:name     login 403 403 403 404 403
GET  /settings/backup/restore         login 403 403 403 200 403
POST /settings/backup/restore         login 403 403 403 400 403
POST /settings/backup/upload          login 403 403 403 400 403
GET  /settings/attachments            login 403 403 403 200 403
POST /settings/attachments            login 403 403 403 400 403
GET  /imports                         login 403 403 200 200 403
POST /imports                         login 403 403 400 400 403
GET  /imports/:id                     login 403 403 404 404 403
POST /imports/:id                     login 403 403 400 400 403
GET  /imports/template                login 403 403 200 200 403
POST /imports/:id/reading             login 403 403 400 400 403
POST /imports/:id/guess               login 403 403 400 400 403
POST /imports/:id/run                 login 403 403 400 400 403
POST /imports/:id/cancel              login 403 403 400 400 403
POST /imports/:id/undo                login 403 403 400 400 403
GET  /imports/:id/rows                login 403 403 404 404 403
POST /imports/:id/rows                login 403 403 400 400 403
POST /imports/:id/rows/:row           login 403 403 400 400 403
GET  /reports                         login 403 403 200 200 403
GET  /reports/export                  login 403 403 200 200 403
GET  /board                           login 200 200 200 200 password
GET  /board/now                       login 200 200 200 200 password
GET  /board/wall                      login 200 200 200 200 password
GET  /board/wall/now                  login 200 200 200 200 password
GET  /board/screens                   login 403 403 200 200 403
POST /board/screens                   login 403 403 400 400 403
POST /board/screens/:id/end           login 403 403 400 400 403
GET  /wall/:token                     404 404 404 404 404 404
GET  /wall/:token/now                 401 401 401 401 401 401
GET  /wall/:token/live                401 401 401 401 401 401
GET  /presence                        login 200 200 200 200 password
POST /presence                        login 400 400 400 400 password
GET  /campaigns                       login 200 200 200 200 password
POST /campaigns                       login 403 403 400 400 403
GET  /campaigns/new                   login 403 403 200 200 403
POST /campaigns/hours                 login 403 403 400 400 403
GET  /campaigns/work                  login 303 303 303 303 password
POST /campaigns/work                  login 400 400 400 400 password
POST /campaigns/work/keep             login 400 400 400 400 password
POST /campaigns/work/release          login 400 400 400 400 password
GET  /campaigns/:id                   login 404 404 404 404 password
POST /campaigns/:id/next              login 400 400 400 400 password
POST /campaigns/:id/state             login 403 403 400 400 403
`.trim().split("\n");

/** What must not appear in the answer to somebody who is refused. */
const SECRETS = [
  ...["이비밀", "숨은상사", "77771234", "7777-1234", "C-000001"],
  ...["김상담", "이응대", "안관리", "서감독", "/dev/", "메모내용"],
];

function browserOf(office: WebOffice, visitor: Visitor): Browser {
  return visitor === "stranger" ? office.stranger() : office.browser(LOGINS[visitor]);
}

async function ask(office: WebOffice, visitor: Visitor, method: string, path: string) {
  const url = path.replace(":id", "1").replace(/:(token|name)/, "x").replace("*", "base/base.css");
  const { cookie } = browserOf(office, visitor);
  return await office.app.request(ORIGIN + url, {
    method,
    headers: { cookie, origin: ORIGIN, host: "office.test", "content-type": "text/plain" },
    body: method === "GET" ? null : "no form",
  });
}

function word(response: Response): string {
  const to = response.headers.get("location") ?? "";
  if (to.startsWith("/login?next=")) return "login";
  return to === "/account/password" ? "password" : String(response.status);
}

Deno.test("every route answers strangers, agents, the operator, supervisors, administrators and newcomers as listed", async () => {
  await using folder = await temporaryFolder();
  using office = new WebOffice(undefined, { data: folder.path });
  office.customer({
    ...{ name: "이비밀", company: "숨은상사", memo: "메모내용" },
    numbers: ["010-7777-1234"],
  });
  office.rings("1", "202", "01077771234");
  office.store.run("UPDATE staff SET must_change_password = 1 WHERE login = 'lee'");
  const answers: string[] = [];
  const told: string[] = [];
  for (const { method, path } of ROUTES) {
    const words: string[] = [];
    for (const visitor of VISITORS) {
      const response = await ask(office, visitor, method, path);
      words.push(word(response));
      const isRefused = ["login", "password", "401", "403"].includes(words.at(-1)!);
      if (!isRefused) {
        await response.body?.cancel();
        continue;
      }
      const said = [...response.headers].join("\n") + await response.text();
      // Who is signed in sees their own name at the top of the page.
      const own = visitor === "stranger" ? "" : office.staff(LOGINS[visitor]).name;
      for (const secret of SECRETS) {
        if (secret !== own && said.includes(secret)) {
          told.push(`${visitor} ${method} ${path}: ${secret}`);
        }
      }
    }
    answers.push(`${method.padEnd(4)} ${path.padEnd(32)} ${words.join(" ")}`);
  }
  // First what is different: all of it is too long to be read.
  deepEqual(answers.filter((answer) => !ANSWERS.includes(answer)), []);
  deepEqual(answers.sort(), ANSWERS.toSorted());
  deepEqual(told, []);
});

async function linksOf(browser: Browser, page: string, pattern: RegExp): Promise<string[]> {
  const html = await (await browser.get(page)).text();
  return [...html.matchAll(pattern)].map(([, path]) => path!);
}

Deno.test("the navigation offers what a person may open, and nothing else", async () => {
  using office = new WebOffice();
  const item = /class="nav_item" href="([^"]+)"/g;
  const agents = ["/desk", "/board", "/calls", "/work", "/customers", "/campaigns"];
  const offered = (login: string) => linksOf(office.browser(login), "/desk", item);
  deepEqual(await offered("kim"), agents);
  deepEqual(await offered("oper"), agents);
  deepEqual(await offered("super"), agents.toSpliced(5, 0, "/reports"));
  const all = await offered("admin");
  deepEqual(all, [...agents.toSpliced(5, 0, "/reports"), "/settings"]);
  const admin = office.browser("admin");
  const areas = await linksOf(admin, "/settings", /class="area" href="([^"]+)"/g);
  deepEqual(areas.length, 20);
  for (const path of [...all, ...areas]) {
    const response = await admin.get(path);
    await response.body?.cancel();
    deepEqual(response.status, 200, path);
  }
});

Deno.test("a row without a permission, or without a word for the audit, is no row", () => {
  const handler = () => new Response();
  // @ts-expect-error: no word for the audit
  const rows: unknown[] = [staff("GET /x", "desk.use", handler)];
  // @ts-expect-error: no permission
  rows.push(staff("GET /x", "nothing", handler));
  // @ts-expect-error: a permission that there is not
  rows.push(staff("GET /x", "desk.own", "nothing", handler));
  // @ts-expect-error: what is done is not looked at
  rows.push(staff("POST /x", "desk.use", "nothing", handler));
  // @ts-expect-error: what is looked at changes nothing
  rows.push(staff("GET /x", "desk.use", "changes", handler));
  // @ts-expect-error: no method
  rows.push(staff("/x", "desk.use", "nothing", handler));
  // What the types refuse would run: `deno task check` is the test.
  deepEqual(rows.length, 6);
});
