import { z } from "zod";
import type { Numbering } from "../../domain/numbering.ts";
import type { NewCampaign } from "../../store/campaigns.ts";
import { check, line, paragraphs, wholeNumber, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";
import { type CampaignSource, MOST_ENTRIES } from "./fill_campaign.ts";
import { readList } from "./read_list.ts";

/** A new campaign as it was written. */
export interface TypedCampaign {
  readonly name: string;
  readonly script: string;
  readonly kind: "customers" | "list";
  /** Words that find customers; with `customers` only, as the next two. */
  readonly q: string;
  readonly grade: string;
  /** The import whose customers are called, or empty. */
  readonly importId: string;
  /** The list, with `list` only. */
  readonly text: string;
  readonly mostTries: string;
  readonly retryMinutes: string;
}

/** Checks a new campaign, and that its list has numbers. Problems stand by the names of `typed`'s fields. */
export function checkCampaign(
  typed: TypedCampaign,
  numbering: Numbering,
): Outcome<{ readonly campaign: NewCampaign; readonly source: CampaignSource }> {
  const shape = z.object({
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
      const { entries } = readList(text, numbering);
      if (entries.length === 0) ctx.addIssue(wrong("campaign.no_numbers"));
      if (entries.length > MOST_ENTRIES) {
        ctx.addIssue(wrong("campaign.too_many", { max: MOST_ENTRIES }));
      }
    }),
    mostTries: numberBetween(1, 9),
    retryMinutes: numberBetween(1, 10_080),
  });
  const checked = check(shape, typed);
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
    const number = wholeNumber(text, { least, most });
    if (number !== null) return number;
    ctx.addIssue(wrong("campaign.number_between", { least, most }));
    return z.NEVER;
  });
}
