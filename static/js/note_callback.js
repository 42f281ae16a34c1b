/** "Call back": the buttons that fill in a usual time, and the choice that goes with it. */

export function startCallback() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-callback-in]");
    if (button === null) return;
    const { state, callbackAt } = button.closest("form").elements;
    state.value = "callback";
    callbackAt.value = localMinute(timeFor(button.dataset.callbackIn));
    callbackAt.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** In so many minutes, to the next five; or tomorrow at nine. */
function timeFor(choice) {
  const at = new Date();
  if (choice === "tomorrow") {
    at.setDate(at.getDate() + 1);
    at.setHours(9, 0, 0, 0);
    return at;
  }
  at.setMinutes(Math.ceil((at.getMinutes() + Number(choice)) / 5) * 5, 0, 0);
  return at;
}

function localMinute(date) {
  const two = (number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
