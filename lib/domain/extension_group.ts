/** Extensions that belong together under a name. */
export interface ExtensionGroup {
  readonly id: number;
  readonly name: string;
}

/** It has to fit into a row of links above the board. */
export const LONGEST_GROUP = 20;

/** More extensions than a switch has need no more groups. */
export const MOST_GROUPS = 30;
