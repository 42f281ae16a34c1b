export const dialling = {
  "title.numbers": "번호 읽기",
  "numbering.country": "나라",
  "numbering.country_hint":
    "나라 번호가 없는 번호는 이 나라의 번호로 읽고, 이 나라에서 쓰는 모양으로 보여 줍니다.",
  "numbering.country_wrong": "목록에 있는 나라를 고르세요.",
  "numbering.area_code": "지역번호",
  "numbering.area_code_hint":
    "지역번호 없이 걸려 오거나 적힌 번호 앞에 붙입니다. 붙인 곳에는 그렇게 적어 둡니다. 비워 두면 붙이지 않습니다.",
  "numbering.area_code_wrong": "이 나라의 지역번호를 0까지 적어 주세요. 예: 02, 031",
  "numbering.area_code_example": "예: 2000-0100 → {number}",
  "numbering.outside_digit": "외선 숫자",
  "numbering.outside_digit_hint":
    "전화기에서 외부로 걸 때 먼저 누르는 숫자입니다. 화면에서 걸 때 외부 번호 앞에 붙이고, 전화기에서 건 번호에서는 떼고 고객을 찾습니다. 내선에는 붙이지 않습니다.",
  "numbering.outside_digit_wrong": "숫자나 *, #을 두 자까지 적어 주세요. 예: 9",
  "numbering.feature_prefixes": "번호 앞에 누르는 기능 코드",
  "numbering.feature_prefixes_hint":
    "발신번호 숨기기(*23#)처럼 번호 앞에 누르는 코드입니다. 빈칸으로 나누어 적으면 떼고 고객을 찾습니다.",
  "numbering.feature_prefixes_wrong":
    "*나 #이 든 코드를 빈칸으로 나누어 {max}개까지 적어 주세요. 예: *23# #31#",
  "numbering.abroad_prefix": "국제전화 접속 번호",
  "numbering.abroad_prefix_hint":
    "다른 나라로 걸 때 나라 번호 앞에 누릅니다. 비워 두면 {usual}입니다.",
  "numbering.abroad_prefix_wrong": "숫자만 여섯 자까지 적어 주세요. 예: 001, 00700",
  "numbering.rereading":
    "이미 적혀 있는 번호를 새로 읽고 있습니다. 전화는 그대로 받을 수 있습니다.",

  "number.blank": "번호가 없습니다.",
  "number.letters": "전화번호로 읽을 수 없는 글자가 있습니다. 번호만 적어 주세요.",
  "number.digits":
    "이런 전화번호는 없습니다. 자릿수를 확인하고, 지역번호나 나라 번호까지 적어 주세요.",
  "number.groups":
    "어디까지가 번호인지 분명하지 않습니다. 한 번호만 적거나, 이어지는 회선은 02-555-1234~6처럼 적어 주세요.",
  "number.date": "날짜로 보입니다. 전화번호라면 지역번호까지 적어 주세요.",
  "number.resident_number": "주민등록번호로 보입니다. 여기에 적지 마세요.",
  "number.business_number": "사업자등록번호로 보입니다. 전화번호를 적어 주세요.",
  "number.scientific": "엑셀이 번호의 숫자를 지웠습니다. 원래 번호를 적어 주세요.",
  "number.abroad": "두 나라의 번호로 읽을 수 있습니다. +로 시작하는 나라 번호를 적어 주세요.",
  "number.area_code": "어느 지역의 번호인지 알 수 없습니다. 지역번호까지 적어 주세요.",
  "number.zero_or_area_code":
    "앞의 0이 빠진 번호인지 지역번호가 빠진 번호인지 알 수 없습니다. 지역번호까지 적어 주세요.",
  "number.completed": "지역번호 {area}을(를) 붙였습니다",
  "number.completed_as": "{number} (지역번호 {area}을(를) 붙임)",

  "title.dialling": "발신",
  "dialling.allowed": "화면에서 걸 수 있는 특별한 번호",
  "dialling.emergency": "긴급 전화",
  "dialling.emergency_hint": "112, 119. 걸기 전에 한 번 묻습니다.",
  "dialling.international": "국제전화",
  "dialling.international_hint": "00으로 시작하거나 다른 나라의 번호입니다.",
  "dialling.premium": "060 정보 서비스",
  "dialling.premium_hint": "거는 쪽이 정보 이용료를 냅니다.",
  "dialling.feature_code": "기능 코드",
  "dialling.feature_code_hint":
    "*나 #이 든 번호입니다. 착신 전환처럼 교환기의 설정을 바꿀 수 있습니다.",
  "dialling.per_minute": "한 사람이 1분에 걸 수 있는 횟수",
  "dialling.per_minute_hint": "잘못된 프로그램이 전화를 끝없이 거는 일을 막습니다.",
  "dialling.per_minute_wrong": "1부터 {most} 사이의 숫자를 적어 주세요.",

  "dial.accepted": "내선 {extension}에서 {number}(으)로 전화를 겁니다. 수화기를 들어 주세요.",
  "dial.refused": "교환기가 {number}번으로 거는 것을 받아들이지 않았습니다.",
  "dial.no_answer": "교환기가 대답하지 않습니다. 잠시 뒤에 다시 걸어 주세요.",
  "dial.switch_down": "교환기와 연결이 끊겨 있어 전화를 걸 수 없습니다.",
  "dial.unsupported": "이 전화기의 교환기는 전화 걸기 요청을 받지 않습니다.",
  "dial.unknown": "교환기가 {number}(으)로 거는지 알려 주지 않습니다. 전화기를 확인해 주세요.",
  "dial.no_extension":
    "내선이 정해져 있지 않아 전화를 걸 수 없습니다. 관리자에게 내선을 요청해 주세요.",
  "dial.not_allowed":
    "{number}: {names} 발신은 화면에서 걸 수 없게 되어 있습니다. 필요하면 관리자에게 설정의 ‘발신’에서 허용해 달라고 말씀해 주세요.",
  "dial.emergency": "{number}은(는) 긴급 전화입니다. 지금 걸까요?",
  "dial.too_often": "짧은 시간에 너무 많이 걸었습니다. 1분 뒤에 다시 걸어 주세요.",
  "dial.not_dialable": "걸 수 없는 번호입니다. 숫자와 하이픈만 쓸 수 있습니다.",

  "title.dial": "전화 걸기",
  "dial.do_not_call":
    "{names} 님은 전화하지 말아 달라고 하셨습니다. 그래도 {number}(으)로 전화할까요?",
  "dial.not_yours": "본인 내선에서만 전화를 걸 수 있습니다.",
  "dial.asked": "교환기에 {number} 발신을 요청하고 있습니다.",
  "dial.dialling": "{number}(으)로 거는 중입니다.",
  "dial.ended": "{number} 통화가 끝났습니다.",
  "dial.lapsed": "수화기를 들지 않아 {number}(으)로 걸지 못했습니다.",
  "dial.again": "다시 걸기",
  "dial.anyway": "그래도 걸기",
  "pad.open": "다이얼 패드",
  "pad.hint": "번호를 누르거나 붙여 넣으세요",
  "pad.extension": "거는 내선",
  "pad.extension_choose": "내선을 고르세요",
  "pad.delete": "한 자리 지우기",
  "pad.recent": "최근에 건 번호",
  "pad.register_tel": "다른 웹 페이지의 전화 링크도 여기서 걸기",

  "dial.no_number_yet": "번호를 누르는 중",
} as const;
