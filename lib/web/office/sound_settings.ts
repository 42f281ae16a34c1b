import { changeRing } from "../../desk/office/change_ring.ts";
import { RING_TUNES, RING_VOLUMES, ringSound } from "../../store/ring_sound.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { refusal } from "../forms/refusal.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** How browsers ring where their people have not said otherwise. */
export const soundSettings: StaffHandler = (c, visit) => {
  const saved = c.req.query("saved") !== undefined;
  const data = { ...ringSound(visit.store), tunes: RING_TUNES, volumes: RING_VOLUMES, saved };
  return page(c, visit, "office/sounds", data, {
    title: visit.t("title.sounds"),
    active: "settings",
  });
};

export const soundSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const typed = {
    on: form.text("on") !== "",
    tune: form.text("tune"),
    volume: form.text("volume"),
  };
  const changed = changeRing(deskOf(visit), typed);
  if (!changed.ok) throw refusal(changed.problems);
  return c.redirect("/settings/sounds?saved", 303);
};
