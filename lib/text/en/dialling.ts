import { dialling as korean } from "../ko/dialling.ts";
import { translated } from "../translated.ts";

export const dialling = translated(korean, {
  "title.numbers": "Numbers",
  "numbering.country": "Country",
  "numbering.country_hint":
    "Numbers without a country’s code are read as numbers of this country, and shown as they are written there.",
  "numbering.country_wrong": "Choose a country of the list.",
  "numbering.area_code": "Area code",
  "numbering.area_code_hint":
    "Put before numbers that call or are written without one; wherever it was put, that is said. Empty: nothing is put before them.",
  "numbering.area_code_wrong":
    "Write an area code of this country, with its zero, such as 02 or 031.",
  "numbering.area_code_example": "Such as 2000-0100 → {number}",
  "numbering.outside_digit": "Outside-line digit",
  "numbering.outside_digit_hint":
    "What is pressed first at a telephone to call outside. Calls from pages get it before numbers outside, never before extensions; what was dialled at a telephone is compared without it.",
  "numbering.outside_digit_wrong": "Write one or two of 0-9, * and #, such as 9.",
  "numbering.feature_prefixes": "Feature codes before a number",
  "numbering.feature_prefixes_hint":
    "Codes that are dialled before a number, such as *23# to hide the own one. With blanks between them; customers are found without them.",
  "numbering.feature_prefixes_wrong":
    "Write up to {max} codes with * or # in them and blanks between them, such as *23# #31#.",
  "numbering.abroad_prefix": "International access code",
  "numbering.abroad_prefix_hint": "Dialled before another country’s code. Empty: {usual}.",
  "numbering.abroad_prefix_wrong": "Write up to six digits, such as 001 or 00700.",
  "numbering.rereading": "Numbers that are stored are being read anew. Calls go on as ever.",

  "number.blank": "There is no number.",
  "number.letters": "There are letters that stand in no telephone number. Write the number alone.",
  "number.digits":
    "There is no such telephone number. Check its digits, and write its area or country code, too.",
  "number.groups":
    "Where the number ends is not clear. Write one number alone, or more lines as 02-555-1234~6.",
  "number.date": "This looks like a date. If it is a telephone number, write its area code, too.",
  "number.resident_number": "This looks like a resident registration number. Do not write it here.",
  "number.business_number":
    "This looks like a business registration number. Write the telephone number.",
  "number.scientific": "Excel has dropped digits of this number. Write it anew.",
  "number.abroad": "It can be a number of two countries. Write it with + and its country’s code.",
  "number.area_code": "Whose area it is in is not clear. Write its area code, too.",
  "number.zero_or_area_code":
    "Either its first zero is missing or its area code. Write it with its area code.",
  "number.completed": "Area code {area} added",
  "number.completed_as": "{number} (area code {area} added)",

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
