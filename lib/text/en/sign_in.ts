import { sign_in as korean } from "../ko/sign_in.ts";
import { translated } from "../translated.ts";

export const sign_in = translated(korean, {
  "title.login": "Sign in",

  "login.wrong": "The login or the password is not right.",
  "login.throttled": "Signing in failed several times. Please try again in {wait}.",
  "login.missing": "Please enter your login and your password.",

  "login.unmanaged": "There is no administrator yet.",

  "login.login": "Login",
  "login.password": "Password",
  "login.submit": "Sign in",

  "login.other_place":
    "Extension {extension} can only be used from its own computer. Ask the administrator.",

  "login.trust": "Connect this device safely",
});
