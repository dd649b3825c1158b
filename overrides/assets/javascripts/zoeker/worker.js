// The worker that Material's search box talks to: {0: index} -> {1}, {2: question} -> {3: results}. It runs as a worker
// when the site is served and in a hidden frame from a folder (../iframe-worker.js). A result is HTML: all text is escaped.
"use strict";
(() => {
  const FIRST = 3, PER_GROUP = 6, PER_PAGE = 3;
  const here = self.document ? document.currentScript.src : location.href;
  const ready = self.importScripts(...["taal.js", "woorden.js", "bedoeling.js", "rang.js"].map((name) => new URL(name, here).href));
  const safe = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt()};`);
  const part = (name, html) => (html ? `<span class="s-vind__${name}">${html}</span> ` : "");

  let groups, tips;
  const marked = (text, seen) =>
    text.split(/([\p{L}\p{N}]+)/u).map((one, at) => (at % 2 && seen.has(self.zoeker.fold(one)) ? `<mark>${safe(one)}</mark>` : safe(one))).join("");

  const result = (entry, heading, seen, roots) => {
    const { place, title, kind, lead, file, paper, heads } = entry;
    const name = (entry.code ? `<span class="m-code">${safe(entry.code)}</span> ` : "") + marked(title, seen);
    const html = part("groep", safe(heading)) + part("naam", name) + part("doe", safe(`lees${kind && `: ${kind}`}`)) + part("kern", marked(lead, seen));
    const links = [{ location: place, title: html }];
    const head = heads.find(([, text]) => self.zoeker.words(text).some((word) => roots.has(self.zoeker.stem(word))));
    if (file) links.push({ location: file, title: part("doe", "print") + part("naam", safe(title)) + part("papier", safe(paper)) });
    else if (head) links.push({ location: `${place}#${head[0]}`, title: part("doe", "lees") + part("naam", marked(head[1], seen)) });
    return links;
  };

  // The best few first, each of another page; then the others by chapter, the chapter of the best of them first.
  const arranged = (found) => {
    const pages = new Map();
    const few = found.filter(({ page }) => pages.set(page, (pages.get(page) || 0) + 1).get(page) <= PER_PAGE);
    const first = few.filter(({ page }, at) => few.findIndex((other) => other.page === page) === at).slice(0, FIRST);
    const others = new Map();
    for (const entry of few.filter((one) => !first.includes(one))) {
      const name = groups[entry.place.split("/")[0]] || "Verder";
      others.set(name, [...(others.get(name) || []), entry]);
    }
    const rest = [...others].flatMap(([name, own]) => own.slice(0, PER_GROUP).map((entry, at) => [entry, at ? "" : name]));
    return [...first.map((entry) => [entry, ""]), ...rest];
  };

  const scored = (items) => items.map((links, at) => links.map((link) => ({ text: "", terms: {}, ...link, score: 1000 - at })));
  const answer = (question) => {
    if (!question.trim()) return { items: [] };
    const { found, seen, roots } = self.zoeker.search(question);
    if (found.length) return { items: scored(arranged(found).map(([entry, heading]) => result(entry, heading, seen, roots))) };
    const ways = tips.map(([location, title], at) => [
      { location, title: (at ? "" : '<span class="s-vind__groep" data-niets>Kijk eens hier</span> ') + part("naam", safe(title)) },
    ]);
    return { items: scored(ways), none: true };
  };

  self.addEventListener("message", async ({ data: { type, data } }) => {
    await ready;
    if (type === 0) {
      self.zoeker.setUp(data);
      [groups, tips] = [data.docs.groepen, data.docs.tips];
      self.postMessage({ type: 1 });
    } else if (type === 2) self.postMessage({ type: 3, data: answer(data) });
  });
})();
