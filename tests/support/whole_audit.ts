import type { AuditFilter } from "../../lib/store/audit/audit_list.ts";

/** Asks for every entry of the audit. */
export const WHOLE_AUDIT: AuditFilter = {
  ...{ who: null, act: "", kind: "", record: "", from: null, to: null, words: "" },
};
