import { formatNumber } from "../domain/phone_number.ts";
import type { Random } from "../domain/random.ts";
import {
  type Area,
  randomArea,
  randomLandline,
  randomMobile,
} from "../switches/virtual_pbx/random_caller.ts";
import {
  BUSINESSES,
  COMPANY_NAMES,
  FAMILY_NAMES,
  FOREIGN_NAMES,
  GIVEN_NAMES,
  JOB_TITLES,
  LONG_COMPANIES,
  MEMOS,
  STREETS,
  WARNINGS,
} from "./sample_words.ts";

export interface SampleCustomer {
  readonly name: string;
  readonly company: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly address: string;
  readonly grade: string;
  readonly memo: string;
  readonly warning: string;
  /** As people write them; the first is the main one. */
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
}

interface Company {
  readonly name: string;
  readonly departments: readonly string[];
  readonly area: Area;
  readonly number: string;
  readonly address: string;
}

/** Out of ten customers, three are private people; the others share their companies, and often a number. */
export function sampleCustomers(count: number, random: Random): SampleCustomer[] {
  const companies = Array.from({ length: Math.ceil(count / 4) }, () => sampleCompany(random));
  const customers: SampleCustomer[] = [];
  while (customers.length < count) {
    const last = customers.at(-1);
    // A couple has two mobiles and one telephone at home.
    const home = last?.numbers.find(({ label }) => label === "집");
    const partner = home !== undefined && last?.company === "" && random.chance(0.4);
    const company = partner || random.chance(0.3) ? null : random.pick(companies);
    const customer = sampleCustomer(company, customers.length, random);
    customers.push(
      partner
        ? { ...customer, address: last.address, numbers: [...mobile(random), home] }
        : customer,
    );
  }
  return customers;
}

function sampleCompany(random: Random): Company {
  const business = random.pick(Object.keys(BUSINESSES));
  const long = random.chance(0.04);
  const area = randomArea(random);
  return {
    name: long ? random.pick(LONG_COMPANIES) : `${random.pick(COMPANY_NAMES)}${business}`,
    departments: BUSINESSES[business] ?? [""],
    area,
    number: random.chance(0.05) ? `1588${random.whole(1000, 9999)}` : randomLandline(random, area),
    address: sampleAddress(area, random),
  };
}

function sampleCustomer(company: Company | null, position: number, random: Random): SampleCustomer {
  const area = company?.area ?? randomArea(random);
  return {
    name: sampleName(random),
    company: company?.name ?? "",
    department: company === null ? "" : random.pick(company.departments),
    jobTitle: company === null ? "" : random.weighted(JOB_TITLES),
    // The domain is reserved for examples (RFC 2606): no mail can reach anybody.
    email: random.chance(0.45) ? `customer${position + 1}@example.com` : "",
    address: company?.address ?? (random.chance(0.5) ? sampleAddress(area, random) : ""),
    grade: random.weighted({ VIP: 8, 우수: 22, 일반: 45, "": 25 }),
    memo: random.chance(0.3) ? random.pick(MEMOS) : "",
    warning: random.chance(0.07) ? random.pick(WARNINGS) : "",
    numbers: company === null ? privateNumbers(area, random) : officeNumbers(company, random),
  };
}

function sampleName(random: Random): string {
  if (random.chance(0.015)) return random.pick(FOREIGN_NAMES);
  return random.weighted(FAMILY_NAMES) + random.pick(GIVEN_NAMES);
}

function sampleAddress(area: Area, random: Random): string {
  const floor = random.chance(0.6) ? `, ${random.whole(1, 12)}층` : "";
  return `${random.pick(STREETS[area])} ${random.whole(3, 480)}${floor}`;
}

function officeNumbers(company: Company, random: Random): SampleCustomer["numbers"] {
  const office = { number: formatNumber(company.number), label: "회사" };
  const kind = random.weighted({ both: 55, mobile: 25, office: 15, all: 5 });
  switch (kind) {
    case "both":
      return [...mobile(random), office];
    case "mobile":
      return mobile(random);
    case "office":
      return [office];
    case "all":
      return [
        ...mobile(random),
        office,
        { number: formatNumber(randomLandline(random, company.area)), label: "팩스" },
      ];
    default:
      return kind satisfies never;
  }
}

function privateNumbers(area: Area, random: Random): SampleCustomer["numbers"] {
  const home = { number: formatNumber(randomLandline(random, area)), label: "집" };
  return random.chance(0.3) ? [...mobile(random), home] : mobile(random);
}

function mobile(random: Random): SampleCustomer["numbers"] {
  return [{ number: formatNumber(randomMobile(random)), label: "휴대폰" }];
}
