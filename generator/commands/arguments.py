"""Reading what was typed after `methodiek`, with the complaints in Dutch."""

from __future__ import annotations

import argparse
import os
import re
from typing import Any, NoReturn

SAID = (
    (r"the following arguments are required: (.*)", r"hier ontbreekt: \1"),
    (r"unrecognized arguments: (.*)", r"dit ken ik niet: \1"),
    (r"argument (.*?): invalid choice: '(.*)' \(choose from (.*)\)", r"\1: '\2' kan niet; kies uit \3"),
    (r"argument (.*?): invalid int value: '(.*)'", r"\1: '\2' is geen heel getal"),
    (r"argument (.*?): invalid fromisoformat value: '(.*)'", r"\1: '\2' is geen datum als 2026-11-21"),
    (r"argument (.*?): expected one argument", r"\1: hier hoort iets achter"),
    (r"argument (.*?): ignored explicit argument '(.*)'", r"\1: hier hoort niets achter, ook niet '\2'"),
)
"""What argparse says, and how we say it."""


class Help(argparse.HelpFormatter):
    """Help as wide as the terminal. Left to itself argparse reads `shutil` for that, with all that it can unpack."""

    def __init__(self, prog: str, width: int | None = None) -> None:
        super().__init__(prog, width=width or _columns() - 2)


def _columns() -> int:
    """Return how many letters fit on a line of the terminal."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


class Arguments(argparse.ArgumentParser):
    """A parser that complains in Dutch; its subcommands do too."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": Help, **settings})

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and stop with code 2."""
        for english, dutch in SAID:
            if found := re.fullmatch(english, message, re.DOTALL):
                message = found.expand(dutch)
                break
        self.exit(2, f"methodiek: {message}\n{self.format_usage().replace('usage: ', 'gebruik: ', 1)}")
