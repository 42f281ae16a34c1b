/**
 * The call list follows the calls while its head is in sight. Who has scrolled down or loaded more is reading: nothing
 * moves then.
 */
const AT_THE_TOP_PX = 40;
const SETTLE_MS = 300;

export function startLiveList() {
  const side = document.querySelector(".list_side:has(#call-list)");
  if (side === null) return;
  let settling = null;
  let loadedMore = false;
  const refresh = () => {
    if (side.scrollTop < AT_THE_TOP_PX && !loadedMore) {
      htmx.trigger(document.getElementById("call-list"), "list:refresh");
    }
  };
  for (const name of ["call", "live:connected"]) {
    document.body.addEventListener(name, () => {
      clearTimeout(settling);
      settling = setTimeout(refresh, SETTLE_MS);
    });
  }
  side.addEventListener("htmx:after:swap", (event) => {
    if (event.detail.ctx.target?.matches?.("tr.more")) loadedMore = true;
  });
}
