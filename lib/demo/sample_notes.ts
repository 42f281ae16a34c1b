import type { Random } from "../domain/random.ts";
import { PRODUCTS } from "./sample_words.ts";

/** What agents wrote after a call, by consultation type. `#` is a product, `*` a small number. */
const NOTES: Record<string, readonly string[]> = {
  주문: [
    "# *상자 추가 주문. 금요일까지 납품 요청.",
    "지난달과 같은 수량으로 # 재주문. 단가 그대로 적용하기로 함.",
    "# 견적 요청(*상자, 부가세 포함). 오늘 중 이메일로 보내기로 함.",
    "# *상자 주문. 결제는 월말 합산, 배송지는 2층 물류 창고로 변경.",
  ],
  문의: [
    "# 재고 문의. 현재 *상자 있음, 다음 주 입고 예정이라고 안내.",
    "대량 구매 할인 조건 문의. *0상자 이상 5% 할인 안내.",
    "영업시간과 직접 수령 가능 여부 문의. 평일 9시~18시, 방문 수령 가능 안내.",
    "카탈로그 요청. 최신본 PDF 이메일 발송 완료.",
  ],
  배송: [
    "# 납기 확인 요청. 내일 오전 도착 예정 안내.",
    "배송지 변경 요청. 출고 전이라 새 주소로 수정 완료.",
    "송장번호 문의. 문자로 다시 발송함.",
    "*상자 중 1상자 누락. 창고 확인 후 오늘 추가 발송하기로 함.",
  ],
  "교환·반품": [
    "# 규격이 달라 교환 요청. 수요일 회수, 같은 날 재발송.",
    "# 파손 사진 받음. *개 새 제품으로 교환 처리.",
    "주문 착오로 # 반품. 왕복 배송비 고객 부담 안내, 동의함.",
  ],
  불만: [
    "지난주 배송 지연으로 불만. 사과드리고 다음 주문 배송비 면제 약속.",
    "전화 연결이 어렵다고 하심. 담당자 직통 번호 안내.",
    "# 품질이 예전 같지 않다고 하심. 제조 일자 확인 후 회신하기로 함.",
  ],
  결제: [
    "세금계산서 재발행 요청. 사업자등록증 사본 받고 처리 완료.",
    "카드 결제 취소 후 계좌이체로 변경. 입금 확인되면 출고.",
    "미입금 *건 안내. 이번 주 내 입금하겠다고 함.",
  ],
  기타: [
    "담당자 변경 안내 받음. 연락처 수정함.",
    "잘못 걸린 전화.",
    "신규 거래 상담 희망. 영업부에 전달.",
  ],
};

/** The consultation types of the notes. */
export const NOTE_TYPES = Object.keys(NOTES);

/** A believable note of this type; empty for a type that is not known. */
export function sampleNote(type: string, random: Random): string {
  const templates = NOTES[type];
  if (templates === undefined) return "";
  return random.pick(templates)
    .replaceAll("#", () => random.pick(PRODUCTS))
    .replaceAll("*", () => String(random.whole(2, 9)));
}
