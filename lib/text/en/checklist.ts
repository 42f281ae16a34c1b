import { checklist as korean } from "../ko/checklist.ts";
import { translated } from "../translated.ts";

export const checklist = translated(korean, {
  "title.checklist": "Still to do",
  "check.intro":
    "An office can rely on Belltower when it has all of this. Each is ticked by itself as soon as it is so.",
  "check.fresh": "The office is set up. This is what is left to prepare.",
  "check.progress": "{done} of {all} ready",
  "check.all_done": "Everything is ready.",
  "check.done": "Ready",
  "check.missing": "To do",
  "check.go": "Go there",
  "check.staff": "Staff with extensions",
  "check.staff_none": "Nobody has an extension yet: a phone that rings shows on nobody’s screen.",
  "check.staff_some": "{count} with an extension",
  "check.line": "Line to the switch",
  "check.line_none": "There is no line. Plug the serial cable in and add one.",
  "check.line_trial": "This is the virtual PBX, for practice. Please add the real line.",
  "check.line_closed": "The line is not connected. Please look at the cable and the device.",
  "check.line_silent": "Connected, but nothing came yet. Make a call to try it.",
  "check.line_heard": "Connected, and the switch was heard.",
  "check.trunks": "Numbers of the trunks",
  "check.trunks_no_line": "With a line, each trunk can be given the number that callers dial.",
  "check.trunks_some": "{count} of {all} trunks have their number.",
  "check.backup": "Backup folder",
  "check.backup_off": "Automatic backups are switched off.",
  "check.backup_none": "There is no backup in {folder} yet.",
  "check.backup_here":
    "Backups lie on this computer alone. Choose another disk or a network folder, so that they outlive it.",
  "check.https": "From other computers",
  "check.https_on": "The office’s computers come by HTTPS. Each has to trust the certificate once.",
  "check.https_off":
    "HTTPS is switched off: other computers get no notifications and cannot copy. See the server’s option --https.",
  "check.customers": "Customers imported",
  "check.customers_none": "There are no customers yet. They can be imported from Excel or CSV.",
  "check.customers_some": "There are customers.",
});
