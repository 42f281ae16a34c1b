import type { Step } from "./office_day.ts";

/** A message of the PBX; `O` tells of a call that the server asked for. */
export type PbxStep = Omit<Step, "at" | "mi"> & { readonly mi: Step["mi"] | "O" };
