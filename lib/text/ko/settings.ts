export const settings = {
  "about.numbers":
    "나라와 지역번호, 외선 숫자를 정합니다. 적히거나 걸려 온 번호를 이것으로 읽습니다.",
  "about.dialling":
    "화면에서 누르는 것으로 어떤 번호까지 걸 수 있는지 정합니다. 전화기에서 직접 거는 번호는 교환기가 정합니다.",
  "settings.group_office": "사무실",
  "settings.group_customers": "고객과 상담",
  "settings.line_closed": "연결되지 않은 회선 {count}개",
  "about.office": "사무실 이름과 기본 언어, 모든 시각을 보여 주는 시간대를 정합니다.",
  "about.hours": "발신 캠페인은 이 시간에만, 휴일이 아닌 날에만 전화를 겁니다.",
  "about.sounds":
    "내 전화가 울릴 때 브라우저가 내는 소리입니다. 각자 메뉴에서 끄고 켤 수 있습니다.",
  "about.staff": "계정과 권한, 비밀번호를 관리합니다.",
  "about.extensions": "내선의 종류와 담당자, 로그인할 수 있는 컴퓨터를 정합니다.",
  "about.breaks": "상담원이 자리를 비울 때 고르는 사유이며 현황판에 보입니다.",
  "about.skills": "누가 무엇을 얼마나 잘하는지 나누는 말이며 직원마다 수준을 적습니다.",
  "about.lines": "교환기와 연결된 직렬 포트를 정하고 오가는 신호를 봅니다.",
  "about.trunks": "국선마다 우리 번호를 적어 어느 번호로 걸려 왔는지 알 수 있게 합니다.",
  "about.types": "상담을 적을 때 고르는 종류이며 통화기록과 보고서를 이것으로 나눕니다.",
  "about.grades": "고객마다 매기는 등급이며 전화가 울릴 때 이름 옆에 보입니다.",
  "about.fields": "고객마다 더 적어 둘 것을 정합니다.",
  "about.attachments": "파일의 크기와 한 사람이 하루에 저장할 수 있는 양을 정합니다.",
  "about.backup": "언제 어디에 백업하는지 정하고, 백업에서 되돌립니다.",
  "about.retention":
    "회선 신호와 로그, 변경 기록을 얼마 동안 두는지 정합니다. 통화와 고객, 상담은 지우지 않습니다.",

  "settings.title": "설정",

  "settings.saved": "저장했습니다.",
  "settings.group_people": "사람과 내선",
  "settings.group_lines": "회선",
  "settings.group_records": "기록",
  "settings.save": "저장",
  "settings.cancel": "취소",
  "settings.back": "목록으로",

  "about.jobs": "가져오기와 백업처럼 오래 걸리는 일이 어떻게 되고 있는지 봅니다.",

  "about.audit": "누가 언제 어디서 무엇을 바꾸거나 내보냈는지 찾아봅니다.",
} as const;
