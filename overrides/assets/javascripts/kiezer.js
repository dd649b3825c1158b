// The chooser: leaves the items that have everything that was chosen. What was chosen stands behind the # of the
// address, so that a link can hold it and the browser's own Back takes one choice away. Without script all items are there.
"use strict";
(() => {
  const form = document.querySelector("[data-s-kies]");
  if (!form) return;
  const START = "#kies?";
  const fields = [...form.querySelectorAll("select")];
  const cards = [...document.querySelectorAll("[data-kenmerken]")].map((card) => [card, card.dataset.kenmerken.split(" ")]);
  const said = form.querySelector("[role=status]");
  const nothing = form.querySelector("[data-s-niets]");
  const reset = form.querySelector("[type=reset]");
  const groups = [...new Set(cards.map(([card]) => card.parentElement))].map((list) => {
    const heading = list.previousElementSibling?.matches("h2") ? list.previousElementSibling : null;
    const entry = heading && document.querySelector(`.s-inhoud a[href="#${CSS.escape(heading.id)}"]`)?.parentElement;
    return { list, beside: [heading, entry].filter(Boolean) };
  });

  const chosen = (without) => fields.filter((field) => field.value && field !== without);
  const matching = (wanted) => cards.filter(([, has]) => wanted.every((field) => has.includes(field.value)));
  const items = (count) => `${count} ${count === 1 ? "blad" : "bladen"}`;
  const words = (field) => field.selectedOptions[0].textContent;

  // --- one choice away from nothing: say which choice leaves how many --------------------------------
  const wayOut = (field) => {
    const count = matching(chosen(field)).length;
    if (!count) return [];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "s-gewoon";
    button.textContent = `Zonder ‘${words(field)}’: ${items(count)}`;
    button.addEventListener("click", () => {
      field.value = "";
      remember(field);
      show();
      field.focus();
    });
    return [button];
  };
  const explain = (empty) => {
    nothing.hidden = !empty;
    const text = document.createElement("p");
    const ways = empty ? chosen().flatMap(wayOut) : [];
    text.textContent = ways.length
      ? "Geen blad past bij alles wat je koos. Laat één keuze los:"
      : "Geen blad past bij alles wat je koos. Wis de filters en begin met één keuze.";
    nothing.replaceChildren(text, ...ways);
  };

  const show = () => {
    const left = new Set(matching(chosen()).map(([card]) => card));
    for (const [card] of cards) card.hidden = !left.has(card);
    for (const { list, beside } of groups)
      for (const part of [list, ...beside]) part.hidden = !list.querySelector(":scope > :not([hidden])");
    const any = chosen().length > 0;
    said.textContent = any ? `${left.size} van de ${items(cards.length)}.` : `Alle ${items(cards.length)}.`;
    reset.disabled = !any;
    explain(!left.size);
  };

  // --- the address: one step back is one field, however often it was turned ---------------------------
  let last = null;
  const remember = (field) => {
    const values = new URLSearchParams(chosen().map((one) => [one.name, one.value.slice(one.name.length + 1)]));
    const address = `${location.pathname}${location.search}${chosen().length ? START + values : ""}`;
    history[field && field === last ? "replaceState" : "pushState"](null, "", address);
    last = field;
  };
  const recall = () => {
    const values = new URLSearchParams(location.hash.startsWith(START) ? location.hash.slice(START.length) : "");
    for (const field of fields) {
      const value = `${field.name}-${values.get(field.name)}`;
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    last = null;
    show();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    remember(event.target);
    show();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of fields) field.value = "";
    remember(null);
    show();
    fields[0].focus();
  });
  addEventListener("popstate", recall);
  addEventListener("hashchange", recall);
  recall();
  if (location.hash.startsWith(START)) form.scrollIntoView();
})();
