import { changeState } from "../../desk/campaigns/change_state.ts";
import { CALL_RESULTS, CAMPAIGN_STATES } from "../../domain/campaign.ts";
import { campaignById } from "../../store/campaigns.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { campaignView } from "./campaign_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

const SHOWN = ["waiting", "claimed", "do_not_call", ...CALL_RESULTS];
const NOTICES = ["closed", "none"] as const;

/** How far a campaign is and its numbers; or more of them, behind `after`. */
export const campaignShow: StaffHandler = (c, visit) => {
  const campaign = campaignById(visit.store, idParam(c));
  if (campaign === null) throw new HttpProblem("not_found");
  const shown = SHOWN.find((one) => one === c.req.query("shown")) ?? "";
  const after = idOrNull(c.req.query("after")) ?? 0;
  const said = NOTICES.find((one) => one === c.req.query("notice"));
  const left = idOrNull(c.req.query("left"));
  const notice = left !== null
    ? visit.t("campaign.notice_left", { count: left })
    : said === undefined
    ? null
    : visit.t(`campaign.notice_${said}`);
  const data = campaignView(visit, campaign, { shown, after, notice });
  if (wantsFragment(c) && after > 0) return fragment(c, visit, "campaigns/campaign_rows", data);
  if (wantsFragment(c)) return fragment(c, visit, "campaigns/campaign_progress", data);
  return page(c, visit, "campaigns/campaign_show", data, {
    title: campaign.name,
    active: "campaigns",
  });
};

/** Starts, pauses or ends a campaign. */
export const campaignChange: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const asked = readForm(c).text("state");
  const state = CAMPAIGN_STATES.find((one) => one === asked);
  if (state === undefined) throw new HttpProblem("bad_request");
  changeState(deskOf(visit), id, state);
  return c.redirect(`/campaigns/${id}`, 303);
};
