import { account } from "./en/account.ts";
import { agent_state } from "./en/agent_state.ts";
import { attachments } from "./en/attachments.ts";
import { audit } from "./en/audit.ts";
import { backups } from "./en/backups.ts";
import { board } from "./en/board.ts";
import { calls } from "./en/calls.ts";
import { campaigns } from "./en/campaigns.ts";
import { checklist } from "./en/checklist.ts";
import { components } from "./en/components.ts";
import { consultations } from "./en/consultations.ts";
import { custom_fields } from "./en/custom_fields.ts";
import { customers } from "./en/customers.ts";
import { desk } from "./en/desk.ts";
import { dialling } from "./en/dialling.ts";
import { errors } from "./en/errors.ts";
import { extensions } from "./en/extensions.ts";
import { first_start } from "./en/first_start.ts";
import { forms } from "./en/forms.ts";
import { hours } from "./en/hours.ts";
import { imports } from "./en/imports.ts";
import { jobs } from "./en/jobs.ts";
import { lines } from "./en/lines.ts";
import { notices } from "./en/notices.ts";
import { office } from "./en/office.ts";
import { program } from "./en/program.ts";
import { reports } from "./en/reports.ts";
import { search } from "./en/search.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { sign_in } from "./en/sign_in.ts";
import { staff } from "./en/staff.ts";
import { time } from "./en/time.ts";
import { trunks } from "./en/trunks.ts";
import { trust } from "./en/trust.ts";
import { words } from "./en/words.ts";
import { work } from "./en/work.ts";
import type { TextKey } from "./ko.ts";

/** Every word that a person sees, in English. The keys, their order and their groups are those of the Korean. */
export const en: Readonly<Record<TextKey, string>> = {
  ...account,
  ...agent_state,
  ...attachments,
  ...audit,
  ...backups,
  ...board,
  ...calls,
  ...campaigns,
  ...checklist,
  ...components,
  ...consultations,
  ...custom_fields,
  ...customers,
  ...desk,
  ...dialling,
  ...errors,
  ...extensions,
  ...first_start,
  ...forms,
  ...hours,
  ...imports,
  ...jobs,
  ...lines,
  ...notices,
  ...office,
  ...program,
  ...reports,
  ...search,
  ...settings,
  ...shell,
  ...sign_in,
  ...staff,
  ...time,
  ...trunks,
  ...trust,
  ...words,
  ...work,
};
