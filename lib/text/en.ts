import type { TextKey } from "./ko.ts";

/** Every word that a person sees, in English. The keys, their order and their groups are those of `ko.ts`. */
export const en: Readonly<Record<TextKey, string>> = {
  // Names of things
  "app.name": "Belltower",
  "role.agent": "Agent",
  "role.supervisor": "Supervisor",
  "role.admin": "Administrator",

  // Times and durations
  "time.today": "Today {time}",
  "time.yesterday": "Yesterday {time}",
  "time.tomorrow": "Tomorrow {time}",
  "time.date": "{weekday} {day} {monthName} {time}",
  "time.date_year": "{weekday} {day} {monthName} {year} {time}",
  "time.full": "{weekday}, {day} {monthName} {year} {time}",
  "duration.hours": "{hours}h {minutes}m",
  "duration.minutes": "{minutes}m {seconds}s",
  "duration.seconds": "{seconds}s",

  // Titles of pages
  "title.login": "Sign in",
  "title.desk": "Desk",
  "title.calls": "Calls",
  "title.customers": "Customers",
  "title.customer_new": "New customer",
  "title.customer_edit": "Edit customer",
  "title.error": "Error",

  // The line, as an agent is told of it
  "line.none": "No line",
  "line.opening": "Line connecting",
  "line.open": "Line connected",
  "line.fault": "Line down",

  // Sign-in
  "login.wrong": "The login or the password is not right.",
  "login.throttled": "Signing in failed several times. Please try again in {wait}.",
  "login.missing": "Please enter your login and your password.",

  // What is wrong with a field
  "field.required": "{field}: this cannot be left empty.",
  "field.too_long": "{field}: at most {max} characters. There are {length} now.",
  "field.control":
    "{field}: there are invisible control characters in it. Please remove them and save again.",
  "field.number": "A phone number can have digits and hyphens only.",
  "field.number_twice": "The same number is there twice.",
  "field.too_many_numbers": "A customer can have up to {max} phone numbers.",
  "field.email": "An e-mail address looks like name@company.kr.",
  "field.type_unknown": "Please choose a consultation type from the list.",
  "field.state_unknown": "Please choose the follow-up again.",
  "field.callback_required": "Please choose the date and time to call back.",
  "field.callback_past": "The time to call back has already passed.",
  "field.callback_invalid": "Please write date and time like 2026-11-21 14:30.",
  "field.customer_unknown": "That customer cannot be found. Please choose again.",
  "field.version": "This page is out of date. Please reload it and try again.",

  // Names of fields, in a sentence about them
  "name.name": "Name",
  "name.company": "Company",
  "name.department": "Department",
  "name.email": "E-mail",
  "name.address": "Address",
  "name.grade": "Grade",
  "name.memo": "Memo",
  "name.warning": "Warning",
  "name.number": "Phone number",
  "name.label": "Label of the number",
  "name.text": "Note",
  "name.type": "Type",

  // Grades that the form offers, by commas; others may be typed
  "customer.grades": "VIP,Good,Standard",

  // Conflicts
  "conflict.note":
    "This note was changed in another window first. Please compare the two and save again.",
  "conflict.customer":
    "Somebody else changed this customer first. Please compare the two and save again.",

  // Dialling
  "dial.accepted": "Calling {number} from extension {extension}. Please lift the handset.",
  "dial.refused": "The switch refused to call {number}.",
  "dial.no_answer": "The switch does not answer. Please try again in a moment.",
  "dial.line_down": "The connection to the switch is down, so no call can be made.",
  "dial.no_extension":
    "You have no extension, so no call can be made. Please ask your administrator for one.",
  "dial.not_dialable": "This number cannot be called. It can have digits and hyphens only.",

  // Error pages
  "error.not_found_title": "There is no such page",
  "error.not_found": "It has moved or was removed. Please look for it from the start page.",
  "error.forbidden_title": "This page is not open to you",
  "error.forbidden": "You have no right to do this. Please ask your administrator if you need it.",
  "error.origin_title": "The request was not accepted",
  "error.origin":
    "Requests that come from another site are not carried out. Please use this program's own pages.",
  "error.bad_request_title": "The request was not understood",
  "error.bad_request": "What was sent cannot be read. Please reload the page and try again.",
  "error.too_large_title": "This is too large",
  "error.too_large": "More than {kilobytes} KB were sent. Please save it in parts.",
  "error.busy_title": "Please try again in a moment",
  "error.busy":
    "There are too many connections. Please close windows you do not use and try again.",
  "error.failed_title": "This did not work",
  "error.failed":
    "Something went wrong in the server. If it happens again, tell your administrator the number {reference}.",
  "error.not_yours": "This call was not at your extension, so its note is not yours to write.",
};
