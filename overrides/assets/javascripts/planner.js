// The planner: puts dates to the weeks of the page, for a first day that somebody fills in. Everything stays in this
// window: nothing is asked elsewhere, nothing is kept, and the address of the page does not change.
"use strict";
(() => {
  const form = document.querySelector("[data-s-planner]");
  if (!form) return;
  const { eerste, laatste } = form.elements;
  const [druk, agenda] = ["[data-s-druk]", "[data-s-agenda]"].map((one) => form.querySelector(one));
  const said = form.querySelector("[role=status]");
  const weeks = [...document.querySelectorAll("li[data-van]")];
  const DAY = 86400000;
  const words = new Intl.DateTimeFormat("nl-NL", { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });
  const say = (time) => words.format(time);
  const stamp = (time) => new Date(time).toISOString().slice(0, 10).replaceAll("-", "");
  const place = (item) => item.querySelector("[data-s-datum]");
  for (const step of document.querySelectorAll("li[data-dag]")) place(step).dataset.zonder = place(step).textContent;

  // From the day on which each week begins to the day on which it ends; null for a week that falls away.
  const span = (week, begin, end) => {
    const { van, tot } = week.dataset;
    const first = begin + (van - 1) * 7 * DAY;
    const last = begin + (tot * 7 - 1) * DAY;
    if (end === null) return [first, last];
    const closing = end - 6 * DAY;
    if ("slot" in week.dataset) return [closing, end];
    if ("soms" in week.dataset) return first < closing ? [first, Math.min(last, closing - DAY)] : null;
    return [first, last];
  };

  const plan = () => {
    const begin = eerste.valueAsNumber;
    const end = Number.isNaN(laatste.valueAsNumber) ? null : laatste.valueAsNumber;
    const ready = !Number.isNaN(begin) && (end === null || end >= begin);
    druk.disabled = agenda.disabled = !ready;
    const fixed = weeks.filter((week) => !("slot" in week.dataset) && !("soms" in week.dataset));
    const needed = Math.max(0, ...fixed.map((week) => Number(week.dataset.tot)));
    let message = "";
    if (!Number.isNaN(begin) && !ready) message = "De laatste dag ligt voor de eerste.";
    else if (ready && end !== null && end - 6 * DAY < begin + needed * 7 * DAY)
      message = "Dit verblijf is korter dan de weken samen. Wat dan vervalt, staat nergens: kies het met het team.";
    else if (ready && end === null)
      message = "Zonder laatste dag rekent de planner de weken mee die er alleen soms zijn.";
    said.textContent = message;
    return weeks.flatMap((week) => {
      const days = ready ? span(week, begin, end) : undefined;
      week.hidden = days === null;
      place(week).textContent = days ? `${say(days[0])} tot en met ${say(days[1])}` : "";
      const steps = [...week.querySelectorAll("li[data-stap]")].map((step) => {
        const day = Number(step.dataset.dag);
        const moved = days && day ? days[0] + (day - 1 - (week.dataset.van - 1) * 7) * DAY : null;
        const when = moved === null ? null : Math.min(moved, days[1]);
        place(step).textContent = when === null ? place(step).dataset.zonder || "" : `uiterlijk ${say(when)}`;
        const codes = [...step.querySelectorAll(".m-code")].map((one) => one.textContent).join(", ");
        const text = step.querySelector("[data-s-tekst]").textContent;
        return { name: step.dataset.stap, text: codes ? `${text} (${codes})` : text, when };
      });
      return days ? [{ title: week.querySelector("a").textContent, days, steps }] : [];
    });
  };

  // A line of a calendar file is at most 75 bytes long; what is longer goes on after a space.
  const folded = (line) => {
    const bytes = new TextEncoder();
    let out = "";
    let room = 75;
    for (const letter of line) {
      const size = bytes.encode(letter).length;
      if (size > room) {
        out += "\r\n ";
        room = 74;
      }
      out += letter;
      room -= size;
    }
    return out;
  };
  const safe = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const made = () => new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const event = (name, title, first, last, more) => [
    "BEGIN:VEVENT",
    `UID:${name}-${stamp(first)}@planner.invalid`,
    `DTSTAMP:${made()}`,
    `DTSTART;VALUE=DATE:${stamp(first)}`,
    `DTEND;VALUE=DATE:${stamp(last + DAY)}`,
    `SUMMARY:${safe(title)}`,
    ...(more ? [`DESCRIPTION:${safe(more)}`] : []),
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
  const calendar = () => {
    const events = plan().flatMap(({ title, days, steps }, number) => {
      const loose = steps.filter((step) => step.when === null).map((step) => step.text);
      const dated = steps.filter((step) => step.when !== null);
      return [
        ...event(`week-${number + 1}`, title, ...days, loose.join("\n")),
        ...dated.flatMap((step) => event(step.name, step.text, step.when, step.when)),
      ];
    });
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//planner//NL", ...events, "END:VCALENDAR", ""];
    return lines.map(folded).join("\r\n");
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", plan);
  druk.addEventListener("click", () => print());
  agenda.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([calendar()], { type: "text/calendar" }));
    link.download = "planning.ics";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  form.hidden = false;
  plan();
})();
