/** `short` in every change's gate, `whole` before a change of the wire is closed. */
export function sized(short: number, whole: number): number {
  return Deno.env.get("BELLTOWER_CHAOS") === "whole" ? whole : short;
}

/** What all chances of a run follow from: a run that failed can be played again. */
export function seed(): number {
  return Number(Deno.env.get("BELLTOWER_CHAOS_SEED") ?? "1");
}
