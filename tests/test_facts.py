"""The register of facts: every number of it stands somewhere, or says why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.artifacts.site.places import page_of
from generator.artifacts.site.rendering import site_artifacts
from generator.model.feiten import Feitenregister
from tests.conftest import TOP, compiled, files_of

REGISTER = Path("/work/shared/feiten/register.yml")
"""The register itself is no part of the project; where it is at hand, the numbers are compared with it."""


@pytest.fixture(scope="module")
def methodiek():
    return compiled(files_of(TOP)).methodiek


@pytest.fixture(scope="module")
def register(methodiek) -> Feitenregister:
    return methodiek.single("register").record


def test_every_fact_has_a_page_that_exists_or_a_reason(methodiek, register):
    pages = {artifact.path for artifact in site_artifacts(methodiek)}
    for plek in register.plekken:
        assert page_of(methodiek.get(*plek.op.split("/", 1))) in pages, plek.op
    assert all(len(one.reden) > 40 for one in (*register.weggelaten, *register.deels))
    found = [feit for one in (*register.plekken, *register.weggelaten) for feit in one.feiten]
    assert len(found) == len(set(found)) == register.aantal


def test_the_numbers_are_those_of_the_register(register):
    if not REGISTER.exists():
        pytest.skip("het register is hier niet")
    told = set(re.findall(r"\bid: ([A-Z][A-Za-z0-9.-]+)", REGISTER.read_text(encoding="utf-8")))
    assert {feit for one in (*register.plekken, *register.weggelaten) for feit in one.feiten} == told


def test_little_is_left_out(register):
    assert sum(len(one.feiten) for one in register.weggelaten) <= 0.01 * register.aantal
