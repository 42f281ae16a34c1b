// @ts-check
import { around } from "../components/elements.js";
import { tryRing } from "./ring_sound.js";

/**
 * The form of the ring sound: what is chosen in it can be listened to before it is saved.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(form, { signal }) {
  form.addEventListener("click", (event) => {
    if (around(event, "[data-ring-try]") === null || !(form instanceof HTMLFormElement)) return;
    const chosen = new FormData(form);
    tryRing(String(chosen.get("tune")), String(chosen.get("volume")));
  }, { signal });
}
