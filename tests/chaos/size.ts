/** `short` in every change's gate, `whole` before a change of the wire is closed. */
export function sized(short: number, whole: number): number {
  return Deno.env.get("BELLTOWER_CHAOS") === "whole" ? whole : short;
}
