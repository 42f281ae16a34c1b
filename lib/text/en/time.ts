import { time as korean } from "../ko/time.ts";
import { translated } from "../translated.ts";

export const time = translated(korean, {
  "time.today": "Today {time}",
  "time.yesterday": "Yesterday {time}",
  "time.tomorrow": "Tomorrow {time}",
  "time.date": "{weekday} {day} {monthName} {time}",
  "time.date_year": "{weekday} {day} {monthName} {year} {time}",
  "time.full": "{weekday}, {day} {monthName} {year} {time}",
  "duration.hours": "{hours}h {minutes}m",
  "duration.minutes": "{minutes}m {seconds}s",
  "duration.seconds": "{seconds}s",
});
