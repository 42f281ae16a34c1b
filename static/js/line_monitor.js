/** The line monitor: puts what comes over the line above what is there, unless somebody reads and has paused it. */

export function startLineMonitor() {
  const rows = document.querySelector("[data-line-monitor]");
  if (rows === null) return;
  const pause = document.querySelector("[data-monitor-pause]");
  const waiting = document.querySelector("[data-monitor-waiting]");
  let missed = 0;
  let asking = false;
  let again = false;

  const isPaused = () => pause.getAttribute("aria-pressed") === "true";
  const showWaiting = () => {
    waiting.textContent = missed > 0 ? waiting.dataset.text.replace("#", missed) : "";
  };

  // One question at a time: while the line is busy one answer brings the frames of many events.
  async function ask() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    do {
      again = false;
      await addNew(rows);
    } while (again && !isPaused());
    asking = false;
  }

  document.body.addEventListener("frame", (event) => {
    if (event.detail.lineId !== Number(rows.dataset.lineMonitor)) return;
    if (!isPaused()) return ask();
    missed += 1;
    showWaiting();
  });
  document.body.addEventListener("live:connected", () => {
    if (!isPaused()) ask();
  });
  pause.addEventListener("click", () => {
    pause.setAttribute("aria-pressed", String(!isPaused()));
    missed = 0;
    showWaiting();
    if (!isPaused()) ask();
  });
}

async function addNew(rows) {
  const { url, only, most } = rows.dataset;
  const after = rows.querySelector("[data-frame]")?.dataset.frame ?? "0";
  try {
    const response = await fetch(`${url}?${new URLSearchParams({ after, only })}`, {
      headers: { "HX-Request": "true" },
    });
    if (response.ok) rows.insertAdjacentHTML("afterbegin", await response.text());
  } catch (error) {
    // The network is away: the stream says so on the page, and its return asks again.
    if (!(error instanceof TypeError)) throw error;
  }
  for (const row of [...rows.querySelectorAll("[data-frame]")].slice(Number(most))) row.remove();
}
