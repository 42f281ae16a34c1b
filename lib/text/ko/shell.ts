export const shell = {
  // Names of things
  "app.name": "Belltower",

  // The frame of every page
  "nav.title": "주 메뉴",
  "nav.skip": "본문으로 건너뛰기",
  "nav.calls": "통화",
  "demo.line": "체험용 자료",
  "live.live": "실시간",
  "live.connecting": "연결 중",
  "live.reconnecting": "다시 연결 중",
  "live.offline": "{time}부터 연결 끊김",
  "live.reconnect": "다시 연결",
  "menu.title": "내 메뉴",
  "menu.extension": "내선",
  "menu.no_extension": "내선 없음",
  "menu.sound_on": "벨소리 켜짐",
  "menu.sound_off": "벨소리 꺼짐",
  "menu.notify": "바탕화면 알림 켜기",
  "menu.theme": "화면 밝기",
  "menu.theme_system": "자동",
  "menu.theme_light": "밝게",
  "menu.theme_dark": "어둡게",
  "menu.language": "언어",
  "language.ko": "한국어",
  "language.en": "English",
  "menu.logout": "로그아웃",
  "page.loading": "페이지를 여는 중",
  "page.unsaved": "저장하지 않은 내용이 있습니다. 이 페이지를 떠나면 사라집니다. 떠날까요?",
  "page.failed": "처리하지 못했습니다. 잠시 뒤에 다시 해 주세요.",
  "page.stale": "다른 사람이 이 화면의 내용을 바꾸었습니다.",
  "page.reload": "새로고침",

  "nav.work": "할 일",

  // Call list campaigns
  "nav.campaigns": "캠페인",

  // The customer's page, consultations without a call, files, custom fields
  "nav.settings": "설정",

  // The own account
  "menu.account": "내 계정",
} as const;
