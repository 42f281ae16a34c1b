import { signOutEverywhere } from "../../desk/staff/sign_out.ts";
import { deskOf } from "../desk_of.ts";
import { idParam } from "../params.ts";
import { endStreams } from "../guard/session.ts";
import type { StaffHandler } from "../visit.ts";

/** Ends every session of somebody; of oneself, every one but this. */
export const staffSignOut: StaffHandler = (c, visit) => {
  const id = idParam(c);
  endStreams(visit, id, signOutEverywhere(deskOf(visit), id, visit.session.tokenHash));
  return c.redirect(`/settings/staff/${id}?done=signed_out`, 303);
};
