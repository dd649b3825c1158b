// The ranking: which entries of the index answer to a question, the best first. Words are matched as Dutch is written:
// inflected, in one word or two, with a typing error, or as another word for the same. The index and its stop words are
// made by generator/artifacts/site/search.py.
"use strict";
(() => {
  const { words, stem, errors, code, rejoined, letters, apart } = self.zoeker;
  const SAME = 1, STEM = 0.95, SYNONYM = 0.7, JOINED = 1.3, SPLIT = 0.8, PART = 0.55, HALF = 0.35;
  const TITLE = 6, LEAD = 2.5, SATURATION = 3;
  const DELTAS = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].map((sign, at) => [sign, at + 1]));
  const raise = (map, key, value) => value > (map.get(key) || 0) && map.set(key, value);

  let entries, places, vocabulary, stems, stop, common, weights, same;
  const setUp = ({ docs }) => {
    const column = (name) => docs[name].split("\n");
    const [titles, codes, kinds, leads, ranks, prints, heads] = ["titel", "code", "soort", "kern", "rang", "druk", "koppen"].map(column);
    stop = new Set(docs.stop.split(" "));
    common = new Set(docs.gewoon.split(" ").map(stem));
    let page;
    entries = column("plek").map((where, at) => {
      if (!where.startsWith("#")) page = { path: where, title: titles[at] };
      const [file, paper] = prints[at].split("|");
      const names = words(titles[at]).filter((word) => !stop.has(word));
      return {
        page, place: where.startsWith("#") ? page.path + where : where, title: titles[at], code: codes[at], key: code(codes[at]), lead: leads[at],
        kind: kinds[at] || (where.startsWith("#") ? page.title : ""), rank: ranks[at] / 10, file, paper, part: where.startsWith("#"),
        names: new Set(names.map(stem)),
        heads: heads[at].split("|").filter(Boolean).map((head) => [head.slice(0, head.indexOf(" ")), head.slice(head.indexOf(" ") + 1)]),
      };
    });
    places = new Map();
    let word = "";
    const lines = docs.waar.split("\n");
    docs.woorden.split("\n").forEach((line, at) => {
      if (line) places.set((word = word.slice(0, line.charCodeAt() - 48) + line.slice(1)), unpack(lines[at]));
    });
    entries.forEach(({ title, lead, kind }, at) => {
      const found = new Map(words(`${lead} ${kind}`).map((one) => [one, LEAD]));
      for (const one of words(title)) found.set(one, TITLE);
      for (const [one, value] of found) {
        if (!places.has(one)) places.set(one, new Map());
        const own = places.get(one);
        own.set(at, (own.get(at) || 0) + value);
      }
    });
    stems = new Map();
    vocabulary = [...places.keys()].filter((one) => !stop.has(one)).map((one) => [one, stem(one), letters(one)]);
    for (const [one, root] of vocabulary) {
      if (!stems.has(root)) stems.set(root, []);
      stems.get(root).push(one);
    }
    weights = new Map();
    for (const [its, own] of stems) {
      const many = own.reduce((sum, one) => sum + places.get(one).size, 0);
      const rare = common.has(its) ? 0.4 : Math.log(1 + Math.max(entries.length - many + 0.5, 0) / (many + 0.5));
      for (const one of own) weights.set(one, rare);
    }
    same = new Map();
    for (const line of docs.gelijk) {
      const phrases = line.split("|").map((phrase) => asked(phrase).map(stem));
      for (const phrase of phrases) {
        const others = phrases.filter((other) => other.length && other.join() !== phrase.join());
        same.set(phrase.join(" "), [...(same.get(phrase.join(" ")) || []), ...others]);
      }
    }
  };

  const unpack = (line) => {
    const found = new Map();
    let level = 1, at = -1;
    for (const sign of line) {
      if (sign === "+") at += DELTAS.size;
      else if (sign <= "9") [level, at] = [Number(sign), -1];
      else found.set((at += DELTAS.get(sign)), level);
    }
    return found;
  };
  // The root of a word; of a form of a verb (loopt, liepen aside) the root that the index knows.
  const root = (word) => {
    const forms = [word, word.replace(/t$/, ""), word.replace(/[dt]en?$/, ""), word.replace(/^ge(?=....)/, "").replace(/[dt]$/, "")].map(stem);
    return forms.find((one) => stems.has(one)) || forms[0];
  };
  const asked = (text) => words(text).filter((word) => !stop.has(word));

  const begins = (word, one) => one.startsWith(word.slice(0, 2)) && [0, 1].some((less) => errors(word.slice(0, one.length - less), one, 1) <= 1);

  // The words of the index that a word may mean, each with how sure that is.
  const meant = (word, last) => {
    const found = new Map(), own = root(word);
    if (places.has(word)) found.set(word, SAME);
    for (const one of stems.get(own) || []) raise(found, one, STEM);
    if (word.length >= 3 && !common.has(own))
      for (const [one, its] of vocabulary) {
        // A word of the index that the question has as a part of a longer one, with an error at most.
        if (its.length >= 5 && word.length > one.length + 2 && (own.endsWith(its) || begins(word, one)))
          raise(found, one, (1.3 * HALF * its.length) / own.length);
        if (one.length <= word.length) continue;
        if (one.startsWith(word)) raise(found, one, Math.sqrt(word.length / one.length) * (last ? 0.75 : 0.6));
        if (own.length >= 4 && one.length > own.length + 2 && (one.startsWith(own) || its.endsWith(own))) raise(found, one, PART);
      }
    if (word.length >= 4 && !stems.has(own) && [...found.values()].every((sure) => sure < 0.7)) {
      const most = word.length >= 8 ? 2 : 1;
      const signs = letters(word), start = word.slice(0, 2);
      for (const [one, , its] of vocabulary) {
        if (one.length < 4 || one.length < word.length - most) continue;
        const wrong = one.length > word.length + most || apart(signs, its) > 2 * most ? 9 : errors(word, one, most);
        if (wrong <= most) raise(found, one, (wrong > 1 ? 0.45 : 0.65) + 0.05 * (one[0] === word[0]));
        else if (word.length >= 6 && one.length > word.length && one.startsWith(start) && errors(word, one.slice(0, word.length), 1) <= 1)
          raise(found, one, HALF);
      }
    }
    // Next to nothing: words that begin alike.
    const alike = [...found.values()].some((sure) => sure > 0.4) ? [] : vocabulary.filter(([one]) => one.startsWith(word.slice(0, Math.max(5, Math.ceil(word.length / 2)))));
    for (const [one] of alike) raise(found, one, (HALF * [...word].findIndex((sign, at) => sign !== one[at])) / word.length);
    return found;
  };

  // How well each entry answers to words of which one is enough; and to phrases of which every part is needed.
  const answer = (found, seen) => {
    const scores = new Map();
    for (const [word, sure] of found) {
      const worth = sure * (weights.get(word) || 0.1);
      seen.add(word);
      for (const [at, level] of places.get(word)) raise(scores, at, (worth * level) / (level + SATURATION));
    }
    return scores;
  };
  const together = (roots, sure, seen) => {
    const all = roots.map((root) => answer(new Map((stems.get(root) || []).map((one) => [one, 1])), seen));
    const both = [...all[0]].filter(([at]) => all.every((scores) => scores.has(at)));
    return new Map(both.map(([at]) => [at, (sure * all.reduce((sum, scores) => sum + scores.get(at), 0)) / Math.sqrt(all.length)]));
  };
  const halves = (word) => {
    for (let at = word.length - 3; at >= 3; at--) {
      const right = stem(word.slice(at));
      const left = [word.slice(0, at), word.slice(0, at).replace(/s$/, "")].map(stem).find((one) => one.length >= 3 && stems.has(one));
      if (left && stems.has(right)) return [left, right];
    }
    return null;
  };

  const search = (question) => {
    const parts = asked(question).slice(0, 12);
    const keys = new Set([question, ...question.split(/\s+/), ...(question.match(/\b[a-z]{1,2}[\s-][a-z]?\d+\b/gi) || [])].map(code).filter((key) => key === code(question) || /\D/.test(key)));
    const seen = new Set(), total = new Map(), hits = new Map(), roots = parts.map(root);
    const count = (scores, from, to = from + 1) => {
      for (const [at, score] of scores) {
        total.set(at, (total.get(at) || 0) + score);
        if (!hits.has(at)) hits.set(at, new Set());
        for (let one = from; one < to; one++) hits.get(at).add(one);
      }
    };
    parts.forEach((word, at) => {
      const scores = answer(meant(word, at === parts.length - 1), seen);
      const split = !stems.has(roots[at]) && word.length >= 7 && halves(word);
      if (split) {
        for (const root of split) for (const [one, value] of together([root], HALF, seen)) raise(scores, one, value);
        for (const [one, value] of together(split, SPLIT, seen)) raise(scores, one, value);
      }
      for (const joint of rejoined(question, word)) if (stems.has(root(joint))) for (const [one, value] of together([root(joint)], SAME, seen)) raise(scores, one, value);
      for (const other of same.get(roots[at]) || []) for (const [one, value] of together(other, SYNONYM, seen)) raise(scores, one, value);
      count(scores, at);
      for (let to = at + 2; to <= Math.min(at + 5, parts.length); to++)
        for (const other of same.get(roots.slice(at, to).join(" ")) || []) count(together(other, SYNONYM * (to - at), seen), at, to);
      for (const joint of at + 1 < parts.length ? [word + parts[at + 1], `${word}s${parts[at + 1]}`] : [])
        if (stems.has(root(joint))) count(together([root(joint)], JOINED, seen), at, at + 2);
    });
    const own = new Set(roots);
    for (const [at, score] of total) {
      const { names, rank } = entries[at];
      const named = names.size > 0 && [...names].every((one) => own.has(one));
      const whole = named && [...own].every((one) => names.has(one));
      total.set(at, score * rank * (hits.get(at).size / parts.length) ** 0.8 * (whole ? 1.5 : named ? 1.25 : 1));
    }
    entries.forEach((entry, at) => entry.key && keys.has(entry.key) && total.set(at, 100 * entry.rank + (total.get(at) || 0)));
    const ranked = [...total].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return { seen, roots: own, found: ranked.filter(([, score]) => score > ranked[0][1] * 0.12).map(([at]) => entries[at]) };
  };
  Object.assign(self.zoeker, { setUp, search });
})();
