import { type OfficeTime, officeTime } from "../domain/office_time.ts";
import { type Language, LANGUAGES } from "../domain/staff.ts";
import { type Formatter, formatter } from "../text/format.ts";
import type { WebDeps } from "./deps.ts";
import { DayQuota } from "./uploads/day_quota.ts";
import { FirstStart } from "./guard/first_start.ts";
import { PasswordCheck } from "./guard/password_check.ts";
import { FormRoom } from "./uploads/form_room.ts";
import { SignInThrottle } from "./guard/throttle.ts";
import { type UploadLimit, uploadLimitMb } from "../store/upload_limits.ts";
import { loadStaticFiles, type StaticFiles } from "./static_files.ts";
import { Transfers } from "./uploads/transfers.ts";
import { UploadRoom } from "./uploads/upload_room.ts";
import { loadViews, type Renderer } from "./views.ts";

/** What handlers work with: what the web was given, and what it made for itself at its start. */
export interface WebServices extends WebDeps {
  readonly views: Renderer;
  readonly files: StaticFiles;
  /** In the time zone that the office has now. */
  readonly formats: Readonly<Record<Language, Formatter>>;
  readonly time: OfficeTime;
  readonly throttle: SignInThrottle;
  readonly passwords: PasswordCheck;
  readonly firstStart: FirstStart;
  readonly uploads: UploadRoom;
  readonly forms: FormRoom;
  /** By how much each person has made the database grow. */
  readonly written: DayQuota;
  readonly transfers: Transfers;
}

/** What is the same for every office; tests make it once for many, and passwords that cost little. */
export type WebParts = Pick<WebServices, "views" | "files" | "passwords">;

/** Throws `TemplateError` when a template is broken. */
export function webServices(
  deps: WebDeps,
  { views = loadViews(), files = loadStaticFiles(), passwords = new PasswordCheck() }: Partial<
    WebParts
  > = {},
): WebServices {
  const clocks = new OfficeClocks();
  const limit = (name: UploadLimit) => uploadLimitMb(deps.store, name) * 1024 * 1024;
  return {
    ...deps,
    views,
    files,
    get formats() {
      return clocks.of(deps.office.timeZone).formats;
    },
    get time() {
      return clocks.of(deps.office.timeZone).time;
    },
    throttle: new SignInThrottle(),
    passwords,
    firstStart: new FirstStart(deps.store, deps.setupCode),
    transfers: new Transfers(),
    uploads: new UploadRoom({
      data: deps.data,
      clock: deps.clock,
      quota: () => limit("day"),
    }),
    forms: new FormRoom(),
    written: new DayQuota({
      clock: deps.clock,
      // The files are in the database, too.
      most: () => limit("day") + limit("written"),
    }),
  };
}

/** What is made for a time zone, until the office has another one. */
class OfficeClocks {
  #zone = "";
  #made: Pick<WebServices, "formats" | "time"> | null = null;

  of(zone: string): Pick<WebServices, "formats" | "time"> {
    if (this.#made === null || zone !== this.#zone) {
      const formats = LANGUAGES.map((language) => [language, formatter(language, zone)] as const);
      this.#made = {
        formats: Object.fromEntries(formats) as Record<Language, Formatter>,
        time: officeTime(zone),
      };
      this.#zone = zone;
    }
    return this.#made;
  }
}
