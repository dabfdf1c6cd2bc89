// In a preview nothing is kept in the browser: takes itself away, and what an older worker at this address kept.
"use strict";
addEventListener("install", () => skipWaiting());

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
}

addEventListener("activate", (event) => event.waitUntil(leave()));
