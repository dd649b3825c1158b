// What kind of page a question asks for, by its words: somebody who teaches wants the training, and "hoe" and "mag" ask
// for what is explained, sooner than for a sheet to fill in. Learned from the judged questions; each is a small push.
"use strict";
(() => {
  const KINDS = ["handleiding/hoofdstukken/", "toolkit/", "training/", "naslag/", "onderbouwing/", "kwaliteitskader/", "verantwoording/"];
  // Per sort of word, how much the pages of each of the kinds above gain by it.
  const ASKED = [
    [
      /^(train|oefenen|geoefend|leren|casus|cursus|team|deelnemer|(bij)?schol|opleid|inwerk|intervisie|toets$|rollenspel|draaiboek|beamer|presentatie|dia|collega|medewerker|begeleiders?$|stagiair|les|kwalificatie|competent|bekwaam)/,
      [0.9, 0.82, 1.28, 1, 1.1, 1.1, 1.1],
    ],
    [/^(werkblad|blad|blaadje|print|formulier|invul|lijst|kaart|oefening|opdracht|vragenlijst|schema|poster)/, [0.9, 1, 1, 1, 1.1, 1.1, 1.1]],
    [/^(hoe|mag|moet|wanneer|wie)$/, [1.05, 0.88, 1, 1, 1, 1, 1]],
    [/^(betekent|betekenis|afkorting|verschil|begrip|definitie|term)/, [1.05, 0.9, 1, 1.07, 1, 1, 1]],
  ];
  const pushes = (words) => {
    const sorts = ASKED.filter(([sort]) => words.some((word) => sort.test(word)));
    return ({ place }) => {
      const kind = KINDS.findIndex((start) => place.startsWith(start));
      return kind < 0 ? 1 : sorts.reduce((push, [, own]) => push * own[kind], 1);
    };
  };
  Object.assign((self.zoeker ||= {}), { pushes });
})();
