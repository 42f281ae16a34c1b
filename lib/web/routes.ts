import { routes as account } from "./account/routes.ts";
import { routes as agentState } from "./agent_state/routes.ts";
import { routes as attachments } from "./attachments/routes.ts";
import { routes as audit } from "./audit/routes.ts";
import { routes as backups } from "./backups/routes.ts";
import { routes as board } from "./board/routes.ts";
import { routes as calls } from "./calls/routes.ts";
import { routes as campaigns } from "./campaigns/routes.ts";
import { routes as checklist } from "./checklist/routes.ts";
import { routes as consultations } from "./consultations/routes.ts";
import { routes as customFields } from "./custom_fields/routes.ts";
import { routes as customers } from "./customers/routes.ts";
import { routes as desk } from "./desk/routes.ts";
import { routes as dialling } from "./dialling/routes.ts";
import { routes as extensions } from "./extensions/routes.ts";
import { routes as firstStart } from "./first_start/routes.ts";
import { routes as hours } from "./hours/routes.ts";
import { routes as imports } from "./imports/routes.ts";
import { routes as jobs } from "./jobs/routes.ts";
import { routes as lines } from "./lines/routes.ts";
import { routes as live } from "./live/routes.ts";
import { routes as notices } from "./notices/routes.ts";
import { routes as office } from "./office/routes.ts";
import { routes as program } from "./program/routes.ts";
import { routes as reports } from "./reports/routes.ts";
import { routes as search } from "./search/routes.ts";
import { routes as settings } from "./settings/routes.ts";
import { routes as signIn } from "./sign_in/routes.ts";
import { routes as staff } from "./staff/routes.ts";
import { routes as trunks } from "./trunks/routes.ts";
import { routes as trust } from "./trust/routes.ts";
import { routes as words } from "./words/routes.ts";
import { routes as work } from "./work/routes.ts";
import type { Route } from "./route.ts";

const routes: readonly Route[] = [
  ...program,
  ...trust,
  ...firstStart,
  ...signIn,
  ...account,
  ...desk,
  ...live,
  ...dialling,
  ...calls,
  ...search,
  ...consultations,
  ...work,
  ...customers,
  ...notices,
  ...attachments,
  ...settings,
  ...checklist,
  ...office,
  ...hours,
  ...words,
  ...staff,
  ...extensions,
  ...trunks,
  ...lines,
  ...customFields,
  ...jobs,
  ...audit,
  ...backups,
  ...imports,
  ...reports,
  ...board,
  ...agentState,
  ...campaigns,
];

/**
 * Every URL of the program: who may ask for it, and what the audit keeps of it. A feature says its own; the first one that
 * fits answers, and a word comes before a place that takes any: `/customers/new` before `/customers/:id`.
 */
export const ROUTES: readonly Route[] = routes.toSorted((one, other) =>
  compare(sortKey(one), sortKey(other))
);

/** Sorts words before `:places`, and these before `*`. */
function sortKey({ path }: Route): string {
  return path.replaceAll("/:", "/~").replaceAll("/*", "/~~");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
