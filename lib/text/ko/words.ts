export const words = {
  "title.breaks": "휴식 사유",
  "title.skills": "스킬",
  "title.types": "상담유형",
  "title.grades": "고객 등급",
  "words.types": "주문,문의,배송,교환·반품,불만,결제,기타",
  "words.rename_hint":
    "이름을 바꾸면 지난 기록에도 차례로 반영됩니다. 사용을 멈춰도 적힌 것은 그대로 남습니다.",
  "words.none": "목록이 비어 있습니다",
  "words.none_type": "예: 주문, 문의, 배송",
  "words.none_grade": "예: VIP, 우수, 일반",
  "words.none_break": "예: 점심, 회의, 교육",
  "words.none_skill": "예: 영어, 기술 지원, 환불",
  "words.new_type": "새 상담유형",
  "words.new_grade": "새 등급",
  "words.new_break": "새 사유",
  "words.new_skill": "새 스킬",
  "words.add": "추가",
  "words.rename": "이름 바꾸기",
  "words.retired": "사용하지 않는 것",
  "words.retired_hint": "새로 고를 수 없지만 지난 기록에는 그대로 있습니다.",
  "words.taken": "‘{name}’은(는) 이미 있습니다.",
  "words.taken_retired":
    "‘{name}’은(는) 사용하지 않는 것 가운데 있습니다. 아래에서 다시 사용해 주세요.",
  "words.being_renamed":
    "지난 기록에서 ‘{name}’의 이름을 바꾸는 중입니다. 잠시 뒤에 다시 해 주세요.",
  "words.too_many": "{max}개까지 만들 수 있습니다.",
} as const;
