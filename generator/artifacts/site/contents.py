"""The chapters of the site, in the order of its navigation: what each is for, and the kinds whose pages it holds."""

from __future__ import annotations

from generator.artifacts.site.places import TRAINING

START = "index.md"
CHAPTERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "toolkit/index.md": (
        "Toolkit",
        "Bladen om te printen, met het begeleidersblad erbij.",
        ("werkblad", "pakket", "themacyclus"),
    ),
    "handleiding/index.md": (
        "Handleiding",
        "Hoe het werk gaat: de fasen, wat altijd doorloopt, en waar het uit bestaat.",
        ("hoofdstuk", "fase", "lijn", "basiselement", "techniek"),
    ),
    TRAINING: (
        "Training en inwerken",
        "Nieuw in het werk, of een bijeenkomst geven: routes, draaiboeken, trainingen en competenties.",
        ("dagkaart", "inwerkroute", "draaiboek", "training", "competentie", "casus", "kijkwijzer"),
    ),
    "onderbouwing/index.md": (
        "Onderbouwing",
        "Waarom we het zo doen: van factor naar doel naar aanpak.",
        ("factor", "subdoel", "aanpakelement", "werkzaam-element", "doel"),
    ),
    "kwaliteitskader/index.md": (
        "Kwaliteitskader",
        "Wat het kader vraagt, en waar wij dat doen.",
        ("kernelement",),
    ),
    "naslag/index.md": (
        "Naslag",
        "Opzoeken: woorden, afkortingen, ketenpartners en aangehaalde werken.",
        ("begrip", "ketenpartner", "literatuur"),
    ),
    "verantwoording/index.md": (
        "Verantwoording",
        "Wat gedekt is, wat ontbreekt, en waar het op steunt.",
        ("weergave", "bron"),
    ),
}
"""The chapters: title, what they are for, and the kinds whose pages they hold."""
