import { deepEqual, equal } from "node:assert/strict";
import { may } from "../../lib/domain/role_permissions.ts";
import { type Role, ROLES } from "../../lib/domain/staff.ts";
import type { Route } from "../../lib/web/route.ts";
import { ROUTES } from "../../lib/web/routes.ts";
import { type Browser, WebOffice } from "../support/web_office.ts";

const LOGINS: Readonly<Record<Role, string>> = {
  agent: "kim",
  supervisor: "super",
  admin: "admin",
};

/** What a page of settings, supervisors or customers shows, and a refusal must not. */
const SECRETS = [
  "이비밀",
  "숨은상사",
  "77771234",
  "7777-1234",
  "C-000001",
  "이응대",
  "안관리",
  "/dev/",
];

async function ask(browser: Browser, { method, path }: Route): Promise<Response> {
  const url = path.replace(":id", "1").replace(":token", "x").replace(":name", "x")
    .replace("*", "base/base.css");
  return method === "GET" ? await browser.get(url) : await browser.post(url, { do: "deactivate" });
}

Deno.test("whose role lacks the permission is refused on every route, sees nothing of it and changes nothing", async () => {
  using office = new WebOffice();
  office.customer({ name: "이비밀", company: "숨은상사", numbers: ["010-7777-1234"] });
  const state = () =>
    JSON.stringify([
      office.store.all("SELECT login, name, role, active FROM staff"),
      office.store.all("SELECT name, version FROM customers"),
      // The server looks every two seconds whether it can write.
      office.store.all("SELECT * FROM settings WHERE key <> 'health.at'"),
      office.store.all("SELECT act, kind, record FROM audit"),
    ]);
  const before = state();
  let asked = 0;
  for (const route of ROUTES) {
    const { needs } = route;
    if (needs === null) continue;
    for (const role of ROLES.filter((role) => !may(role, needs))) {
      const response: Response = await ask(office.browser(LOGINS[role]), route);
      const where: string = `${role} ${route.method} ${route.path}`;
      equal(response.status, 403, where);
      const text: string = await response.text();
      deepEqual(SECRETS.filter((secret) => text.includes(secret)), [], where);
      asked += 1;
    }
  }
  equal(asked > 100, true);
  equal(state(), before);
});

Deno.test("administration is the administrators': every page of the settings, and nothing else", () => {
  const isTheirs = ({ needs }: Route) => needs !== null && !may("supervisor", needs);
  deepEqual(
    ROUTES.filter((route) => isTheirs(route) !== route.path.startsWith("/settings")),
    [],
  );
});
