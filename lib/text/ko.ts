import { account } from "./ko/account.ts";
import { agent_state } from "./ko/agent_state.ts";
import { attachments } from "./ko/attachments.ts";
import { audit } from "./ko/audit.ts";
import { backups } from "./ko/backups.ts";
import { board } from "./ko/board.ts";
import { calls } from "./ko/calls.ts";
import { campaigns } from "./ko/campaigns.ts";
import { checklist } from "./ko/checklist.ts";
import { components } from "./ko/components.ts";
import { consultations } from "./ko/consultations.ts";
import { custom_fields } from "./ko/custom_fields.ts";
import { customers } from "./ko/customers.ts";
import { desk } from "./ko/desk.ts";
import { dialling } from "./ko/dialling.ts";
import { errors } from "./ko/errors.ts";
import { extensions } from "./ko/extensions.ts";
import { first_start } from "./ko/first_start.ts";
import { forms } from "./ko/forms.ts";
import { hours } from "./ko/hours.ts";
import { imports } from "./ko/imports.ts";
import { jobs } from "./ko/jobs.ts";
import { lines } from "./ko/lines.ts";
import { notices } from "./ko/notices.ts";
import { office } from "./ko/office.ts";
import { program } from "./ko/program.ts";
import { reports } from "./ko/reports.ts";
import { search } from "./ko/search.ts";
import { settings } from "./ko/settings.ts";
import { shell } from "./ko/shell.ts";
import { sign_in } from "./ko/sign_in.ts";
import { staff } from "./ko/staff.ts";
import { time } from "./ko/time.ts";
import { trunks } from "./ko/trunks.ts";
import { trust } from "./ko/trust.ts";
import { words } from "./ko/words.ts";
import { work } from "./ko/work.ts";

/**
 * Every word that a person sees, in Korean: a file for each feature, grouped by the page that says it. `{name}` is a place
 * that the speaker fills. The files of `en/` have the same keys: the types prove it.
 */
export const ko = {
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

export type TextKey = keyof typeof ko;
