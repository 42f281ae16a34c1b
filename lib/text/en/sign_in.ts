import { sign_in as korean } from "../ko/sign_in.ts";
import { translated } from "../translated.ts";

export const sign_in = translated(korean, {
  // Titles of pages
  "title.login": "Sign in",

  // Sign-in
  "login.wrong": "The login or the password is not right.",
  "login.throttled": "Signing in failed several times. Please try again in {wait}.",
  "login.missing": "Please enter your login and your password.",

  // First start
  "login.unmanaged": "There is no administrator yet.",

  // The page of the sign-in
  "login.login": "Login",
  "login.password": "Password",
  "login.submit": "Sign in",

  // Staff, extensions, lines and the own account
  "login.other_place":
    "Extension {extension} can only be used from its own computer. Ask the administrator.",

  // How a browser comes to trust the server
  "login.trust": "Connect this device safely",
});
