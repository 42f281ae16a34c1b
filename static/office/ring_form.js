// @ts-check
/** The form of the ring sound: what is chosen in it can be listened to before it is saved. */
import { around, formAround } from "../components/elements.js";
import { tryRing } from "./ring_sound.js";

export function startRingForm() {
  document.addEventListener("click", (event) => {
    const form = formAround(event, "[data-ring-form]");
    if (around(event, "[data-ring-try]") === null || form === null) return;
    const chosen = new FormData(form);
    tryRing(String(chosen.get("tune")), String(chosen.get("volume")));
  });
}
