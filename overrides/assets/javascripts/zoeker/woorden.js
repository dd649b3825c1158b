// The words of the index: where they stand, how much they say, and which of them a typed word may mean. Dutch is inflected,
// written in one word or two, and typed with errors; words that only lead to other words (synonyms) are known here too.
"use strict";
(() => {
  const { words, stem, errors, letters, apart, verbs } = self.zoeker;
  const SAME = 1, STEM = 0.95, PART = 0.55, HALF = 0.35, LIGHT = 0.4;
  const TITLE = 6, LEAD = 2.5, PATH = 5;
  const VALUES = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((sign, at) => [sign, at]));
  const ORDER = [5, 4, 2, 7];
  const raise = (map, key, value) => value > (map.get(key) || 0) && map.set(key, value);

  let places, vocabulary, stems, weights, stop, light, same, longest;
  // Reads a row of bits that generator/artifacts/site/search_packing.py makes.
  const reader = (row) => {
    const values = Uint8Array.from(row, (sign) => VALUES.get(sign));
    let at = 0;
    const bit = () => (values[(at / 6) | 0] >> (5 - (at++ % 6))) & 1;
    const ones = () => { let many = 0; while (bit()) many++; return many; };
    const number = (size, start = 0) => { let value = start; for (let left = size; left > 0; left--) value = value * 2 + bit(); return value; };
    const gamma = () => { let size = 0; while (!bit()) size++; return number(size, 1); };
    // So many numbers below a total, from small to large, each with what may be read behind it.
    const steps = (many, total, then = () => 0) => {
      const rest = Math.max(0, Math.floor(Math.log2(Math.max((0.69 * total) / Math.max(many, 1), 1))));
      let value = -1;
      return Array.from({ length: many }, () => {
        const step = ones() * 2 ** rest;
        return [(value += step + number(rest) + 1), then()];
      });
    };
    return { bit, ones, number, gamma, steps };
  };
  const readWords = (text) => {
    let word = "";
    return text.split("\n").filter(Boolean).map((line) => (word = word.slice(0, line.charCodeAt() - 48) + line.slice(1)));
  };
  const readGroups = (text, all) => {
    const { gamma, number, steps } = reader(text), size = 32 - Math.clz32(all.length);
    return Array.from({ length: gamma() - 1 }, () => [
      ...steps(gamma() - 1, all.length).map(([one]) => [all[one]]),
      ...Array.from({ length: gamma() - 1 }, () => Array.from({ length: gamma() + 1 }, () => all[number(size)])),
    ]);
  };

  // `shown` are the texts of an entry that stand in the index as they are: [title, lead, path].
  const learn = (docs, shown) => {
    stop = new Set(docs.stop.split(" "));
    light = new Set(docs.gewoon.split(" ").map(stem));
    places = new Map();
    const all = readWords(docs.woorden), row = reader(docs.waar);
    for (const word of all) if (row.bit()) places.set(word, new Map(row.steps(row.gamma(), shown.length, () => ORDER[row.ones()])));
    shown.forEach(([title, lead, path], at) => {
      const found = new Map(words(lead).map((one) => [one, LEAD]));
      for (const one of words(path)) found.set(one, PATH);
      for (const one of words(title)) found.set(one, TITLE);
      for (const [one, value] of found) {
        if (!places.has(one)) places.set(one, new Map());
        const own = places.get(one);
        own.set(at, (own.get(at) || 0) + value);
      }
    });
    same = new Map();
    longest = 1;
    for (const phrases of readGroups(docs.gelijk, all)) {
      const group = phrases.map((phrase) => ({ all: phrase.map(stem), own: phrase.filter((word) => !stop.has(word)).map(stem), word: phrase[0] }));
      for (const one of group) {
        const others = group.filter((other) => other !== one && (other.own.length > 1 || other.all.length === 1)).map((other) => other.own).filter((own) => own.length);
        for (const key of new Set([one.all.join(" "), one.own.length > 1 ? one.own.join(" ") : ""])) if (key) same.set(key, [...(same.get(key) || []), ...others]);
        longest = Math.max(longest, one.all.length);
        if (one.all.length === 1 && !places.has(one.word)) places.set(one.word, new Map());
      }
    }
    stems = new Map();
    vocabulary = [...places.keys()].filter((one) => !stop.has(one)).map((one) => [one, stem(one), letters(one)]);
    for (const [one, root] of vocabulary) {
      if (!stems.has(root)) stems.set(root, []);
      stems.get(root).push(one);
    }
    weights = new Map();
    for (const [its, own] of stems) {
      const many = own.reduce((sum, one) => sum + places.get(one).size, 0);
      weights.set(its, many ? Math.log(1 + Math.max(shown.length - many + 0.5, 0) / (many + 0.5)) * (light.has(its) ? LIGHT : 1) : 0);
    }
  };

  // The root of a word; of a form of a verb (loopt, liepen aside) the root that the index knows.
  const root = (word) => {
    const ways = [word, ...verbs(word)].flatMap((one) => [one, one.replace(/t$/, ""), one.replace(/[dt]en?$/, ""), one.replace(/^ge(?=....)/, "").replace(/[dt]$/, "")]);
    const forms = ways.map(stem);
    return forms.find((one) => stems.has(one)) || forms[0];
  };
  const telling = (text) => words(text).filter((word) => !stop.has(word));
  const begins = (word, one) => one.startsWith(word.slice(0, 2)) && [0, 1].some((less) => errors(word.slice(0, one.length - less), one, 1) <= 1);

  // The words of the index that a word may mean, each with how sure that is.
  const meant = (word, last) => {
    const found = new Map(), own = root(word);
    if (places.has(word)) found.set(word, SAME);
    for (const one of stems.get(own) || []) raise(found, one, STEM);
    if (word.length >= 3 && !light.has(own))
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

  // The two words that a word was made of; or the first of them alone, when `alone` may do.
  const halves = (word, alone) => {
    for (let at = word.length - 3; at >= 3; at--) {
      const right = stem(word.slice(at));
      const left = [word.slice(0, at), word.slice(0, at).replace(/s$/, "")].map(stem).find((one) => one.length >= 3 && stems.has(one));
      if (left && stems.has(right)) return [left, right];
    }
    for (let at = word.length - 3; alone && at >= 4; at--) if (stems.has(stem(word.slice(0, at)))) return [stem(word.slice(0, at))];
    return null;
  };

  Object.assign(self.zoeker, {
    learn, root, telling, meant, halves, raise,
    known: (root) => stems.has(root),
    forms: (root) => stems.get(root) || [],
    weight: (root) => weights.get(root) || 0,
    at: (word) => places.get(word) || new Map(),
    likewise: (key) => same.get(key) || [],
    isLight: (root) => light.has(root),
    reach: () => longest,
  });
})();
