/** Mutants that no test kills, each with the reason: it changes nothing that anybody could see, or nothing that matters. */
export const SURVIVORS: readonly {
  readonly file: string;
  /** As the run prints it. */
  readonly name: string;
  readonly why: string;
}[] = [];
