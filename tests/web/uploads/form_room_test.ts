import { equal, match, throws } from "node:assert/strict";
import { FormRoom } from "../../../lib/web/uploads/form_room.ts";
import { HttpProblem } from "../../../lib/web/http_problem.ts";
import { ORIGIN, WebOffice } from "../../support/web_office.ts";

const MB = 1024 * 1024;

const isBusy = (error: unknown) => error instanceof HttpProblem && error.problem === "busy";

Deno.test("one person's forms take so much memory at a time, everybody's together too, and strangers keep nobody out", () => {
  const room = new FormRoom();
  const first = room.begin({ staff: 1 });
  first.came(3 * MB);
  const second = room.begin({ staff: 1 });
  throws(() => second.came(MB), isBusy);
  // What was refused is not held.
  second.over();
  room.begin({ staff: 1 }).over();
  first.over();
  first.over();
  const again = room.begin({ staff: 1 });
  again.came(3.9 * MB);
  again.over();

  const strangers = Array.from({ length: 16 }, (_, i) => room.begin({ stranger: `10.0.0.${i}` }));
  for (const one of strangers) one.came(3.98 * MB);
  throws(() => room.begin({ stranger: "10.0.0.99" }).came(MB), isBusy);
  room.begin({ staff: 2 }).came(3 * MB);
});

/** Forms of which a first part has come and the rest does not. */
async function begun(office: WebOffice, cookie: string, count: number) {
  const forms = Array.from({ length: count }, () => {
    let end = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`state=available&text=${"x".repeat(200_000)}`));
        end = () => controller.close();
      },
    });
    const headers = {
      ...{ cookie, origin: ORIGIN, host: "office.test" },
      "content-type": "application/x-www-form-urlencoded",
    };
    const answer = office.app.request(`${ORIGIN}/presence`, { method: "POST", headers, body });
    return { answer, end: () => end() };
  });
  const settled = () =>
    Promise.race([forms.at(-1)!.answer, new Promise<null>((done) => setTimeout(done, 0, null))]);
  for (let round = 0; round < 20 && await settled() === null; round++);
  return forms;
}

Deno.test("whoever begins too many long forms at once is told so, keeps what was typed, and others are not", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const forms = await begun(office, kim.cookie, 25);
  const refused = await forms.at(-1)!.answer;
  equal(refused.status, 503);
  match(await refused.text(), /한꺼번에 보내고 있는 양식이 너무 많습니다/);
  const part = await kim.send("/presence", { state: "break", reason: "" });
  equal(part.status < 400, true, `a short one is still taken: ${part.status}`);
  await part.body?.cancel();
  const lee = await office.browser("lee").post("/presence", { state: "available", reason: "" });
  equal(lee.status < 400, true, `${lee.status}`);
  await lee.body?.cancel();
  for (const { end } of forms) {
    try {
      end();
    } catch (error) {
      // Nobody reads the rest of what was refused.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  const answers = await Promise.all(forms.map(({ answer }) => answer));
  for (const { body } of answers) await body?.cancel().catch(() => undefined);
  const statuses = answers.map(({ status }) => status);
  equal(statuses.filter((status) => status === 503).length, 25 - 19, statuses.join(" "));
  const [later] = await begun(office, kim.cookie, 1);
  later!.end();
  const taken = await later!.answer;
  equal(taken.status < 400, true, `${taken.status}`);
  await taken.body?.cancel();
});
