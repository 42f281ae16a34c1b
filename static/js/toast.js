/** Short words at the foot of the page that go away by themselves; an error stays longer. */
const STAYS_MS = 4000;
const ERROR_STAYS_MS = 8000;

export function startToasts() {
  const region = document.getElementById("toasts");
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node instanceof HTMLElement) leaveLater(node);
      }
    }
  }).observe(region, { childList: true });
  document.addEventListener("htmx:response:error", (event) => {
    const { status, headers } = event.detail.ctx.response;
    // An answer that chose its own place says better what is wrong.
    if (status >= 500 && headers.get("HX-Retarget") === null) {
      toast(document.getElementById("words").dataset.serverFailed, "error");
    }
  });
}

/** Shows `text`; `kind` is done or error. */
export function toast(text, kind) {
  const place = document.createElement("div");
  place.className = `toast ${kind}`;
  place.textContent = text;
  document.getElementById("toasts").append(place);
}

function leaveLater(node) {
  const isError = node.classList.contains("error");
  setTimeout(() => node.remove(), isError ? ERROR_STAYS_MS : STAYS_MS);
}
