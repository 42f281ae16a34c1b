import { hours as korean } from "../ko/hours.ts";
import { translated } from "../translated.ts";

export const hours = translated(korean, {
  "title.hours": "Hours and holidays",
  "hours.intro":
    "Weekdays and times at which campaigns call people. Calls that come in are taken at any time.",
  "hours.holidays": "Holidays",
  "hours.holidays_intro": "On these days campaigns call nobody, whatever the weekday.",
  "hours.none": "No holidays yet",
  "hours.none_next": "Add Korea’s public holidays with one click below, or a day by hand.",
  "hours.remove": "Remove the holiday",
  "hours.add": "Add a day",
  "hours.day": "Day",
  "hours.add_one": "Add",
  "hours.day_wrong": "Please write the day as 2026-11-21.",
  "hours.year_wrong": "Public holidays can be added for this year and the two after it.",
  "hours.public": "Korea’s public holidays",
  "hours.public_hint":
    "Adds the holidays that the law fixes, those of the lunar calendar and substitute days among them. Elections, decreed holidays and newly made ones are added by hand. Days that are there stay as they are.",
  "hours.public_hint_no_moon":
    "Adds those of the solar calendar only: this computer has no table of the lunar one. Please add Seollal, Chuseok and Buddha’s Birthday by hand.",
  "hours.public_add": "Add those of {year}",
  "hours.added": "{count, plural, one {# holiday was} other {# holidays were}} added.",
  "hours.added_none": "All holidays of that year are there already.",
  "hours.removed": "The holiday was removed.",
  "holiday.new_year": "New Year’s Day",
  "holiday.seollal": "Seollal",
  "holiday.independence_movement": "Independence Movement Day",
  "holiday.childrens_day": "Children’s Day",
  "holiday.buddhas_birthday": "Buddha’s Birthday",
  "holiday.memorial_day": "Memorial Day",
  "holiday.liberation_day": "Liberation Day",
  "holiday.chuseok": "Chuseok",
  "holiday.foundation_day": "National Foundation Day",
  "holiday.hangeul_day": "Hangeul Day",
  "holiday.christmas": "Christmas",
  "holiday.substitute": "Substitute holiday",
});
