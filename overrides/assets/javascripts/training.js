// What script adds to two sorts of pages that already work without it: screens one by one, and ticks on a route.
"use strict";
(() => {
  const root = document.documentElement;
  const basis = new URL(root.dataset.basis || ".", location.href);
  const button = (words, run) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "s-gewoon";
    made.textContent = words;
    made.addEventListener("click", run);
    return made;
  };

  // --- screens: large, one at a time; arrows, Home, End, and Escape to leave -----------------------
  const list = document.querySelector("[data-s-dias]");
  if (list && typeof HTMLDialogElement === "function") {
    const screens = [...list.children];
    const show = document.createElement("dialog");
    show.className = "m-toon";
    show.setAttribute("aria-label", "Dia's");
    const place = document.createElement("div");
    place.className = "m-toon__dia";
    place.setAttribute("aria-live", "polite");
    place.tabIndex = -1;
    const said = document.createElement("span");
    let now = 0;
    const go = (number) => {
      now = Math.min(Math.max(number, 0), screens.length - 1);
      const copy = document.createElement("div");
      copy.className = screens[now].className;
      copy.append(...[...screens[now].childNodes].map((part) => part.cloneNode(true)));
      place.replaceChildren(copy);
      place.scrollTop = 0;
      said.textContent = `${now + 1} van ${screens.length}`;
      back.disabled = now === 0;
      on.disabled = now === screens.length - 1;
    };
    const back = button("Vorige", () => go(now - 1));
    const on = button("Volgende", () => go(now + 1));
    const bar = document.createElement("div");
    bar.className = "m-toon__balk";
    bar.append(back, said, on, button("Sluiten", () => show.close()));
    show.append(place, bar);
    document.body.append(show);
    const start = (number) => {
      show.showModal();
      go(number);
      place.focus();
      // A browser may refuse to fill the screen; the window is large enough too.
      root.requestFullscreen?.().catch(() => {});
    };
    const keys = {
      ArrowRight: () => go(now + 1),
      ArrowDown: () => go(now + 1),
      PageDown: () => go(now + 1),
      " ": () => go(now + 1),
      ArrowLeft: () => go(now - 1),
      ArrowUp: () => go(now - 1),
      PageUp: () => go(now - 1),
      Home: () => go(0),
      End: () => go(screens.length - 1),
    };
    // On the document: a button that is switched off while it has the focus loses it to the page.
    document.addEventListener("keydown", (event) => {
      if (!show.open || (event.key === " " && event.target.closest?.("button"))) return;
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    show.addEventListener("close", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      screens[now].scrollIntoView({ block: "center" });
    });
    const open = button("Toon op het scherm", () => start(0));
    open.dataset.sToon = "";
    list.before(open);
    screens.forEach((screen, number) => screen.append(button("Toon vanaf hier", () => start(number))));
  }

  // --- ticks: only in this browser, and easy to wipe -----------------------------------------------
  const steps = [...document.querySelectorAll("[data-s-stap]")];
  if (steps.length) {
    const key = `${basis.pathname}.stappen.${location.pathname.split("/").pop()}`;
    const read = () => {
      try {
        return new Set(JSON.parse(localStorage.getItem(key)) || []);
      } catch {
        return new Set();
      }
    };
    const keep = (done) => {
      try {
        if (done.size) localStorage.setItem(key, JSON.stringify([...done]));
        else localStorage.removeItem(key);
      } catch {
        // A browser that keeps nothing still lets you tick.
      }
    };
    let done = read();
    const boxes = steps.map((step) => {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = done.has(step.id);
      box.setAttribute("aria-label", `Gedaan: ${step.querySelector(".m-kop").firstChild.textContent.trim()}`);
      box.addEventListener("change", () => {
        if (box.checked) done.add(step.id);
        else done.delete(step.id);
        keep(done);
        tell();
      });
      step.prepend(box);
      step.dataset.metVinkje = "";
      return box;
    });
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const tell = () => {
      said.textContent = `${boxes.filter((box) => box.checked).length} van de ${boxes.length} gedaan. Alleen in deze browser bewaard.`;
    };
    const wipe = button("Wis de vinkjes", () => {
      done = new Set();
      keep(done);
      for (const box of boxes) box.checked = false;
      tell();
    });
    const bar = document.createElement("p");
    bar.className = "m-vinkbalk";
    bar.append(said, " ", wipe);
    steps[0].parentElement.before(bar);
    tell();
  }
})();
