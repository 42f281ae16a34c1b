import { words as korean } from "../ko/words.ts";
import { translated } from "../translated.ts";

export const words = translated(korean, {
  "title.breaks": "Break reasons",
  "title.skills": "Skills",
  "title.types": "Consultation types",
  "title.grades": "Customer grades",
  "words.types": "Order,Inquiry,Delivery,Exchange/return,Complaint,Payment,Other",
  "words.rename_hint":
    "A new name goes into old records too, one after the other. What is not in use any more stays where it was written.",
  "words.none": "The list is empty",
  "words.none_type": "Such as order, inquiry, delivery",
  "words.none_grade": "Such as VIP, good, standard",
  "words.none_break": "Such as lunch, meeting, training",
  "words.none_skill": "Such as English, technical support, refunds",
  "words.new_type": "New type",
  "words.new_grade": "New grade",
  "words.new_break": "New reason",
  "words.new_skill": "New skill",
  "words.add": "Add",
  "words.rename": "Rename",
  "words.retired": "Not in use",
  "words.retired_hint": "Not offered any more; old records keep it.",
  "words.taken": "There is “{name}” already.",
  "words.taken_retired": "“{name}” is among those not in use. Take it into use again below.",
  "words.being_renamed":
    "“{name}” is being renamed in old records just now. Please try again in a moment.",
  "words.too_many": "There can be {max} at the most.",
});
