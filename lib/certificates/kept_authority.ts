import { getLogger } from "@logtape/logtape";
import { z } from "zod";
import { type Authority, makeAuthority } from "./authority.ts";
import type { MachineNames } from "./machine_names.ts";
import { certifiable } from "./permitted.ts";
import { makeFolderIn } from "../base/files.ts";
import { readIfThere, writePrivate } from "../base/private_file.ts";

const log = getLogger(["belltower", "certificates"]);

const AUTHORITY = z.object({
  name: z.string(),
  certificate: z.string(),
  key: z.string(),
  permitted: z.object({ names: z.array(z.string()), networks: z.array(z.string()) }),
  notBefore: z.number().optional(),
  notAfter: z.number(),
});

/** Where the authority of a data folder, its certificate and their keys are. */
export const tlsFolder = (data: string) => `${data}/tls`;
const fileOf = (data: string) => `${tlsFolder(data)}/authority.json`;

/**
 * The authority of this data folder; null where there is none yet. Throws an Error that says what to do where it
 * cannot be read: another one is not made in its place, since every browser would have to trust it anew.
 */
export function keptAuthority(data: string): Authority | null {
  const path = fileOf(data);
  const text = readIfThere(path);
  if (text === null) return null;
  const found = AUTHORITY.safeParse(jsonOrNull(text));
  if (found.success) return found.data;
  throw new Error(
    `${path} is broken: put back a copy of it, or take it away and have every browser trust a new one`,
  );
}

/** Makes an authority for this machine, which every browser has to be told to trust, in place of one that is there. */
export async function replaceAuthority(
  data: string,
  machine: MachineNames,
  now: number,
): Promise<Authority> {
  makeFolderIn(tlsFolder(data));
  const authority = await makeAuthority(machine, now);
  writePrivate(fileOf(data), JSON.stringify(authority));
  log.info("The authority {name} was made", { name: authority.name });
  return authority;
}

/** The names and addresses of the machine that the authority may not certify: it was made before them. */
export function leftOut(machine: MachineNames, { permitted }: Authority): string[] {
  const inside = certifiable(machine, permitted);
  return [
    ...machine.names.filter((one) => !inside.names.includes(one)),
    ...machine.addresses.filter((one) => !inside.addresses.includes(one)),
  ];
}

/** What a text says in JSON; null where it says nothing. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
