/** The form of the ring sound: what is chosen in it can be listened to before it is saved. */
import { tryRing } from "./ring_sound.js";

export function startRingForm() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ring-try]");
    if (button === null) return;
    const chosen = new FormData(button.closest("[data-ring-form]"));
    tryRing(chosen.get("tune"), chosen.get("volume"));
  });
}
