import { doesNotMatch, equal, ok } from "node:assert/strict";
import type { Fault } from "../../lib/domain/fault.ts";
import { PLENTY } from "../support/all_well.ts";
import { WebOffice } from "../support/web_office.ts";

Deno.test("a part of a page reads nothing that the layout alone shows", async () => {
  let looks = 0;
  const look = <T>(found: T): T => {
    looks++;
    return found;
  };
  const health = { faults: () => look<Fault[]>([]) };
  const space = {
    get level() {
      return look(PLENTY.level);
    },
    get freeBytes() {
      return look(PLENTY.freeBytes);
    },
    get log() {
      return look(PLENTY.log);
    },
  };
  using office = new WebOffice(undefined, { health, space });
  const { id } = office.customer({ name: "이영희", numbers: ["010-7777-1234"] });
  const admin = office.browser("admin");
  for (const path of ["/popups", "/reminders", `/detail?customer=${id}`, "/search?q=%EC%9D%B4"]) {
    looks = 0;
    const part = await admin.part(path);
    const text = await part.text();
    equal(part.status, 200, path);
    doesNotMatch(text, /<html/);
    equal(looks, 0, path);
  }
  looks = 0;
  await (await admin.get("/desk")).text();
  ok(looks > 0, "a whole page says how the server is");
});
