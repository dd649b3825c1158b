"""What was measured, as a page and as a table in the README."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from bench.measure import Cost, exponent

TABLE = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)


@dataclass(frozen=True)
class Target:
    """A promise: what it is about, at most how much, and what was measured."""

    name: str
    most: float
    measured: float

    @property
    def kept(self) -> bool:
        """Whether it holds."""
        return self.measured <= self.most


def write(
    top: Path,
    day: date,
    machine: str,
    costs: dict[int, dict[str, Cost]],
    sites: dict[str, float],
    large: dict[str, float],
    printed: dict[str, dict[str, float]],
    targets: list[Target],
) -> None:
    """Write `bench/RESULTS.md`, put its first table in the README, and print it."""
    table = _targets(targets)
    when = f"Measured on {day.isoformat()}: {machine}.\n"
    parts = ["# What was measured\n", when, table, "## The check\n", _costs(costs)]
    if sites:
        parts += ["## The site\n", "".join(f"- {name}: {value:.2f}\n" for name, value in sites.items())]
    if large:
        parts += ["## Large sites\n", "".join(f"- {name}: {value:.2f}\n" for name, value in large.items())]
    if printed:
        parts += ["## The PDFs\n", "".join(f"- {name}: {value}\n" for name, value in printed.items())]
    (top / "bench/RESULTS.md").write_text("\n".join(parts))
    readme = top / "README.md"
    readme.write_text(TABLE.sub(lambda found: f"{found[1]}{when}\n{table}{found[2]}", readme.read_text()))
    print(f"\n{when}\n{table}")


def _targets(targets: list[Target]) -> str:
    rows = [
        f"| {one.name} | {one.most:g} | {one.measured:.3g} | {'yes' if one.kept else '**no**'} |\n" for one in targets
    ]
    return "| target | at most | measured | holds |\n|---|---|---|---|\n" + "".join(rows)


def _costs(costs: dict[int, dict[str, Cost]]) -> str:
    rows = ["| items | tool | CPU s | wall s | peak MB | CPU against ours |\n|---|---|---|---|---|---|\n"]
    for size, tools in costs.items():
        for name, cost in tools.items():
            ratio = cost.cpu / tools["ours"].cpu
            rows.append(f"| {size} | {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.memory:.0f} | {ratio:.1f} |\n")
    for small, large in pairwise(costs):
        for name in costs[large]:
            ends = (small, costs[small][name].cpu), (large, costs[large][name].cpu)
            rows.append(f"\nGrowth of {name} from {small} to {large}: exponent {exponent(*ends):.2f}.\n")
    return "".join(rows)
