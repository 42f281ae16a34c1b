import type { Language, Role } from "../domain/staff.ts";

/** Someone who works at the sample office. */
export interface SampleStaff {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** Null for who has no phone. */
  readonly extension: string | null;
}

/** Ten people; 200 is the operator's phone. `agent`, `supervisor` and `admin` are the accounts that the demo names. */
export const SAMPLE_STAFF: readonly SampleStaff[] = [
  { login: "agent", name: "김상담", role: "agent", language: "ko", extension: "202" },
  { login: "operator", name: "이교환", role: "agent", language: "ko", extension: "200" },
  { login: "admin", name: "박관리", role: "admin", language: "ko", extension: null },
  { login: "minji", name: "정민지", role: "agent", language: "ko", extension: "201" },
  { login: "junho", name: "최준호", role: "agent", language: "ko", extension: "203" },
  { login: "sujin", name: "한수진", role: "agent", language: "ko", extension: "204" },
  { login: "daniel", name: "Daniel Kwon", role: "agent", language: "en", extension: "205" },
  { login: "hyejin", name: "윤혜진", role: "agent", language: "ko", extension: "206" },
  { login: "sungmin", name: "오성민", role: "agent", language: "ko", extension: "208" },
  { login: "supervisor", name: "서은주", role: "supervisor", language: "ko", extension: "210" },
];
