export const desk = {
  "title.desk": "상담",

  // The pop-up
  "popup.called": "우리 번호: {to}",
  "popup.title": "걸려 오는 전화",
  "popup.more": "건 더 있음",
  "popup.hide": "숨기기",
  "popup.hide_all": "모두 숨기기",
  "popup.answered_by": "{extension} {name} 님이 받았습니다",
  "popup.one_of": "고객 {count}명 가운데 한 분",
  "popup.new_caller": "처음 온 번호",
  "popup.count": "지난 통화 {count}건",
  "popup.first": "첫 통화",
  "popup.open": "고객 보기",
  "popup.register": "고객 등록",
  "popup.choose": "고객 고르기",
  "popup.open_call": "통화 보기",

  // The consultation card
  "card.title": "상담",
  "card.details": "상세",
  "card.back": "상담으로 돌아가기",
  "card.others": "다른 통화",
  "card.fold": "접기",
  "card.unfold": "상담 펼치기",

  // The right side
  "detail.title": "고객 정보",
  "detail.waiting": "다른 통화로 바뀌었습니다.",
  "detail.show_waiting": "그 고객 보기",
  "detail.withheld_next":
    "번호가 없는 전화는 어느 고객인지 알 수 없어 아무 정보도 보여 주지 않습니다.",
  "candidates.title": "이 번호의 고객 {count}명",
  "candidates.hint": "통화하는 분을 고르세요. 다음에는 이 분이 먼저 나옵니다.",
  "candidates.before": "지난번에 고름",
  "candidates.choose": "이 고객",
  "candidates.new": "새 고객으로 등록",
  "day.title": "오늘의 통화",
  "day.answered": "받은 전화",
  "day.outbound": "건 전화",
  "day.missed": "부재",
  "day.talk": "평균 통화",
  "day.none": "오늘은 아직 통화가 없습니다",
  "day.none_next": "내 내선의 통화가 여기에 차례로 쌓입니다.",
  "day.calls": "오늘 내 통화",

  "picker.title": "다른 고객 찾아 연결",
} as const;
