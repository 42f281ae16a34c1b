import { equal } from "node:assert/strict";
import { isFooter } from "../../../lib/text/import_footers.ts";

for (
  const row of [
    "합계 3명",
    "합 계||3",
    "총 12건",
    "계||1,234",
    "합계|12,345,678원",
    "Total: 12",
    "-- 이하 여백 --",
    "※ 무단 배포 금지",
  ]
) {
  Deno.test(`"${row}" is the foot of a list`, () => equal(isFooter(row.split("|")), true));
}

for (
  const row of [
    "박가람|010-2000-0001",
    "이상",
    "계영희",
    "총각네|02-200-0001",
    "합계상사",
    "계|0220000001",
    "전체|서울|부산|대구|광주",
    "Total Korea",
  ]
) {
  Deno.test(`"${row}" is a customer`, () => equal(isFooter(row.split("|")), false));
}
