/** What numbers mean where an office is, and how its switch dials. */
export interface Numbering {
  /** Of ISO 3166, as libphonenumber has it: whose national numbers are meant where none is named. */
  readonly country: string;
  /** With its zero (`02`), for calls and numbers that come without one; empty where nobody has said it. */
  readonly areaCode: string;
  /** What the switch wants before a number outside (`9`); empty where it wants nothing. */
  readonly outsideDigit: string;
  /** What the office dials before a country's code (`00700`); empty where it is what is usual in the country. */
  readonly abroadPrefix: string;
  /** What may stand before a dialled number and is none of it: `*23#`, which hides the own number. */
  readonly featurePrefixes: readonly string[];
}

/** As it is until an office says otherwise. */
export const KOREA: Numbering = {
  country: "KR",
  areaCode: "",
  outsideDigit: "",
  abroadPrefix: "",
  featurePrefixes: [],
};
