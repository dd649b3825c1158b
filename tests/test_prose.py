"""Chapters: safe Markdown, references that lead somewhere, and terms that are explained where they are met."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.artifacts.site.rendering import site_artifacts
from generator.artifacts.terms import marked
from generator.mentions import mentions, plain
from generator.prose import Cited, stretches, to_html
from tests.conftest import compiled

CHAPTER = "content/handleiding/hoofdstukken/slapen.md"
FRONT = "---\nid: slapen\ntitel: Slapen\nvolgorde: 1\ndeel: Begin\nkern: Over slapen.\nbron: cursusboek\n---\n\n"
TERM = "id: {0}\ntitel: {0}\nuitleg: Uitleg van {0}.\nbron: cursusboek\n"

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "![x](http://e.invalid/x.png)",
    "<http://e.invalid>",
    "[r]: javascript:alert(1)\n\n[r]",
    "# kop {: onclick=alert(1)}",
    '<div onclick="x">\n\n**a**\n\n</div>',
    "&lt;script&gt; &#60;script&#62;",
    "{{ 7*7 }} {% raw %}",
    "--8<-- '/etc/passwd'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_chapter_holds_is_text(text):
    made = to_html(text, lambda kind, slug: None, Cited)
    lowered = made.lower()
    assert "<script" not in lowered and "<img" not in lowered and "<div" not in lowered and "<a " not in lowered
    assert "49" not in made


def test_references_and_sources():
    made = to_html(
        "Zie [rust](factor:onrust). [bron: cursusboek, les 1]",
        lambda kind, slug: f"../{kind}/{slug}.html",
        lambda place: Cited(place.upper(), "b.html"),
    )
    assert '<a href="../factor/onrust.html">rust</a>' in made
    assert '<a href="b.html">CURSUSBOEK, LES 1</a>' in made


def test_headings_cut_a_chapter_in_stretches():
    found = stretches("Begin.\n\n## Doen\n\n- a\n\n## Waarom\n\nb", lambda *_: None, Cited)
    assert [one.heading for one in found] == ["", "Doen", "Waarom"]


def test_mentions_know_their_place():
    (mention,) = mentions("a\n[x](factor:onrust)\n")
    assert (mention.what, mention.words, mention.line, mention.column) == ("verwijzing", ("factor", "onrust"), 2, 5)


def test_a_reference_in_text_is_checked_at_its_line(small):
    small[CHAPTER] = FRONT + "Goed.\n\nZie [rust](factor:onrst).\n"
    (finding,) = compiled(small).findings
    assert (finding.code, finding.span.line, finding.span.column) == ("M208", 12, 12)
    assert "onrust" in finding.hint


def test_a_source_in_text_is_checked(small):
    small[CHAPTER] = FRONT + "Goed. [bron: cursusboekje, les 1]\n"
    (finding,) = compiled(small).findings
    assert (finding.code, finding.span.line) == ("M210", 10)


def page(small, path: str) -> str:
    compilation = compiled(small)
    assert not compilation.errors, compilation.errors
    return next(one.data.decode() for one in site_artifacts(compilation.methodiek) if one.path == path)


def test_the_first_meeting_of_a_term_is_explained(small):
    small["content/begrippen/dutje.yml"] = TERM.format("dutje")
    small[CHAPTER] = FRONT + "Een dutje is kort. Nog een dutje.\n"
    text = page(small, "handleiding/hoofdstukken/slapen.md")
    assert text.count('class="m-begrip"') == 1
    assert 'data-uitleg="Uitleg van dutje."' in text


def test_terms_inside_links_and_words_are_left_alone(small):
    small["content/begrippen/dutje.yml"] = TERM.format("dutje")
    methodiek = compiled(small).methodiek
    wrapped = marked(
        methodiek,
        Markup("<p><a href='x'>dutje</a> middagdutje <code>dutje</code> dutjes</p>"),
        lambda node, words: Markup("<b>{}</b>").format(words),
        set(),
    )
    assert "<b>" not in wrapped


def test_plain_text_has_no_marks():
    assert "factor" not in plain("Zie [rust](factor:onrust). [bron: cursusboek]")


def test_a_code_alone_in_its_cell_is_known_as_such() -> None:
    html = to_html("| Code | Blad |\n|---|---|\n| M-05 | een blad |", lambda *_: None, lambda place: Cited(place))
    assert '<td class="m-kort">M-05</td>' in html
    assert "<td>een blad</td>" in html
