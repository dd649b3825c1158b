"""Damaged content gives findings, never a traceback and never a hang. `make fuzz` does the same a million times."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing import Fuzzer


def test_two_thousand_damaged_files():
    fuzzer = Fuzzer(6)
    wrong = [(source, trouble) for source, trouble in (fuzzer.once() for _ in range(2000)) if trouble]
    assert not wrong, wrong[0]
    assert {"syntax", "missing_field", "unknown_field", "wrong_value", "right", "compiled"} <= set(fuzzer.seen)


VALUES = st.recursive(
    st.none() | st.text(max_size=12) | st.sampled_from(("ja", "-1", "2026-02-30", "onrust", "m-01", "cursusboek, 1")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), st.integers(0, 10_000), VALUES)
def test_any_value_in_any_place(file, place, value):
    """A file whose form is right, with something else in one of its places."""
    Fuzzer(0).replaced(file, place, value)


def test_the_fuzzer_sees_what_raises_and_what_hangs(monkeypatch):
    fuzzer = Fuzzer(6)
    monkeypatch.setattr(fuzzer, "read", lambda source: [][1])
    assert "IndexError" in fuzzer.once()[1]
    monkeypatch.setattr("tests.fuzzing.LONGEST", 0.05)

    def hang(source):
        while True:
            pass

    monkeypatch.setattr(fuzzer, "read", hang)
    assert "longer than" in fuzzer.once()[1]
