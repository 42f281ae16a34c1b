import { account as korean } from "../ko/account.ts";
import { translated } from "../translated.ts";

export const account = translated(korean, {
  "title.account": "My account",
  "title.password": "Change password",
  "session.browser_unknown": "Unknown browser",
  "session.since": "Signed in",
  "session.seen": "Last used",
  "session.this": "This browser",
  "session.end": "Sign out",
  "account.intro": "Login {login}",
  "account.sessions_hint":
    "If there is one that you do not know, sign it out and change your password.",
  "password.current": "Current password",
  "password.new": "New password",
  "password.again": "New password again",
  "password.hint": "At least {least} characters. A long phrase is better than a few odd signs.",
  "password.forced":
    "An administrator gave you this password. Choose one that only you know to go on.",
  "password.change": "Change password",
  "password.changed": "Your password is changed. Every other browser is signed out.",
  "password.current_missing": "Write your current password.",
  "password.current_wrong": "The current password is not right.",
  "password.same": "Choose another password than the current one.",
  "password.not_again": "The two passwords are not the same.",
  "password.short": "A password has at least {least} characters. There are {length} now.",
  "password.long": "A password has at most {most} characters. There are {length} now.",
  "password.common": "This password is among the first that anybody tries. Choose another one.",
  "password.own_name": "The password cannot be the login.",
  "password.own":
    "Change your own password under your account, where the current one is asked for.",

  "account.new_address": "Somebody signed in to this account from {address}, for the first time.",
  "account.new_address_look": "Was it you?",
  "account.addresses": "Addresses of your sign-ins",
  "account.addresses_hint": "A sign-in from a new address is shown here and kept in the audit.",
  "account.address_new": "new",
  "account.address_first": "First",
  "account.address_last": "Last",
  "account.address_mine": "All of these were me",
  "account.address_not_mine": "Not me: change the password",
});
