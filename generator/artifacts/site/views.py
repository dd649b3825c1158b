"""What a page shows, as frozen values that a template only has to print."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from generator.artifacts.site.chain_views import Chain
from generator.artifacts.site.planning import Planner
from generator.artifacts.site.training_views import Questions, Slides, Steps

NO_PICTURE = Markup("")


@dataclass(frozen=True)
class Prose:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Rich:
    """Running text with lists, tables and links, already made into safe HTML by `generator.prose`."""

    html: Markup


@dataclass(frozen=True)
class Bullets:
    """A plain list, with an optional heading; `numbered` when the order matters."""

    items: tuple[str, ...]
    numbered: bool = False
    heading: str = ""


@dataclass(frozen=True)
class DoDont:
    """What to do beside what rather not, each under its own heading."""

    do_heading: str
    do: tuple[str, ...]
    dont_heading: str
    dont: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A term with its value; with `href`, the value leads somewhere."""

    term: str
    value: str
    href: str = ""


@dataclass(frozen=True)
class Facts:
    """Short facts about a thing."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Ground:
    """On what a link rests: `bron` with the source and place, or `afgeleid` with the reason."""

    kind: str
    text: str
    href: str = ""
    standing: str = ""
    """How it stands with the sign-off of the link; empty while nobody signed it off."""


@dataclass(frozen=True)
class LinkRow:
    """A link to a thing: its code and title, what it is, and on what the link rests."""

    title: str
    href: str
    code: str = ""
    kind: str = ""
    ground: Ground | None = None


@dataclass(frozen=True)
class Links:
    """Links of one sort, under a label; without one where the heading above says it."""

    label: str
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True)
class Item:
    """A part with its own anchor: a title, text, facts and links."""

    anchor: str
    title: str
    text: str = ""
    code: str = ""
    facts: tuple[Fact, ...] = ()
    links: tuple[Links, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Items:
    """Parts one below the other."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table: text, links, or both. `mark` is shown large and read out as `text`."""

    text: str = ""
    rows: tuple[LinkRow, ...] = ()
    mark: str = ""
    header: bool = False
    href: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Table:
    """An accessible table: a caption, column heads, and rows whose first cell is a header."""

    caption: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    wide: bool = False


@dataclass(frozen=True)
class Download:
    """A file to print: what it is, how many sheets of paper, where it is, and a small drawing of it."""

    title: str
    href: str
    note: str = ""
    main: bool = False
    picture: Markup = NO_PICTURE


@dataclass(frozen=True)
class Downloads:
    """Files to print."""

    files: tuple[Download, ...]


@dataclass(frozen=True)
class Note:
    """A framed note: `gat` (a known gap), `eigen` (our own elaboration), `let-op` or `rustig`."""

    tone: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class Card:
    """A way into a part of the site.

    `note` is a short line below the text, `classes` are codes that the page explains, `traits` are what the
    card can be chosen by, and `picture` is a small drawing that says nothing which the text does not.
    """

    title: str
    text: str
    href: str
    code: str = ""
    note: str = ""
    classes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    picture: Markup = NO_PICTURE


@dataclass(frozen=True)
class Cards:
    """Ways in, side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Choice:
    """One thing to choose cards by: its name in an address, what it is called, and (trait, words) for each option."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chooser:
    """Fields that leave only the chosen cards of a page visible. Without script there is no such thing."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Changed:
    """Something that changed on a day (`2026-11-21` and as shown), and why, with all things that it changed."""

    day: str
    shown: str
    what: str
    why: str
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True)
class History:
    """What changed, the last day first. With script a reader may leave only what changed since a day."""

    changes: tuple[Changed, ...]


@dataclass(frozen=True)
class Door:
    """A way in for one sort of reader: where to begin, and some places further inside."""

    title: str
    text: str
    href: str
    picture: Markup
    links: tuple[LinkRow, ...] = ()


@dataclass(frozen=True)
class Doors:
    """The ways in for each sort of reader."""

    doors: tuple[Door, ...]


@dataclass(frozen=True)
class Phase:
    """A phase as the time line lists it."""

    title: str
    href: str
    weeks: str
    text: str
    optional: bool = False


@dataclass(frozen=True)
class Phases:
    """The phases as a drawing, and the same as a list where the page does not say it already."""

    drawing: Markup
    phases: tuple[Phase, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """A drawing made while building, that says in words what it shows."""

    drawing: Markup


@dataclass(frozen=True)
class Code:
    """An example of content, letter for letter."""

    text: str
    label: str


Block = (
    Prose | Rich | Bullets | DoDont | Facts | Links | Chain | Items | Table | Downloads | Note | Cards | Chooser
    | Doors | Phases | History | Slides | Steps | Questions | Planner | Drawing | Code
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A stretch of a page under a heading."""

    heading: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True)
class PageView:
    """A page: its path in the tree, its title, one line that says what it is, and its sections.

    `source` is the content file that it was made from, for the edit link. `version` is the version of what
    the page is about, where it has one. `searchable` is false for what is only shown, never looked up.
    """

    path: str
    title: str
    lead: str = ""
    source: str = ""
    kind: str = ""
    code: str = ""
    sections: tuple[Section, ...] = field(default_factory=tuple)
    keywords: tuple[str, ...] = ()
    version: str = ""
    searchable: bool = True


@dataclass(frozen=True)
class Quick:
    """Something that must be at hand on every page: its name and its page in the tree."""

    title: str
    path: str
