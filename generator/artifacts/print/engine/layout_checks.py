"""What can be wrong with a document once it is laid out. Each check gives Dutch sentences, none when all is well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .choosing import Choice
from .job import PrintJob
from .overflow_checks import overflow_problems
from .settings import BASE_URL

BUTTONS = {"submit", "button", "reset", "image"}
LINKS = ("https://", "http://", "mailto:", "tel:")


def layout_problems(document: Any, job: PrintJob, choice: Choice) -> list[str]:
    """Everything wrong with a `weasyprint.Document` of the chosen pages, given what its job promised."""
    fields = [
        (number, form, box.element)
        for number, page in enumerate(document.pages)
        for form, inputs in page.forms.items()
        for box, _ in inputs
    ]
    problems = [*_pages(choice, job), *_links(document), *overflow_problems(document)]
    if fields and not job.fillable:
        names = ", ".join(dict.fromkeys(element.get("name", "?") for _, _, element in fields))
        return [*problems, f"Het document mag geen invulvelden hebben, maar heeft deze: {names}."]
    for number, form, element in fields:
        problems += _field(form, element)
        if number in choice.repeated:
            problems.append(f"Het veld “{element.get('name', '')}” staat op een pagina die wordt herhaald.")
    return [*problems, *_repeated([(number, element) for number, _, element in fields])]


def _pages(choice: Choice, job: PrintJob) -> Iterator[str]:
    """A sheet that was promised to fit may not spill over."""
    if job.pages not in (None, choice.written):
        yield f"Het document telt {choice.written} pagina’s in plaats van {job.pages}."


def _links(document: Any) -> Iterator[str]:
    """A relative link leads nowhere from a PDF that was sent to someone."""
    for page in document.pages:
        for kind, target, _, _ in page.links:
            if kind == "external" and (target.startswith(BASE_URL) or not target.startswith(LINKS)):
                yield f"De koppeling naar “{target.removeprefix(BASE_URL)}” werkt niet buiten de site."


def _field(form: object, element: Any) -> Iterator[str]:
    """One field: named for machines, described for people, empty for the writer."""
    name, kind = element.get("name", ""), element.get("type", "")
    if element.tag == "button" or kind in BUTTONS:
        yield f"Het veld “{name}” is een knop; op papier valt niets te versturen."
        return
    if form is not None:
        yield f"Het veld “{name}” staat in een <form>; daarin raakt zijn omschrijving zoek."
    if not name or "." in name:
        yield f"De veldnaam “{name}” mag niet leeg zijn en geen punt hebben."
    if not element.get("title", "").strip():
        yield f"Het veld “{name}” heeft geen omschrijving (title)."
    if kind not in {"radio", "checkbox"} and _filled(element):
        yield f"Het veld “{name}” is al ingevuld; dat kan een PDF/A niet laten zien."


def _filled(element: Any) -> bool:
    """Whether a field of text or choice begins with a value."""
    text = element.text if element.tag == "textarea" else element.get("value")
    return bool((text or "").strip()) or element.find("option[@selected]") is not None


def _repeated(fields: list[tuple[int, Any]]) -> Iterator[str]:
    """Fields with one name are one field to a reader; only the buttons of one radio group may be that."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, element in fields:
        groups.setdefault(element.get("name", ""), []).append((number, element.get("type", "")))
    for name, uses in groups.items():
        numbers, kinds = {number for number, _ in uses}, {kind for _, kind in uses}
        if kinds == {"radio"} and len(numbers) > 1:
            yield f"De keuzegroep “{name}” loopt door op een volgende pagina."
        elif kinds != {"radio"} and len(uses) > 1:
            yield f"De veldnaam “{name}” komt meer dan één keer voor."
