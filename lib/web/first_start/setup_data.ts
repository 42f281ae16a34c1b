/** What the views of the first start are given (as view_data.ts). */
import type { TypedSetup } from "../../desk/first_start/setup_rules.ts";
import type { ExtensionKind } from "../../domain/extension.ts";
import type { Language } from "../../domain/staff.ts";
import type { ZonesView } from "../office/office_data.ts";

/** `first_start/setup_code` */
export interface SetupCodeView {
  readonly error: string;
  /** What was typed before the server was started again: it is sent along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}

/** `first_start/setup` */
export interface SetupView {
  readonly typed: TypedSetup;
  readonly errors: Readonly<Record<string, string>>;
  readonly leastPassword: number;
  readonly languages: readonly Language[];
  readonly zones: readonly ZonesView[];
  /** Where the zone is fixed (`option --time-zone`); null where it can be chosen. */
  readonly zoneFixed: string | null;
  readonly ports: readonly {
    readonly path: string;
    readonly name: string;
    readonly opens: string;
  }[];
  readonly virtual: string;
  /** The line that there is already; empty for none. */
  readonly line: string;
  readonly kinds: readonly ExtensionKind[];
  /** Extensions that the administrator can have. */
  readonly free: readonly string[];
}
