import { staff as korean } from "../ko/staff.ts";
import { translated } from "../translated.ts";

export const staff = translated(korean, {
  // Names of things
  "role.agent": "Agent",
  "role.supervisor": "Supervisor",
  "role.admin": "Administrator",

  // Staff, extensions, lines and the own account
  "title.staff": "Staff",
  "title.staff_new": "New account",
  "staff.intro":
    "Accounts are never deleted, only taken out of use: the calls and consultations of that person stay.",
  "staff.new": "Add account",
  "staff.login": "Login",
  "staff.role": "Role",
  "staff.extension": "Extension",
  "staff.no_extension": "None",
  "staff.language": "Language",
  "staff.language_ko": "Korean",
  "staff.language_en": "English",
  "staff.last_sign_in": "Last sign-in",
  "staff.never": "Never signed in",
  "staff.here": "Signed in",
  "staff.inactive": "Out of use",
  "staff.active": "In use",
  "staff.state": "State",
  "staff.role_agent_hint": "Takes calls and writes consultations.",
  "staff.role_supervisor_hint": "Also reports, merging customers, import and export.",
  "staff.role_admin_hint": "Everything, the settings too.",
  "staff.first_password": "First password",
  "staff.first_password_hint":
    "At least {least} characters. At the first sign-in its owner is asked to choose another one.",
  "staff.create": "Create account",
  "staff.reset": "Reset password",
  "staff.reset_hint":
    "For a forgotten password. They are signed out everywhere and choose another one when they come back. At least {least} characters.",
  "staff.new_password": "New password",
  "staff.reset_ask": "Give {name} a new password and sign them out everywhere?",
  "staff.sessions": "Signed in at",
  "staff.no_sessions": "Not signed in anywhere.",
  "staff.sign_out": "Sign out everywhere",
  "staff.sign_out_others": "Sign out everywhere else",
  "staff.sign_out_ask": "Sign {name} out everywhere?",
  "staff.deactivate": "Take out of use",
  "staff.deactivate_hint":
    "They are signed out at once and their extensions become free. It can be taken back at any time.",
  "staff.deactivate_ask": "Take the account of {name} out of use?",
  "staff.leaves": "What they have to do goes back for anybody: {parts}.",
  "staff.leaves_missed": "{count, plural, one {# missed caller} other {# missed callers}}",
  "staff.leaves_callback": "{count, plural, one {# promised call} other {# promised calls}}",
  "staff.leaves_task": "{count, plural, one {# task} other {# tasks}}",
  "staff.leaves_campaign":
    "{count, plural, one {# number of a campaign} other {# numbers of campaigns}}",
  "staff.leaves_nothing": "They have no open work.",
  "staff.activate": "Use again",
  "staff.activate_hint":
    "This account is out of use. When it is used again, its password is the one it had.",
  "staff.own_password": "Your own password is changed here.",
  "staff.skills_hint": "1 is the lowest level, 5 the highest.",
  "staff.skill_none": "None",
  "staff.skill_wrong":
    "Only skills of the list can be chosen, with a level from 1 to 5. Open the page again and choose anew.",
  "staff.saved": "Saved.",
  "staff.password_given":
    "The new password is set. {name} is asked to change it at the next sign-in.",
  "staff.activated": "The account of {name} is in use again.",
  "staff.deactivated": "The account of {name} is out of use.",
  "staff.signed_out": "Signed out.",
  "staff.login_wrong": "A login is 1 to 64 characters without spaces.",
  "staff.login_taken": "{name} has this login already.",
  "staff.role_wrong": "Choose a role.",
  "staff.language_wrong": "Choose a language.",
  "staff.last_admin": "This is the last administrator. Make somebody else one first.",
  "staff.not_yourself": "You cannot take your own account out of use. Ask another administrator.",
  "staff.extension_unknown": "There is no extension {extension}.",
  "staff.line_unknown": "There is no line {line}.",
  "staff.extension_taken": "Extension {extension} is somebody else’s.",
});
