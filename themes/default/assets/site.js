// The way out of the site, and pages for when there is no net. Runs before the page is shown; keeps nothing on the device.
"use strict";
(() => {
  const page = document.documentElement;
  const root = new URL("..", document.currentScript.src);
  const is_file = location.protocol === "file:";
  const history_here = window.navigation?.currentEntry ? window.navigation : null;  // not in older browsers

  // Every page marks its entry of the history, so that other pages and files of this host are never taken for ours.
  const here = "here", leaving = "leaving";
  const mark = () => history_here.currentEntry.getState() ?? history_here.updateCurrentEntry({ state: here });
  if (history_here) {
    mark();
    history_here.addEventListener("currententrychange", mark);
  }
  const is_leaving = () => history_here?.entries().some((entry) => entry.getState() === leaving);

  function hide() {
    page.hidden = true;
    document.title = document.querySelector(".quick-exit")?.dataset.title ?? "";
    if (!is_file) history.replaceState(null, "", root);  // the address bar, while the way takes its time
  }

  // The exit's target takes the place of this page. What lies ahead in the history is first replaced by one entry that leaves, too.
  function replace() {
    hide();
    const go = () => location.replace(document.querySelector(".quick-exit").href);
    if (!history_here?.entries()[history_here.currentEntry.index + 1] || is_file) return go();
    addEventListener("popstate", go, { once: true });
    history.pushState(null, "", root);
    history_here.updateCurrentEntry({ state: leaving });
    history.back();
  }

  // Of the pages seen here one after the other the first gives way to the target, so that Back leads to before all of them.
  function leave() {
    hide();
    const now = history_here?.currentEntry.index ?? 0;
    let first = now;
    while (first > 0 && history_here.entries()[first - 1].getState() === here) --first;
    if (first === now || is_file) return replace();
    history_here.updateCurrentEntry({ state: leaving });
    addEventListener("popstate", replace, { once: true });  // where the first of them is this page itself, at another anchor
    history.go(first - now);
  }

  if (is_leaving()) {
    page.hidden = true;
    addEventListener("DOMContentLoaded", replace);
  }
  // A page that Back brings out of memory is not shown before it is known whether somebody is leaving.
  addEventListener("pagehide", () => { page.hidden = true; });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (is_leaving()) replace();
    else page.hidden = false;
  });

  addEventListener("click", (event) => {
    if (!event.target.closest(".quick-exit")) return;
    event.preventDefault();
    leave();
  });

  // Shift, three times, with no other key between.
  let presses = 0, last = 0;
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    presses = event.key !== "Shift" ? 0 : event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  });

  if (navigator.serviceWorker && !is_file)
    addEventListener("load", () => navigator.serviceWorker.register(new URL("sw.js", root)).catch(() => {}));
})();
