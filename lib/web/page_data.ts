/** What every page is given beside its own data (as view_data.ts). */
import type { AgentStateName } from "../domain/agent_state.ts";
import type { Permission } from "../domain/permission.ts";
import type { Language, Role } from "../domain/staff.ts";
import type { RingSound } from "../store/ring_sound.ts";
import type { TimeView } from "./basic_data.ts";

/** What every view finds beside its own data, as `it.page`. */
export interface PageView {
  readonly language: Language;
  readonly title: string;
  /** How the office is called; empty where nobody has said it. */
  readonly office: string;
  /** How the browser rings where its person has not said otherwise. */
  readonly ring: RingSound;
  readonly active:
    | "desk"
    | "board"
    | "calls"
    | "work"
    | "customers"
    | "reports"
    | "campaigns"
    | "settings"
    | null;
  readonly person: PersonView | null;
  /** What they may; nothing where there is nobody. */
  readonly may: Readonly<Record<Permission, boolean>>;
  /** Changes with every sign-in: the shared worker starts a new stream by it. */
  readonly sessionKey: string;
  readonly line: LineView;
  /** How much there is to do now, for this person or for anybody. */
  readonly work: number;
  /** The URL of this page, to come back to. */
  readonly path: string;
  /** The desk shows the card in its left column, every other page in a drawer at the left. */
  readonly cardPlace: "column" | "drawer";
  readonly version: string;
  /** The ID of the last event that was told when the page was made; empty for a stranger. */
  readonly told: string;
  /** Of which kinds of records it hears (page_hears.ts), with spaces between them. */
  readonly hears: string;
  /** Whether it is the answer to what somebody sent, and stands at no address: what it says is said once. */
  readonly onlyHere: boolean;
  /** The customer of whom the page is; null for several or none. */
  readonly customerId: number | null;
  /** On `demo`: a line that says so. */
  readonly demo: boolean;
  /** What this person is told at the top of the page; `GET /notices` has it anew. */
  readonly notices: readonly NoticeView[];
}

export interface PersonView {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** The number of the first of their extensions; empty for none. */
  readonly extension: string;
  /** What all of them are called. */
  readonly extensions: readonly string[];
  readonly presence: PresenceView;
  /** Whether pages offer to dial. */
  readonly dials: boolean;
}

/** What a person says of themselves. */
export interface PresenceView {
  readonly state: AgentStateName;
  readonly reason: string;
  /** Why people go on a break here, to choose from. */
  readonly reasons: readonly string[];
  readonly since: TimeView | null;
}

/** Something that somebody is told on every page until it is over. */
export interface NoticeView {
  readonly text: string;
  /** Where more is to be seen, or something done about it; null for nowhere. */
  readonly link: { readonly href: string; readonly text: string } | null;
}

export interface LineView {
  readonly state: "none" | "opening" | "open" | "fault";
  /** For people: `회선 연결됨`; no device names for an agent. */
  readonly text: string;
}

export interface ErrorView {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  /** The form that could not be carried out, to be sent again as it was typed; null where there is none. */
  readonly again: {
    readonly action: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
  } | null;
}
