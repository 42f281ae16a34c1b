import { trunks as korean } from "../ko/trunks.ts";
import { translated } from "../translated.ts";

export const trunks = translated(korean, {
  "title.trunks": "Trunks",
  "trunks.intro":
    "Note which number of the office each trunk is: then it is known which one was called.",
  "trunks.trunk": "Trunk",
  "trunks.number": "Our number",
  "trunks.label": "Label",
  "trunks.label_hint": "For example: main number",
  "trunks.none": "No line is in use",
  "trunks.none_next": "Add a line first; its trunks are listed here then.",
  "trunks.save": "Save trunks",
});
