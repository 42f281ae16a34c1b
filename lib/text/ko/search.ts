export const search = {
  "search.hint": "이름, 회사, 번호 뒤 네 자리, 초성",

  "search.found": "찾은 고객",
  "search.count": "{count}명",
  "search.more": "앞의 {count}명",
  "search.guess": "한/영 전환을 바꾸어 ‘{text}’(으)로 찾은 고객",
  "search.open": "열기",
  "search.all": "모두 보기",
  "search.unfinished": "오래된 것까지는 아직 찾지 못했습니다",
  "search.unfinished_list":
    "자료가 많아 여기까지만 찾았습니다. 찾는 말을 더하면 나머지에서도 찾습니다.",
} as const;
