// What the search knows of Dutch: words as they are compared, without their endings, and how alike two of them are.
"use strict";
(() => {
  const fold = (text) => (/[^ -~]/.test(text) ? text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "") : text.toLowerCase());
  const words = (text) => fold(text).match(/[a-z0-9]+/g) || [];

  // What is left of a word without its ending; not always a word itself, but the same for forms of one word.
  const stems = new Map();
  const stem = (word) => {
    let left = stems.get(word);
    if (left === undefined) stems.set(word, (left = cut(word)));
    return left;
  };
  const cut = (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    let left = word.replace(/heden$/, "heid").replace(/(...)jes?$/, "$1");
    if (/[^aeious]s$/.test(left) || /(?:[aiou]a|o)s$/.test(left)) left = left.slice(0, -1);
    left = left.replace(/(?<=....)ing(en)?$/, "");
    if (left.length > 4) left = left.replace(/(?<=..)en?$/, "").replace(/([bfgklmp])t$/, "$1");
    return left
      .replace(/([bdfgklmnprst])\1$/, "$1")
      .replace(/z$/, "s")
      .replace(/v$/, "f")
      .replace(/([aeou])\1([^aeiou])$/, "$1$2");
  };

  // Forms of verbs with another vowel, each after the verb that it belongs to; and verbs with a part in front of "ge".
  const STRONG = new Map(
    `bedriegen bedroog bedrogen|beginnen begon begonnen|beslissen besloot besloten|bieden bood geboden|blijven bleef gebleven|breken brak gebroken|
    brengen bracht gebracht|denken dacht gedacht|drinken dronk gedronken|dwingen dwong gedwongen|eten at gegeten|geven gaf gegeven|gaan ging gegaan|
    helpen hielp geholpen|kiezen koos gekozen|kijken keek gekeken|komen kwam gekomen|kopen kocht gekocht|krijgen kreeg gekregen|lezen las gelezen|
    liegen loog gelogen|liggen lag gelegen|lopen liep gelopen|nemen nam genomen|roepen riep geroepen|schelden schold gescholden|
    schrijven schreef geschreven|schrikken schrok geschrokken|slaan sloeg geslagen|slapen sliep geslapen|sluiten sloot gesloten|snijden sneed gesneden|
    spreken sprak gesproken|springen sprong gesprongen|staan stond gestaan|stelen stal gestolen|trekken trok getrokken|vechten vocht gevochten|
    verbieden verbood|verdwijnen verdween verdwenen|verliezen verloor verloren|vertrekken vertrok vertrokken|verwijzen verwees verwezen|
    vragen vroeg gevraagd|werven wierf geworven|wijzen wees gewezen|zeggen zei gezegd|zien zag gezien|zitten zat gezeten|zoeken zocht gezocht|
    zwijgen zweeg gezwegen`.split("|").flatMap((line) => line.trim().split(" ").map((form, _, [verb]) => [form, verb])),
  );
  const PARTED = /^(aan|achter|af|bij|door|in|langs|mee|na|om|op|over|rond|samen|tegen|terug|toe|uit|vast|voor|weg)(ge.{3,})$/;
  // The verbs that a form may belong to: "sliepen" -> "slapen", "afgepakt" -> "afpakt", "opgenomen" -> "opnemen".
  const verbs = (form) => {
    const [, front, rest] = form.match(PARTED) || ["", "", form];
    const verb = STRONG.get(rest) || STRONG.get(rest.replace(/en$/, ""));
    return verb ? [front + verb] : front ? [front + rest.slice(2)] : [];
  };

  // How many typing errors (a wrong, missing, extra or swapped letter) lie between two words; `most` + 1 for more.
  const rows = [0, 1, 2].map(() => new Uint8Array(64));
  const errors = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most || other.length > 60) return most + 1;
    let [before, row, next] = rows;
    for (let j = 0; j <= other.length; j++) row[j] = j;
    for (let i = 1; i <= one.length; i++) {
      let least = (next[0] = i);
      for (let j = 1; j <= other.length; j++) {
        let value = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        if (row[j] < value) value = row[j] + 1;
        if (next[j - 1] < value) value = next[j - 1] + 1;
        if (i > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] && before[j - 2] < value) value = before[j - 2] + 1;
        next[j] = value;
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      [before, row, next] = [row, next, before];
    }
    return row[other.length];
  };

  // A code as people type it: "A-09", "a9" and "A 09" are one, and so are "T-G1" and "tg1".
  const code = (text) => fold(text).replace(/[\s-]/g, "").replace(/^([a-z]+)0+(?=\d)/, "$1");

  // A verb that was taken apart: "sluit ... af" asks for "afsluit".
  const LOOSE = new Set("aan af bij door in mee na om op over terug toe uit voor weg".split(" "));
  const rejoined = (text, verb) => words(text).filter((word) => LOOSE.has(word)).map((word) => word + verb);

  // Which letters a word has, as bits: words that differ in many letters need no counting of errors.
  const letters = (word) => [...word].reduce((bits, sign) => bits | (1 << (sign.charCodeAt() % 32)), 0);
  const apart = (one, other) => {
    let count = 0;
    for (let bits = one ^ other; bits; bits &= bits - 1) count++;
    return count;
  };

  Object.assign((self.zoeker ||= {}), { fold, words, stem, errors, code, rejoined, verbs, letters, apart });
})();
