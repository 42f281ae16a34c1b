import { timeZones } from "../../domain/time_zone.ts";
import type { ZonesView } from "./office_data.ts";

/** Every time zone, by part of the world; the one that is `chosen` too where nobody lists it. */
export function zonesView(chosen: string): ZonesView[] {
  const names = timeZones();
  const all = names.includes(chosen) ? names : [chosen, ...names];
  const regions = new Map<string, { name: string; label: string }[]>();
  for (const name of all) {
    const region = name.includes("/") ? name.slice(0, name.indexOf("/")) : "UTC";
    const label = name.slice(name.indexOf("/") + 1).replaceAll("_", " ");
    regions.set(region, [...regions.get(region) ?? [], { name, label }]);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}
