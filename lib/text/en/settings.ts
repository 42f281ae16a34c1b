import { settings as korean } from "../ko/settings.ts";
import { translated } from "../translated.ts";

export const settings = translated(korean, {
  "about.numbers":
    "The office’s country, area code and outside-line digit: how numbers that are written or call are read.",
  "about.dialling":
    "Which numbers a click on a page may call. What is dialled at a telephone is the exchange's to decide.",
  "settings.group_office": "Office",
  "settings.group_customers": "Customers and consultations",
  "settings.line_closed": "Lines that are not connected: {count}",
  "about.office": "The office’s name, its language and the time zone in which every time is shown.",
  "about.hours": "Campaigns call within these hours only, and never on a holiday.",
  "about.sounds":
    "What a browser plays while its person's phone rings. Everybody can switch it off or on in their menu.",
  "about.staff": "Accounts, rights and passwords.",
  "about.extensions": "What each extension is, whose it is, and from where its agent may sign in.",
  "about.breaks": "What agents choose when they leave their desk; the board shows it.",
  "about.skills":
    "What people are good at. How well each of them can do it is set in their account.",
  "about.lines": "The serial ports to the switch, and what comes over them.",
  "about.trunks": "The office’s number of each trunk: it tells which number was called.",
  "about.types": "What a consultation is about: the call log and the reports are divided by it.",
  "about.grades": "How customers are ranked; shown beside the name while the phone rings.",
  "about.fields": "What the office wants to know about customers besides.",
  "about.attachments": "How large a file may be, and how much one person may store in a day.",
  "about.backup": "When and where backups are made, and how to go back to one.",
  "about.retention":
    "How long raw frames, log files and the trail of changes stay. Calls, customers and consultations are never deleted.",

  "settings.title": "Settings",

  "settings.saved": "Saved.",
  "settings.group_people": "People and phones",
  "settings.group_lines": "Lines",
  "settings.group_records": "Records",
  "settings.save": "Save",
  "settings.cancel": "Cancel",
  "settings.back": "Back to the list",

  "about.jobs": "How what takes long is going: imports, backups.",

  "about.audit": "Find who changed or exported what, when and from where.",
});
