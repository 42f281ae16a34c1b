import { lineSettings, updateLine } from "../../lib/store/line_settings.ts";
import { assignExtension, createExtension } from "../../lib/store/extensions.ts";
import { WebOffice } from "./web_office.ts";

/** An office with a second switch, "별관" (line 2), which has a 202 of its own: 이응대's, who has 203 on the first one too. */
export class TwoLines extends WebOffice {
  readonly annexe = this.addLine("annexe");

  constructor() {
    super();
    for (const { id, device, dialect } of lineSettings(this.store)) {
      updateLine(this.store, id, { label: id === this.annexe ? "별관" : "본관", device, dialect });
    }
    createExtension(this.store, { line: this.annexe, number: "202" });
    assignExtension(this.store, `${this.annexe}:202`, this.staff("lee").id);
  }
}
