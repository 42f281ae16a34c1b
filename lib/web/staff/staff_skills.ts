import { setSkills } from "../../desk/staff/set_skills.ts";
import { deskOf } from "../desk_of.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { refusal } from "../forms/refusal.ts";
import { idOrNull, idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Says how well somebody can do what. */
export const staffSkills: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const set = setSkills(deskOf(visit), id, typedLevels(readForm(c)));
  if (!set.ok) throw refusal(set.problems);
  return c.redirect(`/settings/staff/${id}?done=saved`, 303);
};

/** Fields are called `skill.7`. */
function typedLevels({ fields }: Form): ReadonlyMap<number, string> {
  return new Map(fields.flatMap(([name, level]) => {
    const skill = name.startsWith("skill.") ? idOrNull(name.slice("skill.".length)) : null;
    return skill === null ? [] : [[skill, level] as const];
  }));
}
