import type { ExtensionKind } from "./extension.ts";

/** What an extension of the 416 is as it is delivered: the operator's phone, the one beside the fax, or a phone. */
export function usualKind(extension: string): ExtensionKind {
  if (extension === "200") return "operator";
  return extension === "207" ? "phone_fax" : "phone";
}
