import { office as korean } from "../ko/office.ts";
import { translated } from "../translated.ts";

export const office = translated(korean, {
  "office.zone_wrong": "Please choose a time zone of the list.",

  "title.office": "Office",
  "title.sounds": "Ring sound",
  "title.retention": "Retention",
  "office.language": "Default language",
  "office.language_hint":
    "Of new accounts, and of the sign-in page where a browser asks for neither Korean nor English. Everybody can change their own in the menu.",
  "office.zone_hint":
    "Holds at once for every page, report and backup time. Records stay as they are; only the time that is shown changes.",
  "office.now": "The office’s clock now shows {time}.",
  "retention.days": "days",
  "retention.wrong": "Please write a number from 1 to {most}.",
  "retention.raw_frame_days": "Raw frames",
  "retention.raw_frame_days_hint":
    "The bytes as the switch sent them, for finding faults in the line monitor. Usually {usual, plural, one {# day} other {# days}}.",
  "retention.log_days": "Log files",
  "retention.log_days_hint":
    "What the server did. Above 60 MB the oldest go earlier. Usually {usual, plural, one {# day} other {# days}}.",
  "retention.audit_days": "Trail of changes",
  "retention.audit_days_hint":
    "Who changed what, and when. Usually {usual, plural, one {# day} other {# days}}.",
  "sounds.on": "Ring when a phone rings",
  "sounds.on_hint": "For everybody who has not chosen otherwise in their own menu.",
  "sounds.tune": "Sound",
  "sounds.tune_chime": "Chime: two soft notes",
  "sounds.tune_bell": "Bell: as telephones had it",
  "sounds.tune_pulse": "Pulse: three short low notes",
  "sounds.volume": "Volume",
  "sounds.volume_quiet": "Quiet",
  "sounds.volume_normal": "Normal",
  "sounds.volume_loud": "Loud",
  "sounds.unknown": "Choose the sound and its volume from the lists.",
  "sounds.try": "Listen",
});
