"""The register of facts: every number of it stands somewhere, or says why not."""

from __future__ import annotations

import hashlib

import pytest

from generator.artifacts.site.places import page_of
from generator.artifacts.site.rendering import site_artifacts
from generator.model.feiten import Feitenregister
from tests.conftest import TOP, compiled, files_of

FACTS = 1073
FINGERPRINT = "a5f3aef68a9dc4cc02defe58b608b50e54f40b84fd441dced0f304a90044dc70"
"""How many numbers the fact register has, and the SHA-256 of them, sorted, one to a line. The register is not here."""


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
    numbers = sorted({feit for one in (*register.plekken, *register.weggelaten) for feit in one.feiten})
    assert len(numbers) == FACTS
    assert hashlib.sha256("\n".join(numbers).encode()).hexdigest() == FINGERPRINT


def test_little_is_left_out(register):
    assert sum(len(one.feiten) for one in register.weggelaten) <= 0.01 * register.aantal
