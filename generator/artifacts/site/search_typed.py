"""The words that people type who do not know what a thing is called.

Those for a thing stand in `zoekwoorden.yml`; those for a page that belongs to no thing (a list, a register, the first
page of a chapter) hold for every methodology, and stand here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.places import place_of
from generator.graph import Methodiek
from generator.model.naslag import Begrip
from generator.model.zoeken import Zoekwoorden

HUB_WORDS: dict[str, str] = {
    "index.md": "start, beginpagina, home, begin",
    "toolkit/index.md": (
        "alle bladen, werkbladen, printen, iets lichts, iets luchtigs, iets leuks, liever iets lichts, welk blad, "
        "kiezen, zoeken op moment, hoeveel bladen, knipvel, alle werkbladen, set printen"
    ),
    "handleiding/index.md": "handboek, methodiek, hoe werken wij",
    "handleiding/weken.md": (
        "welk blad wanneer, programma per week, taken mentor, eerste week, weekplanning, wat doe ik deze week, "
        "week 1, week 2, week 3, week 4, welke week, bladen per week, weekoverzicht"
    ),
    "handleiding/planner.md": "kalender, datum uitrekenen, begindatum, welke week is het, agenda",
    "training/index.md": (
        "jaarplan, inkopen, training per functie, ik werk hier pas, inwerken, welke trainingen, welke cursussen, "
        "scholing, trainingsaanbod, opleiding, nieuw in het werk, inwerkprogramma, competenties, wat moet je kunnen, "
        "eerste dienst, waar begin ik met lezen, wat lees ik eerst, trainer worden, begeleider, groepsleider, "
        "nieuw teamlid, lijst van competenties"
    ),
    "training/casussen.md": (
        "korte verhalen, oefensituaties, oefening, dilemma, discussiestof, situatieschetsen, internet, "
        "wat zou jij doen, intervisie, verhaaltjes, waargebeurd, bedacht, bespreken met het team, oefenvoorbeelden, "
        "casus, casuïstiek, voorbeelden, verzonnen verhalen, beamer, groot scherm, om te bespreken, "
        "praktijkvoorbeelden, fictieve casus, toonmodus, oefencasus"
    ),
    "training/kijkwijzers.md": (
        "groene vlag, gele vlag, rode vlag, zwarte vlag, criteria, beoordelen van een casus, hulpmiddel bij casus"
    ),
    "onderbouwing/index.md": (
        "logica, veronderstelde werking, redenering, gebaseerd op, waarop gebaseerd, methodiek, theorie, waarom zo, "
        "veranderingstheorie, theory of change, logisch model, wetenschappelijk, factoren, risicofactoren, "
        "werkzame elementen, programmatheorie"
    ),
    "onderbouwing/schema.md": (
        "tabel, doel en probleem, waarom dit werkblad, schema van de aanpak, factor doel aanpak, logisch model, "
        "activiteiten bij elk doel, verband, doelen, subdoelen"
    ),
    "onderbouwing/fase-subdoel-werkblad.md": (
        "welk blad bij welk doel, tabel, matrix, welk werkblad bij welk subdoel, welk werkblad hoort bij welk doel, "
        "per fase, welk blad past bij welk doel, welk doel, koppeling"
    ),
    "kwaliteitskader/index.md": (
        "kernelementen, eisen aan de opvang, normen, kwaliteitseisen, indicatoren, overzicht van het kader, criteria"
    ),
    "naslag/index.md": "opzoeken, naslagwerk",
    "naslag/hulplijnen.md": (
        "anoniem praten, het is mis, wie bel ik, bellen, telefoonnummers, noodnummer, alarm, 112, hulp nodig, "
        "nu hulp, spoed, noodgeval, vannacht, crisisnummer, hulp vragen, klacht, telefoonlijst, nummers, "
        "ik weet het niet meer, wie moet ik bellen"
    ),
    "naslag/begrippen.md": (
        "verschil, opzoeken, woordenlijst, afkortingen, wat betekent, moeilijke woorden, jargon, "
        "ik snap een afkorting niet, uitleg van een woord"
    ),
    "naslag/ketenpartners.md": (
        "lokaal team, verslaving, verslavingszorg, instanties, organisaties, wie bel ik, sociale kaart, partners, "
        "samenwerken, contactgegevens"
    ),
    "naslag/literatuur.md": (
        "op welke onderzoeken, wetenschappelijke artikelen, apa, gelezen, boeken, gebruikte onderzoeken, "
        "gebaseerd op, literatuurlijst, referenties, bronnenlijst, artikelen, auteurs, theorie, publicaties"
    ),
    "verantwoording/index.md": "verantwoorden, kwaliteit van de site, overzicht voor beoordelaars",
    "verantwoording/verschillen.md": (
        "welke bron geldt, twee lezingen, onduidelijkheden, oneens, botsen, tegenstrijdigheden, "
        "spreken elkaar tegen, verschillen, verschillenregister, inconsistent, waar wijkt de bron af, "
        "bronnen zeggen iets anders, verschil tussen bronnen, tegenstrijdige bronnen"
    ),
    "verantwoording/programmas.md": (
        "andere organisaties, overzicht van programma's, internationale programma's, wat doen anderen, "
        "opvangplekken, vergelijkbare interventies, andere opvang, elders, soortgelijk, andere instellingen, "
        "zorgprogramma's, andere programma's, programma's voor slachtoffers"
    ),
    "verantwoording/onderzoek.md": (
        "steekproef, sterk bewijs, terugval, meegedaan, gemeten, helpt het, hoe vaak, cijfers, effectonderzoek, "
        "resultaten, statistiek, onderzoeksresultaten, bewezen, percentage, uitval, hoeveel meisjes, tevredenheid"
    ),
    "verantwoording/dekking.md": (
        "uitgewerkt, onderdelen, aangetoond, wat is gedekt, wat ontbreekt, volledig, compleet, beloften"
    ),
    "verantwoording/gaten.md": (
        "nog te onderzoeken, wat klopt niet, wat ontbreekt, hiaten, lacunes, open plekken, open punten, nog niet af, "
        "missend"
    ),
    "verantwoording/tellingen.md": "werkbladen, bladen, pagina's, hoeveel, aantallen, telling",
    "verantwoording/feitenregister.md": (
        "feiten, bron van een feit, traceerbaarheid, in welke bron staat het, waar staat het"
    ),
    "verantwoording/kruistabel.md": (
        "visitatie, inspectie, audit, scoren, voldoen wij, criteria en indicatoren, matrix kwaliteitskader, "
        "toetsing aan het kader"
    ),
    "verantwoording/register-herkomst.md": (
        "origineel of aangevuld, van onszelf, eigen werk, bron van een blad, overgenomen, zelf verzonnen, "
        "zelf toegevoegd, betrouwbaar, andere methodes, bronnen van de tekst, bronvermelding, waar komt dit vandaan, "
        "zelf bedacht, transparantie, herleidbaar"
    ),
    "verantwoording/register-rechten.md": (
        "delen, verspreiden, betaalde instrumenten, wie heeft dit gemaakt, eigenaar, van wie, materialen, "
        "andere instellingen, beschermd materiaal, auteursrecht, copyright, licentie, kopiëren, eigendom, "
        "mag ik dit gebruiken, beschermd instrument"
    ),
    "verantwoording/register-vervaldatums.md": (
        "telefoonnummers kloppen, tot wanneer, geldig, verlopen, houdbaar, verouderd, oude bronnen, "
        "opnieuw controleren, actueel, hoe lang geldig"
    ),
    "verantwoording/register-uitspraken.md": (
        "getallen met bron, cijfers, beweringen, effectclaims, claims, percentages"
    ),
    "verantwoording/register-versies.md": (
        "goede blad, recentste uitgave, datum van het blad, versiebeheer, revisie, laatste versie, nieuwste versie, "
        "oud blad, versiecode, versienummer, nog geldig, actueel, welke versie"
    ),
    "verantwoording/register-toetsen.md": (
        "inhoudelijke controle, wie keurt goed, getest, uitgeprobeerd, deskundigen, meegelezen, werkbladen getest, "
        "nagekeken, goedgekeurd, afgetekend, getekend, getoetst, wie heeft dit gecontroleerd, beoordeeld, "
        "peer review, handtekening"
    ),
    "verantwoording/zelfscan.md": (
        "visitatie, inspectie, audit, zelfevaluatie, checklist voor de organisatie, zelfbeoordeling, voldoen wij, "
        "quickscan, nulmeting, invullijst kwaliteit"
    ),
    "verantwoording/open-data.md": (
        "machineleesbaar, usb-stick, offline, downloaden, alles downloaden, bundel, zip, excel, csv, json, meenemen, "
        "exporteren, gegevens"
    ),
    "verantwoording/wijzigingen.md": (
        "wijzigingsgeschiedenis, toegevoegd, revisie, deze maand, versiebeheer, actualisatie, wat is er nieuw, "
        "wat is er veranderd, wat is er anders, sinds vorig jaar, nieuwe versie, aangepast, updates"
    ),
    "verantwoording/ketens/index.md": "samenhang, van factor naar blad, verband, traceren, keten volgen, hangt samen",
    "verantwoording/meldingen/index.md": "foutcodes, foutmelding, compiler",
    "verantwoording/kernelement-werkzaam-element.md": "matrix, verband kernelement en werkzaam element",
}


def typed(methodiek: Methodiek) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the words and phrases that people look for something with, by its page and its anchor."""
    node = methodiek.single("zoekwoorden")
    given = node.record.bij if node is not None and isinstance(node.record, Zoekwoorden) else ()
    found = {(path, ""): tuple(words.split(", ")) for path, words in HUB_WORDS.items()}
    for one in given:
        kind, _, slug = one.naar.partition("/")
        if thing := methodiek.get(kind, slug):
            path, _, anchor = place_of(thing).partition("#")
            found[path, anchor] = (*found.get((path, anchor), ()), *one.woorden)
    return found


def same(methodiek: Methodiek) -> Iterator[str]:
    """Yield the words and phrases that lead to the same pages, as one line for each group."""
    for node in methodiek.of("begrip"):
        if isinstance(record := node.record, Begrip):
            names = dict.fromkeys((record.titel, *((record.voluit,) if record.voluit else ()), *record.synoniemen))
            if len(names) > 1:
                yield "|".join(names)
    extra = methodiek.single("zoekwoorden")
    if extra is not None and isinstance(extra.record, Zoekwoorden):
        yield from ("|".join(group) for group in extra.record.gelijk)
