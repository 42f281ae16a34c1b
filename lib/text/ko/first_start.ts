export const first_start = {
  // First start
  "title.setup": "처음 설정",
  "setup.code": "설정 코드",
  "setup.code_intro":
    "서버를 시작한 화면에 설정 코드가 나와 있습니다. 그 코드를 적으면 사무실을 설정할 수 있습니다.",
  "setup.code_hint": "서버를 다시 시작하면 새 코드가 나옵니다.",
  "setup.code_wrong": "코드가 맞지 않습니다. 서버 화면의 코드를 다시 확인해 주세요.",
  "setup.code_again":
    "서버가 다시 시작되어 새 코드가 필요합니다. 적은 내용은 그대로 있으며, 비밀번호만 다시 적어 주세요.",
  "setup.code_throttled": "여러 번 틀렸습니다. {wait} 뒤에 다시 시도해 주세요.",
  "setup.continue": "계속",
  "setup.intro": "한 번만 하면 됩니다. 모두 나중에 설정에서 바꿀 수 있습니다.",
  "setup.admin": "시스템 관리자",
  "setup.admin_hint": "직원과 회선, 백업을 관리하는 계정입니다.",
  "setup.name": "이름",
  "setup.password": "비밀번호",
  "setup.password_hint": "{least}자 이상. 길수록 좋습니다.",
  "setup.again": "비밀번호 한 번 더",
  "setup.again_wrong": "두 비밀번호가 서로 다릅니다.",
  "setup.own_extension": "내 내선",
  "setup.no_extension": "없음",
  "setup.office": "사무실",
  "setup.office_hint": "예: 한빛상사. 로그인 화면과 창 제목에 나옵니다.",
  "setup.language": "사무실 언어",
  "setup.zone": "시간대",
  "setup.zone_fixed": "{source}(으)로 정해져 있어 여기에서 바꿀 수 없습니다.",
  "setup.line": "교환기 연결",
  "setup.line_there": "이미 정해진 회선: {line}",
  "setup.line_hint":
    "416 교환기의 기본값(9600 8N1)으로 엽니다. 속도와 방식은 설정의 회선에서 바꿉니다.",
  "setup.line_none":
    "이 컴퓨터에서 직렬 포트를 찾지 못했습니다. 케이블을 꽂고 이 페이지를 다시 열거나 나중에 정해 주세요.",
  "setup.line_later": "나중에 정하기",
  "setup.line_keep": "그 회선만 쓰기",
  "setup.line_virtual": "가상 교환기로 먼저 써 보기",
  "setup.line_virtual_hint":
    "장치가 없어도 전화가 울립니다. 연습 통화도 통화기록에 남고, 언제든 끄거나 진짜 장치로 바꿀 수 있습니다.",
  "setup.port_gone": "그 장치를 찾지 못했습니다. 다시 골라 주세요.",
  "setup.extensions": "내선",
  "setup.extensions_usual": "200–215 · 200은 교환, 207은 전화/팩스",
  "setup.finish": "설정 마치고 시작하기",
  "setup.wrong": "아직 고칠 것이 있습니다. 아래 표시된 곳을 확인해 주세요.",
  "setup.over_title": "설정이 이미 끝났습니다",
  "setup.over":
    "다른 사람이 먼저 설정을 마쳤습니다. 그 시스템 관리자에게 계정을 만들어 달라고 해 주세요.",
} as const;
