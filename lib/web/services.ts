import { type OfficeTime, officeTime } from "../domain/office_time.ts";
import { type Language, LANGUAGES } from "../domain/staff.ts";
import { type Formatter, formatter } from "../text/format.ts";
import type { WebDeps } from "./deps.ts";
import { PasswordCheck } from "./sign_in/password_check.ts";
import { SignInThrottle } from "./sign_in/throttle.ts";
import { loadStaticFiles, type StaticFiles } from "./static_files.ts";
import { loadViews, type Renderer } from "./views.ts";

/** What handlers work with: what the web was given, and what it made for itself at its start. */
export interface WebServices extends WebDeps {
  readonly views: Renderer;
  readonly files: StaticFiles;
  readonly formats: Readonly<Record<Language, Formatter>>;
  readonly time: OfficeTime;
  readonly throttle: SignInThrottle;
  readonly passwords: PasswordCheck;
}

/** Throws `TemplateError` when a template is broken, a RangeError when the time zone is none. */
export function webServices(deps: WebDeps): WebServices {
  const formats = LANGUAGES.map((language) =>
    [language, formatter(language, deps.office.timeZone)] as const
  );
  return {
    ...deps,
    views: loadViews(),
    files: loadStaticFiles(),
    formats: Object.fromEntries(formats) as Record<Language, Formatter>,
    time: officeTime(deps.office.timeZone),
    throttle: new SignInThrottle(),
    passwords: new PasswordCheck(),
  };
}
