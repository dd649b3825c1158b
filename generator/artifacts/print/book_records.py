"""The text of records in the book: what to do first, then why, then what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.artifacts.dated import checked
from generator.artifacts.print.templating import paragraphs
from generator.artifacts.weeks import Step, week_line
from generator.graph import Methodiek, Node
from generator.model.handleiding import Fase
from generator.model.naslag import Ketenpartner

TEXTS = (
    "tekst",
    "uitleg",
    "afspraken",
    "toelichting",
    "waarvoor",
    "wie",
    "wanneer",
    "niet_wanneer",
    "telefoon",
    "let_op",
)
LISTS = ("doen", "stappen", "zinnen")
NAMES = {
    "doen": "Doen",
    "stappen": "Doen",
    "zinnen": "Zinnen die helpen",
    "wanneer": "Wanneer",
    "niet_wanneer": "Wanneer niet",
    "wie": "Wie",
    "telefoon": "Telefoon",
    "let_op": "Let op",
}
PARTS = ("activiteit", "deeldoel")


def body(methodiek: Methodiek, node: Node) -> Markup:
    """Return the text of a record."""
    html = _duration(node)
    for name in (*LISTS, *TEXTS):
        value = getattr(node.record, name, None)
        if not value:
            continue
        heading = NAMES.get(name, "")
        if isinstance(value, tuple):
            html += Markup("<p class='kopje'>{}</p>\n").format(heading) + listed(value)
        elif heading:
            html += Markup("<p><b class='kopje'>{}:</b> {}</p>\n").format(heading, " ".join(str(value).split()))
        else:
            html += running(str(value))
    return html + _checked(node) + _parts(methodiek, node) + _decisions(node)


def running(text: str) -> Markup:
    """Return running text as paragraphs."""
    return Markup("").join(Markup("<p>{}</p>\n").format(one) for one in paragraphs(text))


def listed(lines: tuple[str, ...]) -> Markup:
    """Return lines as a list."""
    return Markup("<ul>{}</ul>\n").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in lines))


def weeks_table(methodiek: Methodiek) -> Markup:
    """Return the weeks as one table: a row for each week, a column for each lane."""
    line = week_line(methodiek)
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in ("Week", *line.lanes))
    rows = Markup("")
    for week in line.weeks:
        cells = Markup("").join(Markup("<td>{}</td>").format(_steps(lane)) for lane in week.lanes)
        anchor = f"{week.node.kind.name}-{week.node.id}"
        rows += Markup('<tr><th scope="row" id="{}">{}</th>{}</tr>\n').format(anchor, week.node.titel, cells)
    table = '<table class="weken"><thead><tr>{}</tr></thead><tbody>\n{}</tbody></table>\n'
    return Markup(table).format(heads, rows)


def _steps(lane: tuple[Step, ...]) -> Markup:
    lines = (
        Markup("<li>{}{}</li>").format(
            step.record.tekst,
            Markup("").join(Markup(" <b>{}</b>").format(getattr(one.record, "code", "")) for one in step.sheets),
        )
        for step in lane
    )
    return Markup("<ul>{}</ul>").format(Markup("").join(lines)) if lane else Markup("")


def _duration(node: Node) -> Markup:
    if not isinstance(node.record, Fase):
        return Markup("")
    weeks = node.record.duur_weken
    return Markup("<p><b>Duur: {} {}.</b></p>\n").format(weeks, "week" if weeks == 1 else "weken")


def _checked(node: Node) -> Markup:
    if not isinstance(node.record, Ketenpartner):
        return Markup("")
    return Markup("<p class='wie'>Gecontroleerd: {}.</p>\n").format(checked(node.record))


def _parts(methodiek: Methodiek, node: Node) -> Markup:
    html = Markup("")
    for part in methodiek.parts(node):
        if part.kind.name in PARTS:
            html += Markup("<h3>{}</h3>\n").format(part.titel)
            details = [str(getattr(part.record, name)) for name in ("wie", "wanneer") if hasattr(part.record, name)]
            html += running(str(getattr(part.record, "uitleg", None) or getattr(part.record, "tekst", "")))
            html += Markup("<p class='wie'>{}</p>\n").format(" · ".join(details)) if details else Markup("")
    return html


def _decisions(node: Node) -> Markup:
    found = getattr(node.record, "besluiten", ())
    lines = tuple(f"{one.tekst} {one.wie}." for one in found)
    return Markup("<h3>Besluiten</h3>\n") + listed(lines) if lines else Markup("")


def rank(node: Node) -> tuple[int, str]:
    """Return where a record stands among those of its kind."""
    numbers = getattr(node.record, "nummers", ())
    return getattr(node.record, "volgorde", 0), str(numbers[0].nummer) if numbers else node.titel.lower()


def ordered(methodiek: Methodiek, kind: str) -> Iterator[Node]:
    """Yield the records of a kind in the order of the book."""
    yield from sorted(methodiek.of(kind), key=rank)
