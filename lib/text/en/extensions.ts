import { extensions as korean } from "../ko/extensions.ts";
import { translated } from "../translated.ts";

export const extensions = translated(korean, {
  "title.extensions": "Extensions",
  "extensions.intro":
    "One agent at most for each extension; a person may have several. Changes hold at once; calls go on as they are.",
  "extensions.number": "Number",
  "extensions.kind": "Kind",
  "extensions.kind_operator": "Operator",
  "extensions.kind_phone": "Phone",
  "extensions.kind_phone_fax": "Phone/fax",
  "extensions.label": "Label",
  "extensions.agent": "Agent",
  "extensions.nobody": "Nobody",
  "extensions.address": "Sign in only from",
  "extensions.address_any": "Anywhere",
  "extensions.address_hint":
    "With an address, the agent can sign in from that computer only. Administrators can from anywhere.",
  "extensions.last_from": "Last sign-in",
  "extensions.groups": "Groups",
  "extensions.no_groups": "None",
  "extensions.save": "Save extensions",
  "extensions.add": "Add extension",
  "extensions.add_hint":
    "For a switch with other extensions than the sixteen, and for a telephone of one line alone.",
  "extensions.remove": "Remove",
  "extensions.remove_ask": "Remove extension {number} from the list? Its calls stay.",
  "extensions.kind_wrong": "Choose a kind.",
  "extensions.staff_wrong": "Choose somebody whose account is in use.",
  "extensions.line": "Line",
  "extensions.every_line": "Every line",
  "extensions.line_hint":
    "With a line it is the telephone of that line alone. Where the same number is on every line too, that line uses its own.",
  "extensions.address_wrong": "Write an address such as 192.168.0.7.",
  "extensions.number_wrong": "Write 1 to 6 digits, without a zero in front.",
  "extensions.number_taken": "Extension {number} is there already.",
  "extensions.in_use": "Extension {number} has an agent. Take it from them first.",
  "groups.title": "Extension groups",
  "groups.intro":
    "Put extensions together that you want to see together, such as phones that ring at once. The board and the call log can be narrowed to a group. Which extensions are in it is chosen in the table above.",
  "groups.empty": "No extension yet",
  "groups.add": "Add group",
  "groups.rename": "Rename",
  "groups.remove": "Remove",
  "groups.remove_ask": "Remove the group {name}? Its extensions and calls stay.",
  "groups.taken": "There is a group {name} already.",
  "groups.too_many": "There can be {max} groups at most.",
  "groups.gone": "Removed group",
});
