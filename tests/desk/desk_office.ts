import type { Desk, StaffDesk } from "../../lib/desk/desk.ts";
import { DialRate } from "../../lib/desk/telephony/dial_rate.ts";
import type { PhoneDesk } from "../../lib/desk/telephony/phone_desk.ts";
import type { Role, Staff } from "../../lib/domain/staff.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { createSession, sessionsOf } from "../../lib/store/sessions.ts";
import { createStaff, staffById, staffByLogin } from "../../lib/store/staff.ts";
import { TestTelephony } from "./test_telephony.ts";

export const NOW = Date.UTC(2026, 10, 27, 9);

/** What an account is made with. */
export const GOOD = "correct horse battery";

/** As quick as nothing; what the store keeps tells which password it was. */
export const hash = (password: string): Promise<string> => Promise.resolve(`hash of ${password}`);

/** An office in memory with an administrator, a supervisor and the agents kim (202) and lee (203). */
export class DeskOffice {
  readonly store: Store = openStore(":memory:");
  readonly telephony = new TestTelephony();
  readonly dialRate = new DialRate();
  /** What time it is. */
  now = NOW;
  #sessions = 0;

  constructor() {
    this.#add("admin", "admin", null);
    this.#add("super", "supervisor", null);
    this.#add("kim", "agent", "202");
    this.#add("lee", "agent", "203");
  }

  [Symbol.dispose](): void {
    this.store.close();
  }

  staff(login: string): Staff {
    return staffByLogin(this.store, login)!.staff;
  }

  /** Where somebody asks, with the rights that they have when they begin, or begin again. */
  desk(login: string): StaffDesk {
    const { id } = this.staff(login);
    const desk = (): StaffDesk => ({
      store: this.store,
      by: staffById(this.store, id)!,
      now: this.now,
      again: desk,
    });
    return desk();
  }

  /** The same, with the office's telephones. */
  phones(login: string): PhoneDesk {
    const { telephony, dialRate } = this;
    return { ...this.desk(login), telephony, dialRate };
  }

  get console(): Desk {
    return { store: this.store, by: "console", now: this.now, again: () => this.console };
  }

  /** Signs somebody in at another browser; the hash of the session's token. */
  session(login: string): Uint8Array {
    const tokenHash = new Uint8Array(32).fill(++this.#sessions);
    const { id: staffId } = this.staff(login);
    createSession(this.store, { tokenHash, staffId, address: "10.0.0.1", userAgent: "" }, NOW);
    return tokenHash;
  }

  sessions(login: string): number {
    return sessionsOf(this.store, this.staff(login).id).length;
  }

  /** What is kept of somebody's password. */
  hashOf(login: string): string {
    return staffByLogin(this.store, login)!.passwordHash;
  }

  #add(login: string, role: Role, extension: string | null): void {
    const account = { login, name: `${login}-name`, role, passwordHash: `first of ${login}` };
    const { id } = createStaff(this.store, account, NOW);
    if (extension !== null) assignExtension(this.store, extension, id);
  }
}
