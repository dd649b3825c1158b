// Keeps a served site readable without a network: what the start page leads to from the first visit on, and every
// page and sheet that was opened once. With a network, what the network says goes first, so nobody reads an old page.
"use strict";
const SHELF = "methodiek";
const START = new URL("index.html", self.registration.scope).href;
const SEARCH = ["assets/javascripts/zoeker/worker.js", "assets/javascripts/zoeker/taal.js", "assets/javascripts/zoeker/rang.js", "search/search_index.json"];

const keep = async (request, answer) => {
  if (answer.ok && new URL(answer.url).origin === location.origin) await (await caches.open(SHELF)).put(request, answer.clone());
  return answer;
};

const collect = async (url, pattern) => {
  const answer = await keep(url, await fetch(url));
  const text = await answer.text();
  return [...new Set([...text.matchAll(pattern)].map((match) => new URL(match[1], url)))]
    .filter((one) => one.origin === location.origin)
    .map((one) => one.href.split("#")[0]);
};

const stock = async () => {
  const found = await collect(START, /(?:href|src|data-zoeker)="([^"#]+)"/g);
  for (const url of found.filter((one) => one !== START && !one.endsWith(".pdf"))) {
    if (url.endsWith(".css")) for (const font of await collect(url, /url\("([^"]+\.woff2)"\)/g)) await keep(font, await fetch(font));
    else await keep(url, await fetch(url));
  }
  for (const url of SEARCH.map((path) => new URL(path, START).href)) await keep(url, await fetch(url));
};

self.addEventListener("install", (event) => event.waitUntil(stock().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(
    fetch(request)
      .then((answer) => (answer.status === 200 ? keep(request, answer) : answer))
      .catch(async () => (await caches.match(request, { ignoreSearch: true })) || (request.mode === "navigate" ? Response.redirect(START) : Response.error())),
  );
});
