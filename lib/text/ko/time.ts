export const time = {
  "time.today": "오늘 {time}",
  "time.yesterday": "어제 {time}",
  "time.tomorrow": "내일 {time}",
  "time.date": "{month}/{day} ({weekday}) {time}",
  "time.date_year": "{year}/{month}/{day} ({weekday}) {time}",
  "time.full": "{year}년 {month}월 {day}일 ({weekday}) {time}",
  "duration.hours": "{hours}시간 {minutes}분",
  "duration.minutes": "{minutes}분 {seconds}초",
  "duration.seconds": "{seconds}초",
} as const;
