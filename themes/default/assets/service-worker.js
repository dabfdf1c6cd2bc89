// What can be read without a net: the few pages that help in need, the same for everybody. No other page is ever kept, so that
// nothing on the device tells what was read. `kept` is written above by the program: a new publication of these pages has a new name.
"use strict";
const prefix = "kept " + registration.scope + " ";
const name = prefix + kept.name;
const address = (path) => new URL(path, registration.scope).href;
const patience = 5000;  // milliseconds for the net, where a copy is at hand

// All pages come in one file, for a slow net; the style and scripts are mostly at hand from the page just read.
async function keep() {
  const cache = await caches.open(name);
  const pages = await (await fetch(address("offline.json?v=" + kept.name))).json();
  const html = { headers: { "content-type": "text/html; charset=utf-8" } };
  await Promise.all(Object.entries(pages).map(([path, text]) => cache.put(address(path), new Response(text, html))));
  await cache.addAll(kept.parts.map((path) => new Request(address(path), { cache: "force-cache" })));  // whose names change with them
  await skipWaiting();
}

addEventListener("install", (event) => event.waitUntil(keep()));

addEventListener("activate", (event) => {
  const drop = (key) => key.startsWith(prefix) && key !== name ? caches.delete(key) : undefined;
  event.waitUntil(caches.keys().then((keys) => Promise.all(keys.map(drop))).then(() => clients.claim()));
});

// A page comes from the net while there is one; without, from the copy, or it is the page that says which others can be read.
async function page(request) {
  const cache = await caches.open(name);
  const copy = await cache.match(request, { ignoreSearch: true });
  const net = fetch(request);
  try {
    return await (copy ? Promise.race([net, new Promise((_, fail) => setTimeout(fail, patience))]) : net);
  } catch {
    return copy ?? cache.match(address(kept.page));
  }
}

async function part(request) {
  const cache = await caches.open(name);
  return (await cache.match(request)) ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (kept.parts.some((path) => address(path) === request.url)) event.respondWith(part(request));
});
