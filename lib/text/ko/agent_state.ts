export const agent_state = {
  "presence.available": "상담가능",
  "presence.break": "휴식",
  "presence.offline": "업무 종료",
  "presence.wrap_up": "후처리",
  "presence.away": "로그인 안 함",
  "presence.nobody": "담당 없음",
  "presence.change": "내 상태 바꾸기",
  "presence.reason": "사유 (현황판에 보입니다)",
  "presence.reason_hint": "점심, 회의 …",
  "presence.reasons": "점심,휴식,회의,교육,외근",
} as const;
