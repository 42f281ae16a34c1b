import { setHours } from "../../desk/hours/set_hours.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { typedHours } from "../hours/hours_form.ts";
import { readForm } from "../forms/read_form.ts";
import { campaignListView } from "./campaign_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Every campaign, with how far it is. */
export const campaignList: StaffHandler = (c, visit) =>
  page(c, visit, "campaigns/campaign_list", campaignListView(visit, lostNotice(c, visit)), {
    title: visit.t("title.campaigns"),
    active: "campaigns",
  });

/** Says when campaigns may call. */
export const officeHoursChange: StaffHandler = (c, visit) => {
  const set = setHours(deskOf(visit), typedHours(readForm(c)));
  if (!set.ok) {
    const error = errorsOf(set.problems, visit.t)["form"] ?? null;
    const data = campaignListView(visit, error);
    const options = {
      title: visit.t("title.campaigns"),
      active: "campaigns" as const,
      status: 422,
    };
    return page(c, visit, "campaigns/campaign_list", data, options);
  }
  return c.redirect("/campaigns", 303);
};

/** Why the page of a call leads here: the number was given to somebody else meanwhile. */
function lostNotice(c: WebContext, visit: StaffVisit): string | null {
  return c.req.query("lost") === "1" ? visit.t("campaign.lost") : null;
}
