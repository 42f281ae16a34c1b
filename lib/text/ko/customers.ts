export const customers = {
  "title.customers": "고객",
  "title.customer_new": "고객 등록",
  "title.customer_edit": "고객 수정",

  // Grades that the form offers, by commas; others may be typed
  "customer.grades": "VIP,우수,일반",

  // Conflicts
  "conflict.note": "다른 창에서 이 상담 내용을 먼저 고쳤습니다. 두 내용을 비교한 뒤 저장해 주세요.",
  "conflict.customer": "다른 사람이 이 고객을 먼저 고쳤습니다. 두 내용을 비교한 뒤 저장해 주세요.",

  "customer.warning": "주의",
  "customer.edit": "수정",
  "customer.not_this": "이 고객이 아님",
  "history.title": "통화와 상담",
  "history.note": "상담",
  "history.none": "지난 기록이 없습니다",
  "history.none_next": "첫 통화와 상담이 여기에 쌓입니다.",

  "customers.new": "고객 등록",
  "customers.last": "마지막 연락",
  "customers.code": "고객번호",
  "customers.none": "아직 등록된 고객이 없습니다",
  "customers.none_next": "첫 고객을 등록하거나, 전화가 오면 팝업에서 바로 등록하세요.",
  "customers.not_found": "‘{query}’ 고객을 찾지 못했습니다",
  "customers.not_found_next": "이름의 일부나 번호의 뒤 네 자리로 찾아 보세요.",
  "conflict.field": "항목",
  "conflict.theirs": "저장된 내용",
  "conflict.mine": "내가 쓴 내용",
  "conflict.customer_next":
    "아래에는 내가 쓴 내용이 있습니다. 필요한 것을 옮겨 적고 저장하면 이 내용으로 바뀝니다.",

  // Duplicates and merges
  "title.duplicates": "중복 고객",
  "title.merge": "고객 병합",
  "duplicates.hint": "같은 분이 두 번 등록된 것 같은 고객입니다. 비교해 보고 한 고객으로 합치세요.",
  "duplicates.none": "중복으로 보이는 고객이 없습니다",
  "duplicates.none_next":
    "같은 번호, 같은 이름과 회사, 같은 이메일, 비슷한 이름이 생기면 여기에 나타납니다.",
  "duplicates.number": "같은 번호",
  "duplicates.email": "같은 이메일",
  "duplicates.name": "같은 이름과 회사",
  "duplicates.similar": "비슷한 이름",
  "duplicates.candidates": "같은 분일 수 있는 고객",
  "duplicates.different": "다른 사람임",
  "duplicates.compare": "비교하고 병합",
  "merge.hint":
    "남길 고객과 항목마다 쓸 값을 고르세요. 번호, 통화, 상담, 첨부는 모두 남길 고객에게 옮겨집니다.",
  "merge.stays": "남길 고객",
  "merge.empty": "없음",
  "merge.yes": "예",
  "merge.moves": "옮겨지는 것",
  "merge.nothing": "없음",
  "merge.rows_calls": "통화 {count}건",
  "merge.rows_consultations": "상담 {count}건",
  "merge.rows_attachments": "첨부 {count}개",
  "merge.rows_campaign_entries": "캠페인 {count}건",
  "merge.rows_work": "할 일 {count}건",
  "merge.do": "{count}명을 한 고객으로 병합",
  "merge.can_be_undone": "병합한 뒤에도 되돌릴 수 있습니다.",
  "merge.choose": "남길 고객을 고르고, 두 명 이상을 병합해 주세요.",
  "merge.changed": "그사이 다른 사람이 고객을 고쳤습니다. 아래 내용을 다시 확인해 주세요.",
  "merge.gone": "그사이 고객이 지워지거나 병합되었습니다. 다시 골라 주세요.",
  "merge.too_few": "병합할 고객이 두 명 있어야 합니다",
  "merge.too_few_next": "중복 고객 목록에서 고르거나, 고객 화면에서 병합할 상대를 찾으세요.",
  "merge.latest": "최근 병합",
  "merge.undo": "되돌리기",
  "merge.not_undone_undone": "이미 되돌린 병합입니다.",
  "merge.not_undone_later": "이 고객이 그 뒤에 다시 병합되었습니다. 나중의 병합부터 되돌려 주세요.",
  "merge.with": "다른 고객과 병합",

  // A number that belongs to somebody else already
  "owner.title": "다른 고객의 번호입니다",
  "owner.line": "{number}: {name} 고객의 번호로 등록되어 있습니다.",
  "owner.keep": "둘 다 사용",
  "owner.move": "이 고객으로 옮기기",
  "owner.hint":
    "옮기면 지난 통화와 상담은 지금 고객에게 남고, 앞으로 오는 전화부터 이 고객으로 나옵니다.",

  "customer.do_not_call": "전화 금지",
  "customer.owner": "담당",
  "customer.birthday": "생일",
  "customer.created": "등록",
  "customer.changed": "수정",
  "customer.more": "고객 정보",
} as const;
