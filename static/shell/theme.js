// @ts-check
// Runs before the first paint, so that a chosen theme does not flash: hence no module.
(() => {
  const theme = localStorage.getItem("belltower:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
