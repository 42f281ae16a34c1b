export const notices = {
  "fault.gone": "데이터 사라짐",
  "fault.database": "저장 안 됨",
  "notice.gone":
    "데이터베이스가 제자리에 없어 지금은 아무것도 저장되지 않습니다. 관리자에게 알려 주세요.",
  "notice.certificate":
    "인증서가 {left}에는 유효하지 않아 그 주소로 여는 브라우저에 경고가 나옵니다. 다른 이름으로 열거나, " +
    '서버에서 "belltower authority new"를 실행한 뒤 모든 브라우저가 새 인증 기관을 신뢰하게 하십시오.',
  "notice.space_low":
    "서버 디스크에 남은 자리가 {free}입니다. 가득 차면 통화도 상담 내용도 저장할 수 없으니, 자리를 비우거나 더 큰 디스크로 옮겨 주세요.",
  "notice.space_critical":
    "서버 디스크가 거의 찼습니다. 남은 자리는 {free}입니다. 곧 통화도 상담 내용도 저장할 수 없게 되니, 지금 자리를 비워 주세요.",
  "notice.log_grows":
    "다른 프로그램이 데이터베이스를 오래 읽고 있습니다. 끝날 때까지 서버 디스크의 belltower.sqlite-wal 파일이 계속 커집니다(지금 {size}). " +
    "서버에서 belltower.sqlite를 열어 둔 프로그램(sqlite3, 파일 복사 프로그램 등)을 닫아 주세요. 그런 프로그램이 없으면 Belltower를 다시 시작해 주세요.",
  "notice.database":
    "지금은 아무것도 저장되지 않습니다. 이 창을 닫지 말고 기다려 주세요. 입력한 내용은 그대로 있습니다.",
} as const;
