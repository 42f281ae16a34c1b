import { z } from "zod";
import { line, paragraphs, wrong } from "../../desk/field_rules.ts";
import type { CampaignFormView } from "../campaign_data.ts";
import { type CampaignSource, MOST_ENTRIES, readList } from "../campaign_fill.ts";
import type { NewCampaign } from "../../store/campaigns.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked } from "./check.ts";
import type { Form } from "./form.ts";

export type TypedCampaign = CampaignFormView["values"];

export const BLANK_CAMPAIGN: TypedCampaign = {
  name: "",
  script: "",
  kind: "customers",
  q: "",
  grade: "",
  importId: "",
  text: "",
  mostTries: "3",
  retryMinutes: "60",
};

export function typedCampaign(form: Form): TypedCampaign {
  return {
    name: form.text("name"),
    script: form.text("script"),
    kind: form.text("kind") === "list" ? "list" : "customers",
    q: form.text("q"),
    grade: form.text("grade"),
    importId: form.text("importId"),
    text: form.text("text"),
    mostTries: form.text("mostTries"),
    retryMinutes: form.text("retryMinutes"),
  };
}

/** Checks a new campaign, and that its list has numbers. */
export function checkCampaign(
  typed: TypedCampaign,
  visit: Visit,
): Checked<{ readonly campaign: NewCampaign; readonly source: CampaignSource }> {
  const schema = z.object({
    name: line("name", 100).superRefine((name, ctx) => {
      if (name === "") ctx.addIssue(wrong("campaign.name_required"));
    }),
    script: paragraphs("script", 4000),
    kind: z.enum(["customers", "list"]),
    q: line("name", 100),
    grade: z.string(),
    importId: z.string(),
    text: z.string().superRefine((text, ctx) => {
      if (typed.kind !== "list") return;
      const { entries } = readList(text);
      if (entries.length === 0) ctx.addIssue(wrong("campaign.no_numbers"));
      if (entries.length > MOST_ENTRIES) {
        ctx.addIssue(wrong("campaign.too_many", { max: MOST_ENTRIES }));
      }
    }),
    mostTries: numberBetween(1, 9),
    retryMinutes: numberBetween(1, 10_080),
  });
  const checked = check(schema, typed, visit.t);
  if (!checked.ok) return checked;
  const { name, script, mostTries, retryMinutes, kind, q, grade, importId, text } = checked.value;
  return {
    ok: true,
    value: {
      campaign: { name, script, mostTries, retryAfter: retryMinutes * 60_000 },
      source: {
        kind,
        query: q,
        text,
        grade: grade === "" ? null : grade,
        importId: /^\d{1,9}$/.test(importId) ? Number(importId) : null,
      },
    },
  };
}

function numberBetween(least: number, most: number): z.ZodType<number, string> {
  return z.string().transform((text, ctx) => {
    const number = Number(text);
    if (/^\d{1,6}$/.test(text.trim()) && number >= least && number <= most) return number;
    ctx.addIssue(wrong("campaign.number_between", { least, most }));
    return z.NEVER;
  });
}
