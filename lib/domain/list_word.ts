/** Lists of words that an office chooses itself: consultation types, customers' grades, reasons for a break, skills. */
export const LISTS = ["type", "grade", "break", "skill"] as const;
export type List = (typeof LISTS)[number];

/** How long a word may be: it has to fit where it is shown. */
export const LONGEST_WORD: Readonly<Record<List, number>> = {
  type: 40,
  grade: 20,
  break: 30,
  skill: 30,
};

/** More would make the list one that nobody reads. */
export const MOST_WORDS = 50;

export interface ListWord {
  readonly id: number;
  readonly name: string;
  /** It is not offered any more; records that have it keep it. */
  readonly retired: boolean;
}
