"""The house stays as it was drawn: who may know whom, one door for each library, types and lint."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TOP

TOOLS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ("lint-imports", "--no-cache"),
        ("ruff", "check", "--no-cache", "generator", "tests"),
        ("ruff", "format", "--check", "--no-cache", "generator", "tests"),
        ("mypy",),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_house_is_in_order(command):
    result = subprocess.run([TOOLS / command[0], *command[1:]], cwd=TOP, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_package_names_no_methodology():
    own = re.compile(r"pinq|meisa|loverboy|qpido|comensha", re.IGNORECASE)
    named = [
        path
        for path in (TOP / "generator").rglob("*")
        if path.suffix in (".py", ".jinja", ".html", ".css", ".svg", ".md") and own.search(path.read_text())
    ]
    assert not named


def test_a_check_loads_no_templates_no_printing_and_no_mkdocs():
    code = (
        "import sys; from generator.cli import main; main(['--map', 'tests/slaapcursus', 'check']);"
        "print([m for m in ('jinja2', 'weasyprint', 'mkdocs', 'pydyf', 'markdown') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def _lines_of_code(path: Path) -> int:
    tree = ast.parse(path.read_text())
    prose = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for line in range(node.lineno, node.end_lineno + 1)
    }
    text = enumerate(path.read_text().splitlines(), 1)
    code = (line for number, line in text if line.strip() and number not in prose)
    return sum(not line.lstrip().startswith("#") for line in code)


def test_no_module_grows_out_of_hand():
    sizes = {str(path.relative_to(TOP)): _lines_of_code(path) for path in (TOP / "generator").rglob("*.py")}
    assert not {name: lines for name, lines in sizes.items() if lines > 200}


def test_reading_the_program_that_prints_starts_no_other_program():
    code = (
        "import sys; started = [];"
        "sys.addaudithook(lambda event, given: started.append(given) if event == 'subprocess.Popen' else None);"
        "import generator.artifacts.print.engine.press; print(started)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
