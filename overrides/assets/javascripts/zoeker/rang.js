// The ranking: which entries of the index answer to a question, the best first. The index and its stop words are made by
// generator/artifacts/site/search.py; what a word may mean is in woorden.js.
"use strict";
(() => {
  const { words, stem, code, rejoined, learn, root, telling, meant, halves, raise, known, forms, weight, at: where, likewise, isLight, reach, pushes } = self.zoeker;
  // How much of the worth of a word is left when it was found in another way; and how much less an everyday word is missed.
  const SYNONYM = 0.35, ONLY = 0.6, PHRASE = 0.22, JOINED = 1.3, SPLIT = 0.8, HALF = 0.35, SURE = 0.4, SATURATION = 3, LIGHT = 0.4, MORE = 1.3;

  let entries;
  const setUp = ({ docs }) => {
    const column = (name) => docs[name].split("\n");
    const [titles, codes, kinds, leads, ranks, prints, heads ] = ["titel", "code", "soort", "kern", "rang", "druk", "koppen"].map(column);
    let page, folder = "";
    // Places, files and headings are short (generator/artifacts/site/search_places.py).
    entries = column("plek").map((place, at) => {
      if (place === "#") place += codes[at].toLowerCase() || words(titles[at]).join("-");
      else if (!place.startsWith("#")) {
        if (place.includes("/")) folder = place.slice(0, place.lastIndexOf("/") + 1).replace(/^\/$/, "");
        else place = folder + place;
        page = { path: (place = `${place.replace(/^\//, "")}.html`), title: titles[at] };
      }
      const [name, paper] = prints[at].split("|");
      const file = name.replace(/^\//, page.path.replace(/\.html$/, "/"));
      return {
        page, place: place.startsWith("#") ? page.path + place : place, title: titles[at], code: codes[at], key: code(codes[at]), lead: leads[at],
        kind: kinds[at] || (place.startsWith("#") ? page.title : ""), rank: ranks[at] / 10, file, paper, part: place.startsWith("#"),
        heads: heads[at].split("|").filter(Boolean).map((head) => [head.includes("=") ? head.replace(/=.*/, "") : words(head).join("-"), head.replace(/^.*?=/, "")]),
      };
    });
    const path = ({ part, place }) => (part ? "" : place.replace(/index|\.html$/g, ""));
    learn(docs, entries.map((entry) => [entry.title, `${entry.lead} ${entry.kind}`, path(entry)]));
    for (const entry of entries) entry.names = new Set(telling(entry.title).map(stem));
  };

  // How well each entry answers to words of which one is enough; and to phrases of which every part is needed.
  // A word that was found in another way never counts for much more than the word that was typed: `most`.
  const answer = (found, seen, most = Infinity) => {
    const scores = new Map();
    for (const [word, sure] of found) {
      const worth = sure * Math.min(most, weight(stem(word)) || 0.1);
      seen.add(word);
      for (const [at, level] of where(word)) raise(scores, at, (worth * level) / (level + SATURATION));
    }
    return scores;
  };
  const together = (roots, sure, seen, most) => {
    const all = roots.map((root) => answer(new Map(forms(root).map((one) => [one, 1])), seen, most));
    const both = [...all[0]].filter(([at]) => all.every((scores) => scores.has(at)));
    return new Map(both.map(([at]) => [at, (sure * all.reduce((sum, scores) => sum + scores.get(at), 0)) / Math.sqrt(all.length)]));
  };

  const search = (question) => {
    const all = words(question).slice(0, 20);
    const parts = telling(question).slice(0, 12);
    const keys = new Set([question, ...question.split(/\s+/), ...(question.match(/\b[a-z]{1,2}[\s-][a-z]?\d+\b/gi) || [])].map(code).filter((key) => key === code(question) || /\D/.test(key)));
    const seen = new Set(), total = new Map(), hits = new Map(), roots = parts.map(root);
    const count = (scores, numbers) => {
      for (const [at, score] of scores) {
        total.set(at, (total.get(at) || 0) + score);
        if (!hits.has(at)) hits.set(at, new Set());
        for (const one of numbers) hits.get(at).add(one);
      }
    };
    const worth = roots.map((root) => (isLight(root) ? LIGHT : 1));
    parts.forEach((word, at) => {
      const found = meant(word, at === parts.length - 1);
      const most = MORE * weight(roots[at]) || Infinity;
      const scores = answer(found, seen, most);
      const split = !known(roots[at]) && word.length >= 7 && halves(word, !found.size);
      if (split) {
        // The half that says more counts for more: in "tandartsafspraak" that is the dentist.
        const both = split.reduce((sum, root) => sum + weight(root), 0.1);
        for (const root of split) for (const [one, value] of together([root], (2 * HALF * weight(root)) / both, seen)) raise(scores, one, value);
        if (split.length > 1) for (const [one, value] of together(split, SPLIT, seen)) raise(scores, one, value);
      }
      for (const joint of rejoined(question, word)) if (known(root(joint))) for (const [one, value] of together([root(joint)], 1, seen)) raise(scores, one, value);
      const others = new Map();
      if (likewise(roots[at]).length) others.set(roots[at], 1);
      else {
        if (!known(roots[at])) for (const [one, sure] of found) if (sure >= SURE) raise(others, stem(one), Math.min(1, sure));
        for (const one of split || []) raise(others, one, 0.6);
      }
      for (const [one, sure] of others) for (const other of likewise(one)) for (const [entry, value] of together(other, (weight(one) ? SYNONYM : ONLY) * sure, seen, most)) raise(scores, entry, value);
      count(scores, [at]);
      for (const joint of at + 1 < parts.length ? [word + parts[at + 1], `${word}s${parts[at + 1]}`] : [])
        if (known(root(joint)))
          for (const [other, sure] of [[[root(joint)], JOINED], ...likewise(root(joint)).map((other) => [other, SYNONYM])]) count(together(other, sure, seen), [at, at + 1]);
    });
    // Phrases that lead to other phrases: as typed, with their small words, or without them.
    const phrases = (list, numbers) => {
      for (let from = 0; from < list.length; from++)
        for (let to = from + 2; to <= Math.min(from + reach(), list.length); to++)
          if (likewise(list.slice(from, to).join(" ")).length) {
            const covered = numbers.slice(from, to).filter((one) => one >= 0);
            if (!covered.length) covered.push(worth.push(LIGHT) - 1);
            const much = PHRASE * covered.reduce((sum, one) => sum + worth[one], 0);
            for (const other of likewise(list.slice(from, to).join(" "))) count(together(other, much, seen), covered);
          }
    };
    phrases(all.map(root), all.map((word) => parts.indexOf(word)));
    if (parts.length < all.length) phrases(roots, [...parts.keys()]);
    const own = new Set(roots), push = pushes(all);
    const sum = worth.reduce((one, other) => one + other, 0);
    for (const [at, score] of total) {
      const { names, rank } = entries[at];
      const named = names.size > 0 && [...names].every((one) => own.has(one));
      const whole = named && [...own].every((one) => names.has(one) || isLight(one));
      const covered = sum ? Math.min(1, [...hits.get(at)].reduce((part, one) => part + worth[one], 0) / sum) : 1;
      total.set(at, score * rank * covered ** 0.65 * (whole ? 1.5 : named ? 1.4 : 1) * push(entries[at]));
    }
    entries.forEach((entry, at) => entry.key && keys.has(entry.key) && total.set(at, 100 * entry.rank + (total.get(at) || 0)));
    const ranked = [...total].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return { seen, roots: own, found: ranked.filter(([, score]) => score > ranked[0][1] * 0.12).map(([at]) => entries[at]) };
  };
  Object.assign(self.zoeker, { setUp, search });
})();
