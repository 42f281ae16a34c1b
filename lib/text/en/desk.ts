import { desk as korean } from "../ko/desk.ts";
import { translated } from "../translated.ts";

export const desk = translated(korean, {
  "title.desk": "Desk",

  // The pop-up
  "popup.called": "Called: {to}",
  "popup.title": "Incoming calls",
  "popup.more": "more",
  "popup.hide": "Hide",
  "popup.hide_all": "Hide all",
  "popup.answered_by": "Answered by {name} ({extension})",
  "popup.one_of": "One of {count} customers",
  "popup.new_caller": "New caller",
  "popup.count": "{count, plural, one {# earlier call} other {# earlier calls}}",
  "popup.first": "First call",
  "popup.open": "Open customer",
  "popup.register": "Register",
  "popup.choose": "Choose",
  "popup.open_call": "Open call",

  // The consultation card
  "card.title": "Consultation",
  "card.details": "Details",
  "card.back": "Back to the note",
  "card.others": "Other calls",
  "card.fold": "Fold",
  "card.unfold": "Open the card",

  // The right side
  "detail.title": "Customer details",
  "detail.waiting": "Another call is on the card.",
  "detail.show_waiting": "Show it",
  "detail.withheld_next": "Without a number nobody can know who this is, so no customer is shown.",
  "candidates.title": "{count} customers have this number",
  "candidates.hint": "Choose who is calling. That one comes first next time.",
  "candidates.before": "Chosen last time",
  "candidates.choose": "This one",
  "candidates.new": "Register as new",
  "day.title": "My day",
  "day.answered": "Answered",
  "day.outbound": "Outgoing",
  "day.missed": "Missed",
  "day.talk": "Average talk",
  "day.none": "No calls today so far",
  "day.none_next": "Calls at your extension gather here.",
  "day.calls": "My calls today",

  "picker.title": "Find another customer for this call",
});
