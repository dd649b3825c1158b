"""The first half of the line: from sources to a linked graph and its findings.

It imports only what a check needs: no templates, no printing, no MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Finding, Severity
from generator.graph import Methodiek, link
from generator.graph.editions import edition
from generator.guard import SaltTrouble, read_salt
from generator.memory import undisturbed
from generator.model.base import Lezers
from generator.model.uitgaven import ALLES
from generator.rules import RULES, check
from generator.rules.guard import look_for_words
from generator.sources import Document, SourceFile, parse, read_sources


@dataclass(frozen=True)
class Project:
    """Where a methodology lives: its top folder, its content, and where the results of an edition go."""

    top: Path
    content: str = "content"
    build: str = "build"
    edition: Lezers = ALLES

    @property
    def content_folder(self) -> Path:
        """The folder that authors write in."""
        return self.top / self.content

    @property
    def build_folder(self) -> Path:
        """The folder that everything made of the edition is written to: a narrower one has a folder of its own."""
        whole = self.top / self.build
        return whole if self.edition == ALLES else whole / self.edition

    @property
    def tree(self) -> Path:
        """The tool-neutral tree of pages and PDFs that a site generator renders."""
        return self.build_folder / "docs"

    @property
    def navigation(self) -> Path:
        """The navigation of the tree, as JSON that is YAML too."""
        return self.build_folder / "navigatie.json"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.build_folder / "site"

    @property
    def bundle_store(self) -> Path:
        """Where the PDFs are remembered that only a bundle has."""
        return self.build_folder / "store-bundel"

    @property
    def archive(self) -> Path:
        """The published site in one file, to carry along."""
        return self.build_folder / "site.zip"


@dataclass(frozen=True)
class Compilation:
    """What compiling gave: the linked methodology, every finding about it, and what was read for it."""

    methodiek: Methodiek
    findings: tuple[Finding, ...]
    sources: tuple[SourceFile, ...] = ()

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop publication."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.FOUT)

    def for_edition(self, name: Lezers) -> Compilation:
        """Return the same with only what an edition holds. The findings stay those of the whole."""
        return self if name == ALLES else replace(self, methodiek=edition(self.methodiek, name).methodiek)


Parse = Callable[[SourceFile], Document]


def compile_project(project: Project, parse: Parse = parse) -> Compilation:
    """Read and compile the content of a project. Never raises for what a file holds.

    Who compiles again and again gives a `parse` that remembers: a document depends on its source and nothing else.
    """
    compilation = compile_sources(read_sources(project.content_folder, project.content), project.content, parse)
    trouble = ""
    try:
        salt = read_salt(project.top)
    except SaltTrouble as error:
        salt, trouble = None, str(error)
    words = tuple(look_for_words(compilation.methodiek, salt, trouble))
    if not words:
        return compilation
    found = sorted((*compilation.findings, *words), key=lambda finding: finding.order)
    return replace(compilation, findings=tuple(found))


def changed(project: Project, compilation: Compilation) -> bool:
    """Tell whether the content is no longer what was read for a compilation."""
    return read_sources(project.content_folder, project.content) != compilation.sources


def salt_of(project: Project) -> bytes | None:
    """Return the salt of the denied words, or None where there is none that can be used."""
    try:
        return read_salt(project.top)
    except SaltTrouble:
        return None


def compile_sources(sources: Iterable[SourceFile], top: str = "content", parse: Parse = parse) -> Compilation:
    """Compile sources that are already in memory; `top` is the first part of their paths."""
    read = tuple(sources)
    with undisturbed():
        methodiek = link((parse(source) for source in read), f"{top}/")
        return Compilation(methodiek, check(methodiek, RULES), read)
