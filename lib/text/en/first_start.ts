import { first_start as korean } from "../ko/first_start.ts";
import { translated } from "../translated.ts";

export const first_start = translated(korean, {
  "title.setup": "First setup",
  "setup.code": "Setup code",
  "setup.code_intro":
    "The screen on which the server was started shows a setup code. With it you can set up the office.",
  "setup.code_hint": "Every start of the server gives a new code.",
  "setup.code_wrong": "This is not the code. Please look at the server’s screen again.",
  "setup.code_again":
    "The server was started again and asks for its new code. What you typed is kept; only the password has to be typed again.",
  "setup.code_throttled": "Too many wrong codes. Please try again in {wait}.",
  "setup.continue": "Continue",
  "setup.intro": "This is done once. Everything can be changed later under Settings.",
  "setup.admin": "Administrator",
  "setup.admin_hint": "The account that looks after staff, lines and backups.",
  "setup.name": "Name",
  "setup.password": "Password",
  "setup.password_hint": "At least {least} characters; longer is better.",
  "setup.again": "Password once more",
  "setup.again_wrong": "The two passwords are not the same.",
  "setup.own_extension": "Own extension",
  "setup.no_extension": "None",
  "setup.office": "Office",
  "setup.office_hint":
    "Such as Hanbit Trading. It stands on the sign-in page and in window titles.",
  "setup.language": "Language of the office",
  "setup.zone": "Time zone",
  "setup.zone_fixed": "Fixed by {source}; it cannot be changed here.",
  "setup.line": "Connection to the switch",
  "setup.line_there": "There is a line already: {line}",
  "setup.line_hint":
    "Opened with the usual values of the 416 (9600 8N1). Speed and dialect can be changed under Settings, Lines.",
  "setup.line_none":
    "No serial port was found on this computer. Plug the cable in and open this page again, or decide later.",
  "setup.line_later": "Decide later",
  "setup.line_keep": "That line alone",
  "setup.line_virtual": "Try it with the virtual PBX first",
  "setup.line_virtual_hint":
    "Phones ring without any device. Its calls stand in the call log too; it can be switched off or replaced by a real port at any time.",
  "setup.port_gone": "This device was not found. Please choose again.",
  "setup.extensions": "Extensions",
  "setup.extensions_usual": "200–215 · 200 is the operator, 207 phone/fax",
  "setup.finish": "Finish and start",
  "setup.wrong": "Something is left to put right. Please look at the marked places below.",
  "setup.over_title": "The setup is done already",
  "setup.over": "Somebody else finished it first. Please ask that administrator for an account.",
});
