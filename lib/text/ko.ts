/**
 * Every word that a person sees, in Korean; grouped by the page that says it. `{name}` is a place that
 * the speaker fills. `en.ts` has the same keys: the type proves it.
 */
export const ko = {
  // Names of things
  "app.name": "Belltower",
  "role.agent": "상담원",
  "role.supervisor": "관리자",
  "role.admin": "시스템 관리자",

  // Times and durations
  "time.today": "오늘 {time}",
  "time.yesterday": "어제 {time}",
  "time.tomorrow": "내일 {time}",
  "time.date": "{month}/{day} ({weekday}) {time}",
  "time.date_year": "{year}/{month}/{day} ({weekday}) {time}",
  "time.full": "{year}년 {month}월 {day}일 ({weekday}) {time}",
  "duration.hours": "{hours}시간 {minutes}분",
  "duration.minutes": "{minutes}분 {seconds}초",
  "duration.seconds": "{seconds}초",

  // Titles of pages
  "title.login": "로그인",
  "title.desk": "상담",
  "title.calls": "통화기록",
  "title.customers": "고객",
  "title.customer_new": "고객 등록",
  "title.customer_edit": "고객 수정",
  "title.error": "오류",

  // The line, as an agent is told of it
  "line.none": "회선 없음",
  "line.opening": "회선 연결 중",
  "line.open": "회선 연결됨",
  "line.fault": "회선 끊김",

  // Sign-in
  "login.wrong": "아이디 또는 비밀번호가 맞지 않습니다.",
  "login.throttled": "로그인에 여러 번 실패했습니다. {wait} 뒤에 다시 시도해 주세요.",
  "login.missing": "아이디와 비밀번호를 입력해 주세요.",

  // What is wrong with a field
  "field.required": "{field}: 비워 둘 수 없습니다.",
  "field.too_long": "{field}: {max}자까지 쓸 수 있습니다. 지금은 {length}자입니다.",
  "field.control":
    "{field}: 화면에 보이지 않는 제어 문자가 들어 있습니다. 지우고 다시 저장해 주세요.",
  "field.number": "전화번호는 숫자와 하이픈만 쓸 수 있습니다.",
  "field.number_twice": "같은 번호가 두 번 있습니다.",
  "field.too_many_numbers": "전화번호는 {max}개까지 등록할 수 있습니다.",
  "field.email": "이메일 주소는 이름@회사.kr 같은 꼴이어야 합니다.",
  "field.type_unknown": "목록에 있는 상담유형을 골라 주세요.",
  "field.state_unknown": "후속 조치를 다시 골라 주세요.",
  "field.callback_required": "다시 전화할 날짜와 시각을 골라 주세요.",
  "field.callback_past": "다시 전화할 시각이 이미 지났습니다.",
  "field.callback_invalid": "날짜와 시각을 2026-11-21 14:30처럼 써 주세요.",
  "field.customer_unknown": "그 고객을 찾을 수 없습니다. 다시 골라 주세요.",
  "field.version": "화면이 오래되었습니다. 새로 고친 뒤 다시 해 주세요.",

  // Names of fields, in a sentence about them
  "name.name": "이름",
  "name.company": "회사",
  "name.department": "부서",
  "name.email": "이메일",
  "name.address": "주소",
  "name.grade": "등급",
  "name.memo": "메모",
  "name.warning": "주의사항",
  "name.number": "전화번호",
  "name.label": "번호 구분",
  "name.text": "상담 내용",
  "name.type": "상담유형",

  // Grades that the form offers, by commas; others may be typed
  "customer.grades": "VIP,우수,일반",

  // Conflicts
  "conflict.note": "다른 창에서 이 상담 내용을 먼저 고쳤습니다. 두 내용을 비교한 뒤 저장해 주세요.",
  "conflict.customer": "다른 사람이 이 고객을 먼저 고쳤습니다. 두 내용을 비교한 뒤 저장해 주세요.",

  // Dialling
  "dial.accepted": "내선 {extension}에서 {number}(으)로 전화를 겁니다. 수화기를 들어 주세요.",
  "dial.refused": "교환기가 {number}번으로 거는 것을 받아들이지 않았습니다.",
  "dial.no_answer": "교환기가 대답하지 않습니다. 잠시 뒤에 다시 걸어 주세요.",
  "dial.line_down": "교환기와 연결이 끊겨 있어 전화를 걸 수 없습니다.",
  "dial.no_extension":
    "내선이 정해져 있지 않아 전화를 걸 수 없습니다. 관리자에게 내선을 요청해 주세요.",
  "dial.not_dialable": "걸 수 없는 번호입니다. 숫자와 하이픈만 쓸 수 있습니다.",

  // Error pages
  "error.not_found_title": "없는 페이지입니다",
  "error.not_found": "주소가 바뀌었거나 지워진 페이지입니다. 처음 화면에서 다시 찾아 주세요.",
  "error.forbidden_title": "볼 수 없는 페이지입니다",
  "error.forbidden": "이 일을 할 권한이 없습니다. 필요하면 관리자에게 말씀해 주세요.",
  "error.origin_title": "요청을 받아들이지 않았습니다",
  "error.origin":
    "다른 사이트에서 온 요청은 처리하지 않습니다. 이 프로그램의 화면에서 다시 해 주세요.",
  "error.bad_request_title": "알아들을 수 없는 요청입니다",
  "error.bad_request": "보낸 내용을 읽을 수 없습니다. 화면을 새로 고친 뒤 다시 해 주세요.",
  "error.too_large_title": "내용이 너무 큽니다",
  "error.too_large": "보낸 내용이 {kilobytes}KB를 넘습니다. 나누어 저장해 주세요.",
  "error.busy_title": "잠시 뒤에 다시 해 주세요",
  "error.busy": "연결이 너무 많습니다. 쓰지 않는 창을 닫고 다시 해 주세요.",
  "error.failed_title": "처리하지 못했습니다",
  "error.failed":
    "서버에 문제가 생겼습니다. 다시 해도 같으면 관리자에게 번호 {reference}를 알려 주세요.",
  "error.not_yours": "이 통화는 본인 내선의 통화가 아니어서 상담 내용을 쓸 수 없습니다.",
} as const satisfies Record<string, string>;

export type TextKey = keyof typeof ko;
