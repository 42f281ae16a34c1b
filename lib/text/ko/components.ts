export const components = {
  // The frame of every page
  "list.more": "더 보기",

  // Numbers
  "number.copy": "눌러서 복사",
  "number.copied": "{text} 복사했습니다.",
  "number.dial": "전화 걸기",
  "number.dial_to": "{number} 전화 걸기",

  // Jobs: import and export
  "export.button": "내보내기",
  "export.xlsx": "Excel (.xlsx)",
  "export.csv": "CSV",
  "export.what_found": "검색된 고객만",
  "export.what_all": "전체 고객",
  "export.consultations": "상담내역",
  "export.customer_code": "고객ID",
  "export.number": "번호",
  "export.call": "통화 번호",
  "export.created": "등록일",
  "export.changed": "수정일",
  "export.written": "작성일",
  "export.state_done": "완료",
  "export.extension": "내선",
  "export.trunk": "국선",
  "export.rang_seconds": "벨(초)",
  "export.talked_seconds": "통화(초)",
  "export.ended": "종료",
  "export.file_customers": "고객",
  "export.file_consultations": "상담내역",
  "export.file_calls": "통화기록",
  "export.file_refused": "가져오지 못한 행",

  // The call log
  "pager.title": "쪽 이동",
  "pager.first": "처음",
  "pager.previous": "이전",
  "pager.next": "다음",
  "pager.last": "마지막",
  "pager.page": "쪽",

  // Reports
  // How dates and numbers are written.
  "export.file_report": "보고서",

  // The customer's page, consultations without a call, files, custom fields
  "yes_no.yes": "예",
  "yes_no.no": "아니요",
} as const;
