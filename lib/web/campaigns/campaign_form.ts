import type { TypedCampaign } from "../../desk/campaigns/campaign_rules.ts";
import type { Form } from "../forms/form.ts";

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
