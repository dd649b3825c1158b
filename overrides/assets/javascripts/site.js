// What script adds to a page that already works without it: menu, search, colours, printing.
"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const basis = new URL(root.dataset.basis || ".", location.href);

  // --- the menu on a narrow screen -------------------------------------------------------------
  const menu = one("#__menu");
  const opener = one("button[data-s-menu]");
  const others = [...document.body.children].filter((part) => !part.contains(menu));
  const beside = menu ? [...menu.parentElement.children].filter((part) => part !== menu) : [];
  const showMenu = (open) => {
    if (open === (root.dataset.menu === "open")) return;
    if (open) root.dataset.menu = "open";
    else delete root.dataset.menu;
    for (const part of [...others, ...beside]) part.inert = open;
    opener.setAttribute("aria-expanded", String(open));
    (open ? menu : opener).focus({ preventScroll: true });
  };
  if (menu && opener) {
    opener.addEventListener("click", () => showMenu(true));
    one("button[data-s-menu-sluit]").addEventListener("click", () => showMenu(false));
    menu.addEventListener("click", (event) => {
      if (event.target.closest("a")) showMenu(false);
    });
    addEventListener("keydown", (event) => {
      if (event.key === "Escape") showMenu(false);
    });
    matchMedia("(min-width: 60em)").addEventListener("change", () => showMenu(false));
  }

  // --- search: Material's script, fetched when somebody wants to search -------------------------
  const toggle = one("#__search");
  const input = one(".md-search__input");
  const zoek = one("[data-s-zoek]");
  const script = (path) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(path, basis).href;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  let loading;
  const load = () => {
    loading ||= (async () => {
      if (location.protocol === "file:") await script("assets/javascripts/iframe-worker.js");
      await script(root.dataset.zoeker);
      // Material starts when the document is ready; it was ready before this script was asked for.
      document.dispatchEvent(new Event("DOMContentLoaded"));
      // Its first act is to close the search box; not while somebody is in it.
      const stay = () => document.activeElement === input && setSearch(true);
      toggle.addEventListener("change", stay);
      setTimeout(() => toggle.removeEventListener("change", stay), 400);
    })();
    return loading;
  };
  const setSearch = (open) => {
    if (toggle.checked === open) return;
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change"));
  };
  if (input) {
    for (const event of ["focus", "pointerenter", "input"]) input.addEventListener(event, load, { once: true });
    // Who closes the search goes back to where the search was asked for, or else to the page.
    let from = null;
    const back = () => {
      if (document.activeElement === input && input.offsetParent) return;
      [from, zoek, one("#__inhoud")].find((place) => place?.isConnected && place.offsetParent).focus();
    };
    input.addEventListener("focus", (event) => {
      if (event.relatedTarget && !event.relatedTarget.closest(".md-search")) from = event.relatedTarget;
      setSearch(true);
    });
    input.addEventListener("input", () => setSearch(true));
    toggle.addEventListener("change", () => {
      load();
      root.toggleAttribute("data-zoeken", toggle.checked);
      if (!toggle.checked && input.offsetParent === null) zoek.focus();
    });
    zoek.addEventListener("click", () => {
      from = zoek;
      setSearch(true);
      input.focus();
    });
    one("[data-s-zoek-sluit]").addEventListener("click", () => setSearch(false));
    addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key === "/") {
        event.preventDefault();
        from = event.target === document.body ? null : event.target;
        setSearch(true);
        input.focus();
      } else if (event.key === "Escape" && toggle.checked) {
        event.stopImmediatePropagation(); // Material's own answer to this key lets go of the focus
        setSearch(false);
        back();
      }
    }, true);
    // Ways on where nothing was found are listed as results; they are not counted as such.
    const said = one(".md-search-result__meta");
    const none = JSON.parse(one("#__config").textContent).translations["search.result.none"];
    new MutationObserver(() => {
      if (one(".md-search-result__list [data-niets]") && said.textContent !== none) said.textContent = none;
    }).observe(one(".md-search-result"), { childList: true, subtree: true });
    addEventListener("pointerdown", (event) => {
      if (toggle.checked && !event.target.closest(".md-search, [data-s-zoek]")) setSearch(false);
    });
  }

  // --- colours -----------------------------------------------------------------------------------
  const kleur = one("[data-s-kleur]");
  const sayKleur = () => kleur.setAttribute("aria-pressed", String(root.dataset.kleur === "donker"));
  kleur.addEventListener("click", () => {
    window.sKleur(root.dataset.kleur === "donker" ? "licht" : "donker");
    sayKleur();
  });
  sayKleur();

  // --- a place inside something that is folded: unfold it ------------------------------------------
  const unfold = () => {
    let part = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const target = part;
    for (; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash && one("details")) unfold();

  // --- long chains: one button to see everything ----------------------------------------------------
  for (const chain of document.querySelectorAll(".m-keten")) {
    const parts = [...chain.querySelectorAll("details")];
    if (parts.length < 2) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "s-gewoon";
    const say = (open) => {
      button.textContent = open ? "Klap alles in" : "Klap alles uit";
    };
    button.addEventListener("click", () => {
      const open = parts.some((part) => !part.open);
      for (const part of parts) part.open = open;
      say(open);
    });
    say(parts.every((part) => part.open));
    chain.firstElementChild.after(button);
  }

  // --- printing: everything folded out, or only the slip -----------------------------------------
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".m-vouw:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
    delete root.dataset.druk;
  });
  one("[data-s-strook]")?.addEventListener("click", () => {
    root.dataset.druk = "strook";
    print();
  });

  // --- a computer that others use too: all that this site keeps in the browser, gone with one button ---
  const foot = one(".s-voet__rij");
  if (foot) {
    const wipe = document.createElement("button");
    wipe.type = "button";
    wipe.className = "s-gewoon";
    wipe.dataset.sWis = "";
    wipe.textContent = "Wis alles in deze browser";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const forget = async () => {
      for (const box of document.querySelectorAll("[data-met-vinkje] > input:checked")) box.click();
      for (const form of document.forms) form.reset();
      for (const name of ["localStorage", "sessionStorage"]) {
        try {
          const store = window[name];
          for (const key of Object.keys(store)) if (key.startsWith(`${basis.pathname}.`)) store.removeItem(key);
        } catch {
          // A browser that keeps nothing has nothing to wipe.
        }
      }
      if (!location.protocol.startsWith("http")) return;
      if ("serviceWorker" in navigator) await (await navigator.serviceWorker.getRegistration(basis))?.unregister();
      if ("caches" in window) await caches.delete("methodiek");
    };
    wipe.addEventListener("click", () =>
      forget()
        .catch(() => {})
        .then(() => {
          said.textContent = "Gewist: vinkjes, kleurkeuze en bewaarde pagina’s van deze site.";
        }),
    );
    const row = document.createElement("p");
    row.append(wipe, " ", said);
    foot.append(row);
  }

  // --- served: keep the pages for when the network is gone ----------------------------------------
  if (location.protocol.startsWith("http") && "bewaar" in root.dataset) {
    const manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = new URL("manifest.webmanifest", basis).href;
    document.head.append(manifest);
    if ("serviceWorker" in navigator)
      addEventListener("load", () => setTimeout(() => navigator.serviceWorker.register(new URL("sw.js", basis)), 1500));
  }
})();
