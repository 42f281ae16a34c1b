export const trunks = {
  "title.trunks": "국선",
  "trunks.intro":
    "국선마다 우리 사무실의 어느 번호인지 적어 두면, 어느 번호로 걸려 온 전화인지 알 수 있습니다.",
  "trunks.trunk": "국선",
  "trunks.number": "우리 번호",
  "trunks.label": "이름표",
  "trunks.label_hint": "예: 대표번호",
  "trunks.none": "열린 회선이 없습니다",
  "trunks.none_next": "먼저 회선을 추가하면 국선이 여기에 나옵니다.",
  "trunks.save": "국선 저장",
} as const;
