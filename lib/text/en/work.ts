import type { work as korean } from "../ko/work.ts";

export const work: Readonly<Record<keyof typeof korean, string>> = {
  // The consultation card
  "work.title": "My open work",
  "work.drafts": "Drafts",
  "work.callbacks": "Call back",
  "work.open": "Open",
  "work.due": "Due",
  "work.none": "Nothing is waiting",
  "work.none_next": "Unfinished notes and calls to return gather here.",

  // Missed callers
  "title.missed": "Missed calls",
  "missed.waiting": "Waiting",
  "missed.mine": "Mine",
  "missed.done_list": "Done",
  "missed.caller": "Caller",
  "missed.tries": "Tries",
  "missed.try_count": "{count}×",
  "missed.first": "First",
  "missed.last": "Last",
  "missed.rang": "Rang at",
  "missed.state": "State",
  "missed.open": "Waiting",
  "missed.taken": "{name} is at it",
  "missed.done": "Done by {name}",
  "missed.reached": "Reached",
  "missed.call_back": "Call back",
  "missed.take": "Take",
  "missed.release": "Give back",
  "missed.finish": "Done",
  "missed.reopen": "Take back",
  "missed.too_late": "Somebody else was quicker. Here is the list as it is now.",
  "missed.no_number": "Calls without a number",
  "missed.none": "No missed call is waiting",
  "missed.none_next": "Callers whom nobody answered come here, one row each.",
  "missed.none_done": "No missed call has been settled yet",
  "work.missed": "Missed",

  // The customer's page, consultations without a call, files, custom fields
  "reminder.not_yours":
    "Somebody else promised this call, and only they can put its reminder away.",
  "reminder.title": "Time to call back",
  "reminder.open": "Open",
  "reminder.close": "Dismiss",
};
