export const office = {
  "office.zone_wrong": "목록에 있는 시간대를 골라 주세요.",

  "title.office": "사무실",
  "title.sounds": "벨소리",
  "title.retention": "보관 기간",
  "office.language": "기본 언어",
  "office.language_hint":
    "새 계정의 언어이며, 브라우저가 한국어도 영어도 원하지 않을 때 로그인 화면에 씁니다. 각자 메뉴에서 바꿀 수 있습니다.",
  "office.zone_hint":
    "저장하면 모든 화면과 보고서, 백업 시각에 바로 적용됩니다. 지난 기록은 그대로이고 보이는 시각만 바뀝니다.",
  "office.now": "지금 사무실 시각은 {time}입니다.",
  "retention.days": "일",
  "retention.wrong": "1부터 {most}까지의 숫자를 적어 주세요.",
  "retention.raw_frame_days": "회선 신호",
  "retention.raw_frame_days_hint":
    "교환기가 보낸 바이트 그대로입니다. 회선 모니터에서 문제를 찾을 때 씁니다. 보통 {usual}일.",
  "retention.log_days": "로그 파일",
  "retention.log_days_hint":
    "서버가 한 일을 적은 파일입니다. 60 MB를 넘으면 더 일찍 오래된 것부터 지웁니다. 보통 {usual}일.",
  "retention.audit_days": "변경 기록",
  "retention.audit_days_hint": "누가 언제 무엇을 바꾸었는지의 기록입니다. 보통 {usual}일.",
  "sounds.on": "전화가 울리면 소리 내기",
  "sounds.on_hint": "메뉴에서 직접 정하지 않은 사람에게 적용됩니다.",
  "sounds.tune": "소리",
  "sounds.tune_chime": "차임: 부드러운 두 음",
  "sounds.tune_bell": "벨: 예전 전화기처럼",
  "sounds.tune_pulse": "펄스: 짧고 낮은 세 음",
  "sounds.volume": "크기",
  "sounds.volume_quiet": "작게",
  "sounds.volume_normal": "보통",
  "sounds.volume_loud": "크게",
  "sounds.unknown": "소리와 크기를 목록에서 골라 주세요.",
  "sounds.try": "들어 보기",
} as const;
