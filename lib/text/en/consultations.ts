import { consultations as korean } from "../ko/consultations.ts";
import { translated } from "../translated.ts";

export const consultations = translated(korean, {
  // The consultation card
  "note.type": "Type",
  "note.type_none": "None",
  "note.text": "Note",
  "note.placeholder": "Write down what is said. It is saved as you type.",
  "note.saves_itself": "Saved as you type.",
  "note.saved": "Saved",
  "note.kept": "The server is away. This is kept in your browser and saved once it is back.",
  "note.failed": "This was not saved. Your text is kept in this browser.",
  "note.theirs": "Saved first",
  "note.keep_mine": "Save mine",
  "note.keep_theirs": "Use the saved one",
  "note.follow_up": "Follow-up",
  "note.follow_none": "None",
  "note.follow_open": "Keep open",
  "note.follow_callback": "Call back",
  "note.callback_at": "Time to call back",
  "note.in_30": "In 30 min",
  "note.in_60": "In 1 hour",
  "note.tomorrow": "Tomorrow 9:00",
  "note.complete": "Save and complete",
  "note.draft": "Draft",
  "note.empty": "Nothing written yet",

  // The customer's page, consultations without a call, files, custom fields
  "title.consultation": "Consultation",
  "consultation.new": "Write a consultation",
  "consultation.edit": "Correct",
  "consultation.without_call": "Consultation without a call",
  "consultation.on_call": "Consultation on a call",
  "consultation.by": "by {name}",
  "consultation.before": "Before the corrections",
  "consultation.corrected": "corrected {count}×",
  "consultation.correcting": "When you save, what stood here before is kept too.",
  "consultation.discard": "Discard",
  "consultation.discard_ask": "Discard this draft? Attached files stay with the customer.",
  "consultation.back": "To the customer",
  "consultation.not_yours":
    "This consultation is somebody else’s. Its writer or a supervisor can correct it.",
  "consultation.saved": "A saved consultation cannot be discarded. Please correct its text.",
  "consultation.state_done": "Done",
  "consultation.state_open": "Open",
  "consultation.state_draft": "Draft",
});
