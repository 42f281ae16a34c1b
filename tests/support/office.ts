import { cheapHash } from "./cheap_password.ts";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import type { Role } from "../../lib/domain/staff.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { createCustomer, type CustomerInput } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { createStaff } from "../../lib/store/staff.ts";

export const PASSWORD = "the tests' password";

/** Two agents, and three customers of whom two share a number: enough for everything that a call can meet. */
export async function furnishOffice(data: string): Promise<void> {
  const passwordHash = await cheapHash(PASSWORD);
  const store = openStore(data);
  const kim = addStaff(store, passwordHash, "kim", "김상담", "agent", "202");
  addStaff(store, passwordHash, "park", "박상담", "agent", "203");
  addStaff(store, passwordHash, "chief", "서은주", "supervisor", null);
  const { id } = addCustomer(store, "이영희", "한빛상사", "010-1234-5678", {
    department: "구매팀",
    grade: "VIP",
    warning: "미수금 확인",
  });
  createConsultation(store, {
    callId: null,
    customerId: id,
    staffId: kim,
    type: "주문",
    text: "납기 확인 요청",
    state: "done",
    callbackAt: null,
  }, Date.now() - 3 * 86_400_000);
  addCustomer(store, "박지훈", "대성물산", "02-555-1234");
  addCustomer(store, "최유진", "대성물산", "02-555-1234");
  store.close();
}

function addStaff(
  store: Store,
  passwordHash: string,
  login: string,
  name: string,
  role: Role,
  extension: string | null,
): number {
  const { id } = createStaff(store, { login, name, role, passwordHash }, Date.now());
  if (extension !== null) assignExtension(store, extension, id);
  return id;
}

function addCustomer(
  store: Store,
  name: string,
  company: string,
  number: string,
  more: Partial<CustomerInput> = {},
) {
  const numbers = [{ number, label: "" }];
  return createCustomer(store, { ...NO_TEXTS, name, company, numbers, ...more }, {
    by: null,
    at: Date.now(),
  });
}
