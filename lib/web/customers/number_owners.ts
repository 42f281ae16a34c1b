import type { OwnerAnswer } from "../../desk/customers/number_owners.ts";
import { customerCode } from "../../domain/customer.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import type { OwnedNumber } from "../../store/number_move.ts";
import type { NumberOwnerView } from "./merge_data.ts";
import type { Form } from "../forms/form.ts";
import type { Visit } from "../visit.ts";

/** What the form says about the numbers of others. */
export function ownerAnswer(form: Form): OwnerAnswer {
  return (normal) => {
    const text = form.text(`owner.${normal}`);
    return text === "keep" || text === "move" ? text : null;
  };
}

/** The question that the form asks about each of them. */
export function ownerViews(visit: Visit, owned: readonly OwnedNumber[]): NumberOwnerView[] {
  return owned.map(({ normal, owners }) => ({
    normal,
    shown: formatNumber(normal, visit.web.office.numbering),
    names: owners.map(({ id, name, company }) => ({
      id,
      name: name || company || customerCode(id),
    })),
  }));
}
