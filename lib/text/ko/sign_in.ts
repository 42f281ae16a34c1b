export const sign_in = {
  "title.login": "로그인",

  "login.wrong": "아이디 또는 비밀번호가 맞지 않습니다.",
  "login.throttled": "로그인에 여러 번 실패했습니다. {wait} 뒤에 다시 시도해 주세요.",
  "login.missing": "아이디와 비밀번호를 입력해 주세요.",

  "login.unmanaged": "시스템 관리자 계정이 아직 없습니다.",

  "login.login": "아이디",
  "login.password": "비밀번호",
  "login.submit": "로그인",

  "login.other_place":
    "내선 {extension}은 정해진 컴퓨터에서만 로그인할 수 있습니다. 관리자에게 문의해 주세요.",

  "login.trust": "이 기기에서 안전하게 연결하기",
} as const;
