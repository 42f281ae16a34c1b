import { line } from "../../desk/field_rules.ts";
import { CALL_RESULTS, type CallResult } from "../../domain/campaign.ts";
import {
  claimNext,
  finishClaim,
  keepClaim,
  releaseClaim,
  type ResultOfCall,
} from "../../store/campaign_claims.ts";
import { entryOfAgent } from "../../store/campaign_entries.ts";
import { linkCall } from "../../store/call_customer.ts";
import { callById } from "../../store/calls.ts";
import { forbidCalls } from "../../store/do_not_call.ts";
import { tellCallChanged } from "../call_changed.ts";
import { check } from "../forms/check.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { campaignWorkView, hoursView } from "../present/campaign_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Where the next one is called: the page dials by itself when it is opened with this mark. */
const WORK = "/campaigns/work#dial";

/** Gives this agent the next number of a campaign. */
export const campaignNext: StaffHandler = (c, visit) => next(c, visit, idParam(c));

/** The number that this agent is to call now. */
export const campaignWork: StaffHandler = (c, visit) => {
  const entry = entryOfAgent(visit.store, visit.person.id);
  if (entry === null) return c.redirect("/campaigns", 303);
  return page(c, visit, "pages/campaign_work", campaignWorkView(visit, entry), {
    title: visit.t("title.campaign_work"),
    active: "campaigns",
  });
};

/** The page is there still: the number stays this agent's. */
export const campaignKeep: StaffHandler = (c, visit) =>
  c.body(null, keepClaim(visit.store, visit.person.id, visit.now) ? 204 : 409);

/** Gives the number back uncalled. */
export const campaignRelease: StaffHandler = (c, visit) => {
  const entry = entryOfAgent(visit.store, visit.person.id);
  releaseClaim(visit.store, visit.person.id);
  return c.redirect(entry === null ? "/campaigns" : `/campaigns/${entry.campaignId}`, 303);
};

/** Writes what came of the call, and gives the next one where that is wanted. */
export const campaignResult: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const entry = entryOfAgent(visit.store, visit.person.id);
  // Given to somebody else after a long silence: what that one writes counts.
  if (entry === null || entry.id !== idOrNull(form.text("entry"))) {
    return c.redirect("/campaigns?lost=1", 303);
  }
  const checked = checkResult(form, visit);
  if (!checked.ok) {
    const values = {
      result: form.text("result"),
      at: form.text("at"),
      remark: form.text("remark"),
    };
    const data = campaignWorkView(visit, entry, { values, errors: checked.errors });
    const options = { title: visit.t("title.campaign_work"), active: "campaigns" as const };
    return page(c, visit, "pages/campaign_work", data, { ...options, status: 422 });
  }
  const change = { by: visit.person.id, at: visit.now };
  const done = finishClaim(visit.store, entry.id, visit.person.id, checked.value, visit.now);
  if (entry.customerId !== null && form.text("forbid") === "yes") {
    forbidCalls(visit.store, entry.customerId, change);
  }
  const callId = done?.callId ?? null;
  const call = callId === null ? null : callById(visit.store, callId);
  // The list says who was called, where the number alone does not.
  if (call !== null && call.customerId === null && entry.customerId !== null) {
    tellCallChanged(visit, linkCall(visit.store, call.id, entry.customerId, change));
  }
  if (form.text("then") === "next") return next(c, visit, entry.campaignId);
  return c.redirect(`/campaigns/${entry.campaignId}`, 303);
};

function next(c: WebContext, visit: StaffVisit, campaignId: number): Response {
  if (visit.person.extensions.length === 0) {
    throw new HttpProblem("forbidden", {}, "dial.no_extension");
  }
  const own = entryOfAgent(visit.store, visit.person.id);
  if (own === null && !hoursView(visit).open) {
    return c.redirect(`/campaigns/${campaignId}?notice=closed`, 303);
  }
  const asking = { campaignId, staffId: visit.person.id, now: visit.now };
  const entry = claimNext(visit.store, asking);
  return c.redirect(entry === null ? `/campaigns/${campaignId}?notice=none` : WORK, 303);
}

type CheckedResult =
  | { readonly ok: true; readonly value: ResultOfCall }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

function checkResult(form: Form, visit: StaffVisit): CheckedResult {
  const result = CALL_RESULTS.find((one): one is CallResult => one === form.text("result"));
  const remark = check(line("remark", 300), form.text("remark"), visit.t);
  const at = result === "later" ? visit.format.fromInput(form.text("at")) : null;
  const errors: Record<string, string> = {};
  if (result === undefined) errors["result"] = visit.t("campaign.result_required");
  if (!remark.ok) errors["remark"] = remark.errors["form"] ?? "";
  if (result === "later" && at === null) errors["at"] = visit.t("field.callback_required");
  else if (at !== null && at <= visit.now) errors["at"] = visit.t("field.callback_past");
  if (result === undefined || !remark.ok || Object.keys(errors).length > 0) {
    return { ok: false, errors };
  }
  return { ok: true, value: { result, at, remark: remark.value } };
}
