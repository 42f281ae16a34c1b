import { deepEqual, ok, throws } from "node:assert/strict";
import { setSkills } from "../../../lib/desk/staff/set_skills.ts";
import { addWord, listWords, retireWord } from "../../../lib/store/list_words.ts";
import { skillsOf } from "../../../lib/store/staff_skills.ts";
import { DeskOffice } from "../desk_office.ts";

Deno.test("an administrator says how well somebody can do what; a skill out of use stays with those who have it", () => {
  using office = new DeskOffice();
  const { store } = office;
  for (const name of ["영어", "환불"]) addWord(store, "skill", name);
  const [english, refunds] = listWords(store, "skill").map(({ id }) => id) as [number, number];
  const kim = office.staff("kim").id;
  const levels = (id = kim) => skillsOf(store, id).map(({ name, level }) => [name, level]);
  const set = (by: string, ...typed: [number, string][]) =>
    setSkills(office.desk(by), kim, new Map(typed));
  ok(set("admin", [english, "3"], [refunds, "5"]).ok);
  deepEqual(levels(), [["영어", 3], ["환불", 5]]);
  ok(set("admin", [refunds, ""]).ok);
  deepEqual(levels(), [["영어", 3], ["환불", null]]);
  deepEqual(levels(office.staff("lee").id), [["영어", null], ["환불", null]]);
  for (const id of [english, refunds]) retireWord(store, "skill", id, true);
  deepEqual(levels(), [["영어", 3]]);
  const wrong = { ok: false, problems: { form: { code: "staff.skill_wrong", args: {} } } };
  deepEqual(set("admin", [english, "6"]), wrong);
  deepEqual(set("admin", [english, "4"], [999, "1"]), wrong);
  deepEqual(levels(), [["영어", 3]]);
  throws(() => set("super", [english, "1"]), { name: "NotPermitted" });
  throws(() => setSkills(office.desk("admin"), 999, new Map()), { name: "NotFound" });
});
