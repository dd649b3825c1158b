// Runs before the page is drawn: the chosen colours, and the few names that Material's search expects to exist.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const basis = new URL(root.dataset.basis || ".", location.href);
  const key = (name) => `${basis.pathname}.${name}`;
  window.__md_scope = basis;
  window.__md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  window.__md_get = (name, storage) => {
    try {
      return JSON.parse((storage || localStorage).getItem(key(name)));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, storage) => {
    try {
      (storage || localStorage).setItem(key(name), JSON.stringify(value));
    } catch {
      // A browser that keeps nothing shows the colours of the device.
    }
  };

  const dark = document.getElementById("__donker");
  const device = matchMedia("(prefers-color-scheme: dark)");
  const bar = document.createElement("meta");
  bar.name = "theme-color";
  document.head.append(bar);
  const apply = () => {
    const chosen = window.__md_get("kleur");
    const on = chosen ? chosen === "donker" : device.matches;
    dark.media = on ? "screen" : "not all";
    bar.content = on ? "#131c23" : "#ffffff";
    root.dataset.kleur = on ? "donker" : "licht";
  };
  window.sKleur = (choice) => {
    window.__md_set("kleur", choice);
    apply();
  };
  device.addEventListener("change", apply);
  apply();
})();
