import type { TypedAccount } from "../../desk/staff/account_rules.ts";
import { extensionName } from "../../domain/extension.ts";
import { PASSWORD_LENGTH } from "../../domain/password_rules.ts";
import { SKILL_LEVELS } from "../../domain/skill_level.ts";
import { LANGUAGES, ROLES, type Staff } from "../../domain/staff.ts";
import { listExtensions } from "../../store/extensions.ts";
import { skillsOf } from "../../store/staff_skills.ts";
import { lastSignIns } from "../../store/sign_ins.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { StaffFormView } from "./staff_data.ts";
import type { StaffVisit } from "../visit.ts";
import { extensionNames } from "../frame/extension_names.ts";
import { leavesText } from "./leaves_text.ts";
import { sessionViews } from "../account/session_view.ts";
import { signInView } from "../account/sign_in_view.ts";

interface Shown {
  readonly typed?: TypedAccount;
  readonly errors?: FieldErrors;
  readonly done?: string;
}

const NEW = { login: "", name: "", role: "agent", extensions: [] } as const;

/** The form of an account, as stored or as typed; `staff` is null for a new one. */
export function staffFormView(
  visit: StaffVisit,
  staff: Staff | null,
  { typed, errors = {}, done = "" }: Shown = {},
): StaffFormView {
  const nameOf = extensionNames(visit);
  const given = typed ??
    (staff === null
      ? { ...NEW, language: visit.web.office.language }
      : { ...staff, extensions: staff.extensions.map(extensionName) });
  const signIn = staff === null ? undefined : lastSignIns(visit.store).get(staff.id);
  return {
    id: staff?.id ?? null,
    title: staff?.name ?? "",
    typed: given,
    errors,
    roles: ROLES,
    languages: LANGUAGES,
    extensions: listExtensions(visit.store).filter(({ staffId }) =>
      staffId === null || staffId === staff?.id
    ).map((one) => ({
      value: extensionName(one),
      text: [nameOf(one), one.label].filter((part) => part !== "").join(" · "),
      chosen: given.extensions.includes(extensionName(one)),
    })),
    active: staff?.active ?? true,
    leaves: staff?.active ? leavesText(visit, staff.id) : "",
    self: staff?.id === visit.person.id,
    leastPassword: PASSWORD_LENGTH.least,
    passwordError: errors["password"] ?? "",
    signedIn: signInView(visit, signIn),
    sessions: staff === null ? [] : sessionViews(visit, staff.id),
    skills: staff === null ? [] : skillsOf(visit.store, staff.id),
    levels: SKILL_LEVELS,
    done,
  };
}
