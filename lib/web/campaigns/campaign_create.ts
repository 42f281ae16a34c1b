import { createCampaign } from "../../desk/campaigns/create_campaign.ts";
import type { TypedCampaign } from "../../desk/campaigns/campaign_rules.ts";
import { importsToCall } from "../../store/campaign_sources.ts";
import { listWords } from "../../store/list_words.ts";
import { deskOf } from "../desk_of.ts";
import { BLANK_CAMPAIGN, typedCampaign } from "./campaign_form.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { timeView } from "../basics.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The form of a new campaign; `q` fills in the search from which one comes. */
export const campaignNew: StaffHandler = (c, visit) =>
  form(c, visit, { ...BLANK_CAMPAIGN, q: (c.req.query("q") ?? "").slice(0, 100) }, {}, 200);

/** Makes a campaign and fills it; it runs as soon as all its numbers are in it. */
export const campaignCreate: StaffHandler = async (c, visit) => {
  const typed = typedCampaign(readForm(c));
  const created = await createCampaign(deskOf(visit), typed);
  if (!created.ok) return form(c, visit, typed, errorsOf(created.problems, visit.t), 422);
  const { id, withoutNumber } = created.value;
  return c.redirect(`/campaigns/${id}${withoutNumber > 0 ? `?left=${withoutNumber}` : ""}`, 303);
};

function form(
  c: WebContext,
  visit: StaffVisit,
  values: TypedCampaign,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const imports = importsToCall(visit.store).map(({ id, name, at }) => ({
    id,
    name,
    at: timeView(visit, at),
  }));
  // Customers may still have one that is not offered any more.
  const grades = listWords(visit.store, "grade").map(({ name }) => name);
  return page(c, visit, "campaigns/campaign_new", { values, errors, grades, imports }, {
    title: visit.t("title.campaign_new"),
    active: "campaigns",
    status,
  });
}
