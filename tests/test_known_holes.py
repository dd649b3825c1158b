"""A locked package with a known hole is named, and nothing is said of any other."""

from __future__ import annotations

import json
import zipfile

import pytest

from tests.conftest import TOP

from tests.known_holes import FOUND, WRONG, CLEAN, LOCKS, holes, locked, main  # isort: skip

LOCK = {"lock": {"jinja2": "3.1.0", "pyyaml": "6.0"}}


def record(*ranges, name="Jinja2", ecosystem="PyPI", **more):
    affected = {"package": {"name": name, "ecosystem": ecosystem}}
    affected["ranges"] = [{"type": "ECOSYSTEM", "events": list(events)} for events in ranges]
    return {"id": "X-1", "modified": "2026-11-20T01:02:03Z", "summary": "Iets.", "affected": [affected], **more}


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (record([{"introduced": "0"}, {"fixed": "3.1.1"}]), True),
        (record([{"fixed": "3.1.0"}, {"introduced": "0"}]), False),
        (record([{"introduced": "3.1.0"}]), True),
        (record([{"introduced": "3.1.1"}]), False),
        (record([{"introduced": "2"}, {"last_affected": "3.1.0"}]), True),
        (record([{"introduced": "2"}, {"last_affected": "3.0.9"}]), False),
        (record([{"introduced": "1"}, {"fixed": "2"}, {"introduced": "3"}, {"fixed": "4"}]), True),
        (record([{"introduced": "1"}, {"fixed": "2"}], [{"introduced": "3"}]), True),
        (record([{"introduced": "0"}], name="jinja-2"), False),
        (record([{"introduced": "0"}], ecosystem="npm"), False),
        (record([{"introduced": "0"}], withdrawn="2026-01-01T00:00:00Z"), False),
    ],
)
def test_a_hole_is_where_its_record_says(one, found):
    wrong, last = holes(iter([one]), LOCK)
    assert bool(wrong) == found
    assert last == "2026-11-20"


def test_a_hole_says_where_it_is_mended():
    wrong, _ = holes(iter([record([{"introduced": "0"}, {"fixed": "3.1.1"}])]), LOCK)
    assert str(wrong[0]) == "lock: jinja2 3.1.0: X-1 (opgelost in 3.1.1). Iets."


def test_versions_may_be_named_one_by_one():
    one = record(name="PyYAML")
    one["affected"][0]["versions"] = ["5.4", "6.0"]
    assert [hole.package for hole in holes(iter([one]), LOCK)[0]] == ["pyyaml"]


@pytest.mark.parametrize("kind", ["zip", "folder", "file"])
def test_the_real_locks_are_looked_up_in_any_list(tmp_path, capsys, kind):
    for lock in LOCKS:
        assert {"jinja2", "pyyaml", "weasyprint"} <= set(locked((TOP / lock).read_text()))
    bad, good = record([{"introduced": "0"}]), record([{"introduced": "0"}, {"fixed": "0.1"}])
    for one, code in ((bad, FOUND), (good, CLEAN)):
        path = tmp_path / "list"
        if kind == "folder":
            path.mkdir(exist_ok=True)
            (path / "X-1.json").write_text(json.dumps(one))
        elif kind == "zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("X-1.json", json.dumps(one))
        else:
            path.write_text(json.dumps([one]))
        assert main([str(path)]) == code
        assert ("jinja2" in capsys.readouterr().out) == (code == FOUND)


@pytest.mark.parametrize("text", ["", "{", "[]", "[1]", '{"a": 1}', None])
def test_what_is_no_list_is_said(tmp_path, capsys, text):
    path = tmp_path / "list"
    if text is not None:
        path.write_text(text)
    assert main([str(path)]) == WRONG
    assert str(path) in capsys.readouterr().err
    assert main([]) == WRONG
