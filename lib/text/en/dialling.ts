import { dialling as korean } from "../ko/dialling.ts";
import { translated } from "../translated.ts";

export const dialling = translated(korean, {
  "title.dialling": "Dialling",
  "dialling.allowed": "Special numbers that pages may call",
  "dialling.emergency": "Emergency numbers",
  "dialling.emergency_hint": "112 and 119. Asked about before they are called.",
  "dialling.international": "International calls",
  "dialling.international_hint": "Numbers that begin with 00, or are another country's.",
  "dialling.premium": "060 information services",
  "dialling.premium_hint": "The caller pays for what is told.",
  "dialling.feature_code": "Feature codes",
  "dialling.feature_code_hint":
    "Numbers with * or #: they can change how the exchange works, such as where calls are forwarded.",
  "dialling.per_minute": "Calls that one person may ask for in a minute",
  "dialling.per_minute_hint": "Keeps a script that runs wild from calling without end.",
  "dialling.per_minute_wrong": "Write a number from 1 to {most}.",

  "dial.accepted": "Calling {number} from extension {extension}. Please lift the handset.",
  "dial.refused": "The switch refused to call {number}.",
  "dial.no_answer": "The switch does not answer. Please try again in a moment.",
  "dial.switch_down": "The connection to the switch is down, so no call can be made.",
  "dial.unsupported": "This telephone's switch cannot be asked to call.",
  "dial.unknown":
    "The switch does not say whether it calls {number}. Please look at the telephone.",
  "dial.no_extension":
    "You have no extension, so no call can be made. Please ask your administrator for one.",
  "dial.not_allowed":
    "{number}: this office does not call such numbers from its pages ({names}). An administrator can allow it under Settings, Dialling.",
  "dial.emergency": "{number} is an emergency number. Call it now?",
  "dial.too_often": "Too many calls in a short time. Please try again in a minute.",
  "dial.not_dialable": "This number cannot be called. It can have digits and hyphens only.",

  "title.dial": "Dial",
  "dial.do_not_call": "{names} asked not to be called. Call {number} anyway?",
  "dial.not_yours": "You can only dial from an extension of your own.",
  "dial.asked": "Asking the exchange to call {number}.",
  "dial.dialling": "Calling {number}.",
  "dial.ended": "The call to {number} has ended.",
  "dial.lapsed": "{number} was not called: the handset was not lifted.",
  "dial.again": "Call again",
  "dial.anyway": "Call anyway",
  "pad.open": "Dial pad",
  "pad.hint": "Type or paste a number",
  "pad.extension": "From extension",
  "pad.extension_choose": "Choose an extension",
  "pad.delete": "Delete a digit",
  "pad.recent": "Numbers dialled last",
  "pad.register_tel": "Dial phone links of other web pages here",

  "dial.no_number_yet": "Dialling the number",
});
