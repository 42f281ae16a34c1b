import { listWords } from "../../store/list_words.ts";
import { importsToCall } from "../../store/campaign_sources.ts";
import { createCampaign, setCampaignState } from "../../store/campaigns.ts";
import { fillCampaign, readList } from "../campaign_fill.ts";
import {
  BLANK_CAMPAIGN,
  checkCampaign,
  type TypedCampaign,
  typedCampaign,
} from "../forms/campaign_form.ts";
import { readForm } from "../forms/read_form.ts";
import { timeView } from "../present/basics.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The form of a new campaign; `q` fills in the search from which one comes. */
export const campaignNew: StaffHandler = (c, visit) =>
  form(c, visit, { ...BLANK_CAMPAIGN, q: (c.req.query("q") ?? "").slice(0, 100) }, {}, 200);

/** Makes a campaign and fills it; it runs as soon as all its numbers are in it. */
export const campaignCreate: StaffHandler = async (c, visit) => {
  const typed = typedCampaign(readForm(c));
  const checked = checkCampaign(typed, visit);
  if (!checked.ok) return form(c, visit, typed, checked.errors, 422);
  const { campaign, source } = checked.value;
  const id = createCampaign(visit.store, campaign, visit.person.id, visit.now);
  const count = await fillCampaign(visit.store, id, source);
  visit.again();
  if (count > 0) setCampaignState(visit.store, id, "running");
  const left = source.kind === "list" ? readList(source.text).withoutNumber : 0;
  return c.redirect(`/campaigns/${id}${left > 0 ? `?left=${left}` : ""}`, 303);
};

function form(
  c: WebContext,
  visit: StaffVisit,
  values: TypedCampaign,
  errors: Readonly<Record<string, string>>,
  status: 200 | 422,
): Response {
  const imports = importsToCall(visit.store).map(({ id, name, at }) => ({
    id,
    name,
    at: timeView(visit, at),
  }));
  // Customers may still have one that is not offered any more.
  const grades = listWords(visit.store, "grade").map(({ name }) => name);
  return page(c, visit, "pages/campaign_new", { values, errors, grades, imports }, {
    title: visit.t("title.campaign_new"),
    active: "campaigns",
    status,
  });
}
