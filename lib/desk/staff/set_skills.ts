import { SKILL_LEVELS } from "../../domain/skill_level.ts";
import { setSkill, skillsOf } from "../../store/staff_skills.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { staffThere } from "./staff_there.ts";

/**
 * Says how well somebody can do what, by the IDs of the skills: a level, or empty for not at all. A skill that is not
 * named stays as it is. Throws `NotFound`.
 */
export function setSkills(
  desk: Desk,
  id: number,
  typed: ReadonlyMap<number, string>,
): Outcome<null> {
  requireMay(desk, "staff.manage");
  const { store } = desk;
  return store.transaction((): Outcome<null> => {
    const known = new Set(skillsOf(store, staffThere(store, id).id).map((skill) => skill.id));
    const levels = [...typed].map(([skill, text]) => ({
      skill,
      level: text === "" ? null : SKILL_LEVELS.find((one) => String(one) === text),
    }));
    for (const { skill, level } of levels) {
      if (level === undefined || !known.has(skill)) return refused("staff.skill_wrong");
    }
    for (const { skill, level } of levels) setSkill(store, id, skill, level ?? null);
    return { ok: true, value: null };
  });
}
