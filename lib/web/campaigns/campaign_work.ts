import { giveNumberBack, keepNumber, nextNumber } from "../../desk/campaigns/next_number.ts";
import { writeResult } from "../../desk/campaigns/write_result.ts";
import { entryOfAgent } from "../../store/campaign_entries.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { typedMoment } from "../forms/typed_moment.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { campaignWorkView } from "./campaign_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Where the next one is called: the page dials by itself when it is opened with this mark. */
const WORK = "/campaigns/work#dial";

/** Gives this agent the next number of a campaign. */
export const campaignNext: StaffHandler = (c, visit) => next(c, visit, idParam(c));

/** The number that this agent is to call now. */
export const campaignWork: StaffHandler = (c, visit) => {
  const entry = entryOfAgent(visit.store, visit.person.id);
  if (entry === null) return c.redirect("/campaigns", 303);
  return page(c, visit, "campaigns/campaign_work", campaignWorkView(visit, entry), {
    title: visit.t("title.campaign_work"),
    active: "campaigns",
  });
};

/** The page is there still: the number stays this agent's. */
export const campaignKeep: StaffHandler = (c, visit) =>
  c.body(null, keepNumber(deskOf(visit)) ? 204 : 409);

/** Gives the number back uncalled. */
export const campaignRelease: StaffHandler = (c, visit) => {
  const entry = giveNumberBack(deskOf(visit));
  return c.redirect(entry === null ? "/campaigns" : `/campaigns/${entry.campaignId}`, 303);
};

/** Writes what came of the call, and gives the next one where that is wanted. */
export const campaignResult: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const values = { result: form.text("result"), at: form.text("at"), remark: form.text("remark") };
  const { t, store, person } = visit;
  const typed = {
    ...values,
    at: typedMoment(values.at, visit),
    forbid: form.text("forbid") === "yes",
  };
  const written = writeResult(deskOf(visit), idOrNull(form.text("entry")), typed);
  if (!written.ok) {
    const entry = entryOfAgent(store, person.id)!;
    const errors = errorsOf(written.problems, t);
    const data = campaignWorkView(visit, entry, { values, errors });
    const options = { title: t("title.campaign_work"), active: "campaigns" as const };
    return page(c, visit, "campaigns/campaign_work", data, { ...options, status: 422 });
  }
  if (written.value === null) return c.redirect("/campaigns?lost=1", 303);
  const campaignId = written.value;
  if (form.text("then") === "next") return next(c, visit, campaignId);
  return c.redirect(`/campaigns/${campaignId}`, 303);
};

function next(c: WebContext, visit: StaffVisit, campaignId: number): Response {
  const given = nextNumber(deskOf(visit), campaignId, visit.web.office.timeZone);
  if (given === "no_extension") throw new HttpProblem("forbidden", {}, "dial.no_extension");
  const isTold = given === "closed" || given === "none";
  return c.redirect(isTold ? `/campaigns/${campaignId}?notice=${given}` : WORK, 303);
}
