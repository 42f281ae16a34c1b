import type { SkillLevel } from "../domain/skill_level.ts";
import type { Store } from "./database.ts";

/** A skill as somebody has it. */
export interface StaffSkill {
  /** The ID of the word of the list `skill`. */
  readonly id: number;
  readonly name: string;
  /** Null where they do not have it. */
  readonly level: SkillLevel | null;
}

/** Every skill that is offered, or that this person has, in the order of the list. */
export function skillsOf(store: Store, staffId: number): StaffSkill[] {
  return store.all<StaffSkill>(
    `SELECT word.id, word.name, has.level
     FROM list_words AS word LEFT JOIN staff_skills AS has ON has.skill_id = word.id AND has.staff_id = ?
     WHERE word.list = 'skill' AND (word.retired = 0 OR has.level IS NOT NULL)
     ORDER BY word.position, word.id`,
    staffId,
  ).map(({ id, name, level }) => ({ id, name, level }));
}

/** Says how well somebody can do something; with null, that they cannot. */
export function setSkill(
  store: Store,
  staffId: number,
  skillId: number,
  level: SkillLevel | null,
): void {
  if (level === null) {
    store.run("DELETE FROM staff_skills WHERE staff_id = ? AND skill_id = ?", staffId, skillId);
    return;
  }
  store.run(
    `INSERT INTO staff_skills (staff_id, skill_id, level) VALUES (?, ?, ?)
     ON CONFLICT (staff_id, skill_id) DO UPDATE SET level = excluded.level
     WHERE level <> excluded.level`,
    staffId,
    skillId,
    level,
  );
}
