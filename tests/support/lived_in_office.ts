import { createWallScreen } from "../../lib/store/wall_screens.ts";
import { sampleOffice } from "../../lib/demo/sample_office.ts";
import { seedOffice } from "../../lib/demo/seed.ts";
import { hashPassword } from "../../lib/domain/password.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { staffByLogin } from "../../lib/store/staff.ts";
import { newToken, tokenHash } from "../../lib/web/guard/session_token.ts";
import { PASSWORD } from "./office.ts";
import { until } from "./wait.ts";

const CSV = "고객명;회사명;전화\n홍길동;한빛상사;1011112222\n성춘향;;전화없음\n";

/**
 * The sample office in the folder `data`, with an administrator at 211 and a line over `device`; returns the token of a
 * wall's screen.
 */
export async function moveIn(data: string, device = "/dev/belltower-test"): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD);
  const store = openStore(data);
  const { id } = ensureLine(store, device, "416");
  seedOffice(store, { office: sampleOffice(416, 12), lineId: id, passwordHash, now: Date.now() });
  const admin = staffByLogin(store, "admin")!.staff;
  assignExtension(store, "211", admin.id);
  const token = newToken();
  const screen = { tokenHash: tokenHash(token)!, label: "1층", language: "ko" as const };
  createWallScreen(store, screen, admin.id, Date.now());
  store.close();
  return token;
}

/** What people leave behind in a running office: a campaign at work, an import, a file, a field, a group, a draft. */
export async function liveIn(origin: string, cookie: string): Promise<void> {
  const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(origin + path, {
      method: "POST",
      body,
      headers: { cookie, origin, ...headers },
      redirect: "manual",
    });
    await response.body?.cancel();
    if (response.status >= 400) throw new Error(`POST ${path} was answered ${response.status}`);
  };
  const form = (...fields: string[][]) => new URLSearchParams(fields);
  await post("/settings/fields", form(["label", "사업자번호"], ["kind", "text"]));
  await post("/settings/groups", form(["name", "영업"]));
  const extension = [["kind.215", "phone"], ["label.215", "창구"], ["group.215", "1"]];
  await post("/settings/extensions", form(...extension));
  const days = [..."0123456"].map((day) => ["day", day]);
  await post("/campaigns/hours", form(...days, ["from", "00:00"], ["to", "23:59"]));
  const list = [["kind", "list"], ["text", "010-1234-5678, 이영희\n010-2345-6789"]];
  const tries = [["mostTries", "3"], ["retryMinutes", "60"]];
  await post(
    "/campaigns",
    form(["name", "안부 전화"], ["script", "안녕하세요"], ...list, ...tries),
  );
  await post("/campaigns/1/next", form());
  await post("/customers/1/consultations", form());
  const part = { "HX-Request": "true" };
  await post("/attachments?customer=1&name=quote.pdf", "%PDF-1.4", part);
  await post("/imports?name=customers.csv", CSV);
  await until(
    async () => {
      const response = await fetch(`${origin}/imports/1`, { headers: { cookie } });
      return (await response.text()).includes("import_preview");
    },
    15_000,
    "the import has been read",
  );
}
