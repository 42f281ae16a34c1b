export const forms = {
  // First start
  "name.office_name": "사무실 이름",

  // The settings: what each area is for, and the office's own words
  "name.word": "이름",
  "name.holiday_name": "휴일 이름",

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
  "name.job_title": "직함",
  "name.email": "이메일",
  "name.address": "주소",
  "name.grade": "등급",
  "name.memo": "메모",
  "name.warning": "주의사항",
  "name.number": "전화번호",
  "name.label": "번호 구분",
  "name.text": "상담 내용",
  "name.type": "상담유형",

  // Customers
  "form.register_caller": "새 고객 등록",
  "form.register": "등록",
  "form.save": "저장",
  "form.cancel": "취소",
  "form.grade_none": "없음",
  "form.numbers": "전화번호",
  "form.add_number": "번호 추가",
  "form.remove_number": "번호 지우기",
  "form.label_hint": "구분",
  "form.label_mobile": "휴대",
  "form.label_office": "회사",
  "form.label_home": "집",
  "form.label_fax": "팩스",
  "form.warning": "주의사항 (전화가 올 때 보입니다)",

  // The board, presence and the screens on the wall
  "name.reason": "사유",
  "name.screen": "화면 이름",

  // Duplicates and merges
  "name.do_not_call": "전화 금지",
  "name.birthday": "생일",
  "name.owner_id": "담당",

  // Call list campaigns
  "name.script": "안내 문구",
  "name.remark": "메모",

  // The customer's page, consultations without a call, files, custom fields
  "name.field_label": "필드 이름",
  "name.doNotCall": "전화 금지",
  "name.owner": "담당",
  "form.owner_none": "정하지 않음",
  "form.do_not_call": "이 고객에게 전화하지 않음 (수신 거부)",
  "form.not_chosen": "고르지 않음",
  "form.main_number": "대표",
  "form.make_main": "대표 번호로 하기",
  "field.birthday": "생일은 1980-03-15처럼, 오늘보다 앞선 날짜로 적어 주세요.",
  "field.owner": "담당자를 목록에서 골라 주세요.",

  // Staff, extensions, lines and the own account
  "name.staff_name": "이름",
  "name.group": "그룹 이름",
  "name.extension_label": "이름표",
  "name.trunk_label": "이름표",
  "name.line_label": "이름",
  "name.device": "장치",
} as const;
