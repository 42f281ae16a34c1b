import { RING_TUNES, RING_VOLUMES, ringSound, setRingSound } from "../../store/ring_sound.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** How browsers ring where their people have not said otherwise. */
export const soundSettings: StaffHandler = (c, visit) => {
  const saved = c.req.query("saved") !== undefined;
  const data = { ...ringSound(visit.store), tunes: RING_TUNES, volumes: RING_VOLUMES, saved };
  return page(c, visit, "pages/sounds", data, {
    title: visit.t("title.sounds"),
    active: "settings",
  });
};

export const soundSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const tune = RING_TUNES.find((known) => known === form.text("tune"));
  const volume = RING_VOLUMES.find((known) => known === form.text("volume"));
  if (tune === undefined || volume === undefined) throw new HttpProblem("bad_request");
  setRingSound(visit.store, { on: form.text("on") !== "", tune, volume });
  return c.redirect("/settings/sounds?saved", 303);
};
