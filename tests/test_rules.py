"""Every rule has a page, and the examples on that page do what they say."""

from __future__ import annotations

import re

import pytest

from generator.rules import RULES, Rule, examples, rule_with
from generator.rules.base import explanation
from tests.conftest import compiled

SHOWN = [(rule, example) for rule in RULES for example in examples(rule)]


def test_every_code_is_used_once_and_well_formed():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"M\d\d\d", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_page(rule: Rule):
    assert (rule.titel and len(explanation(rule)) > 40) or list(examples(rule))
    assert rule_with(rule.code.lower()) is rule


@pytest.mark.parametrize(("rule", "example"), SHOWN, ids=lambda value: getattr(value, "code", None))
def test_the_examples_on_a_page_do_what_they_say(rule, example, small):
    for path, text in example.files:
        small[path] = text
    found = [finding for finding in compiled(small).findings if finding.code == rule.code]
    assert bool(found) is not example.good
    if found:
        changed = {path for path, _ in example.files} | {"content/dekking.yml"}
        assert found[0].span.file in changed


def test_the_small_methodology_is_clean(small):
    assert compiled(small).findings == ()
