/** Whether this page is the one of the browser's pages that does a thing of which once is enough. */
const leading = new Set();

/** Stands for the leadership of `name`; it passes on when the page that has it closes. */
export function standFor(name) {
  if (navigator.locks === undefined) {
    leading.add(name);
    return;
  }
  navigator.locks.request(`belltower:${name}`, () => {
    leading.add(name);
    return new Promise(() => {});
  });
}

export function leads(name) {
  return leading.has(name);
}
