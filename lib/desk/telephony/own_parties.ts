import { type Call, isLive, isStation, type Party } from "../../domain/call.ts";
import { ownersOn } from "../../store/extension_at.ts";
import type { StaffDesk } from "../desk.ts";

/** Where the call is at this moment at telephones of whoever asks, in the order in which it came there. */
export function ownParties({ store, by }: Pick<StaffDesk, "store" | "by">, call: Call): Party[] {
  const ownerOf = ownersOn(store, call);
  return call.connections.filter((one) =>
    isStation(one) && isLive(one) && ownerOf(one.device) === by.id
  );
}
