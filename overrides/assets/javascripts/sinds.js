// What changed since a day: leaves the changes of that day and later. The day stands behind the # of the address, so
// that a link can hold it. Without script everything is there, the last change on top.
"use strict";
(() => {
  const form = document.querySelector("[data-s-sinds]");
  if (!form) return;
  const START = "#sinds-";
  const field = form.querySelector("input");
  const said = form.querySelector("[role=status]");
  const changes = [...document.querySelectorAll("li[data-datum]")];
  const spoken = (day) => day.split("-").reverse().join("-");
  const show = () => {
    let count = 0;
    for (const change of changes) {
      change.hidden = change.dataset.datum < field.value;
      count += !change.hidden;
    }
    const many = `${count} ${count === 1 ? "wijziging" : "wijzigingen"}`;
    if (!field.value) said.textContent = `Alles: ${many}.`;
    else said.textContent = count ? `${many} sinds ${spoken(field.value)}.` : `Niets veranderd sinds ${spoken(field.value)}.`;
  };
  const recall = () => {
    field.value = location.hash.startsWith(START) ? location.hash.slice(START.length) : "";
    show();
  };
  const remember = () => {
    history.replaceState(null, "", `${location.pathname}${location.search}${field.value ? START + field.value : ""}`);
    show();
  };
  field.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
  addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
})();
