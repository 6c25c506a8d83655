"""Makes frameworks of any size: families of four tracks and a stem, six levels a track, pay for every grade."""

from __future__ import annotations

import sys
from pathlib import Path

KINDS = ("specialist", "people-leadership", "project-leadership", "influence-innovation")
DIMENSIONS = ("craft", "delivery", "influence", "growth")
LEVELS = 6
STATEMENTS = 3

VERBS = (
    "Shapes",
    "Proves",
    "Settles",
    "Explains",
    "Mends",
    "Measures",
    "Plans",
    "Tests",
    "Weighs",
    "Finds",
    "Clears",
    "Designs",
    "Rebuilds",
    "Traces",
    "Simplifies",
    "Documents",
    "Compares",
    "Questions",
    "Repairs",
    "Forecasts",
    "Leads",
    "Reviews",
    "Negotiates",
    "Charts",
    "Refines",
    "Coordinates",
    "Audits",
)
KINDS_OF_THING = (
    "seasonal",
    "regional",
    "shared",
    "fragile",
    "nightly",
    "costly",
    "unloved",
    "disputed",
    "manual",
    "signed",
    "public",
    "internal",
    "legacy",
    "urgent",
    "quiet",
    "hidden",
    "central",
    "seldom-used",
    "customer-facing",
    "paper-based",
    "weekly",
)
THINGS = (
    "timetables",
    "interfaces",
    "forecasts",
    "handovers",
    "contracts",
    "sensors",
    "reports",
    "crossings",
    "models",
    "budgets",
    "incidents",
    "invoices",
    "agreements",
    "dashboards",
    "routines",
    "complaints",
    "prototypes",
    "archives",
    "permits",
    "warehouses",
    "suppliers",
    "teams",
    "decisions",
)
ENDS = (
    "before they cost a customer time",
    "so that others can build on them",
    "with evidence that a stranger can check",
    "while the facts are still changing",
    "and writes down what was ruled out",
    "across places that never met before",
    "without waiting to be asked",
    "until nobody has to ask twice",
    "together with the people who will live with them",
    "where two sites disagree about the numbers",
    "and tells the manager of the line early when a date is at risk",
    "in words that somebody from another trade understands",
    "by asking those who do the work each day",
)
PLACES = (
    "for one depot",
    "for the northern region",
    "in several countries",
    "at the harbour",
    "between planning and operations",
    "for new and long-standing customers",
    "in the months before winter",
    "on every line that carries freight",
    "after a change of supplier",
    "for at least three products",
    "during a merger",
)
PARTS = (VERBS, KINDS_OF_THING, THINGS, PLACES, ENDS)
STEP = 1_234_567
"""How far apart the numbers of two sentences lie; it shares no factor with the counts of the parts, so all differ."""


def write_framework(root: Path, tracks: int) -> Path:
    """Write a framework with about ``tracks`` tracks (a multiple of four) into a new folder."""
    families = [f"family{number}" for number in range(max(1, tracks // 4))]
    for folder in ("tracks", "pay"):
        (root / folder).mkdir(parents=True)
    (root / "framework.yaml").write_text(_framework(families))
    (root / "pay" / "base.yaml").write_text(_pay())
    for position, family in enumerate(families):
        for kind in KINDS:
            (root / "tracks" / f"{family}-{kind}.yaml").write_text(_track(position, family, kind))
    return root


def _framework(families: list[str]) -> str:
    grades = "\n".join(f"  - id: G{number}\n    name: Grade {number}" for number in range(1, LEVELS + 1))
    dimensions = "\n".join(
        f"  - id: {name}\n    name: {name.title()}\n    measures: {measure}"
        for name, measure in zip(DIMENSIONS, ("complexity", "contribution", "influence", "other"), strict=True)
    )
    listed = "\n".join(f"  - id: {name}\n    name: {name.title()}" for name in families)
    return (
        "language: 1\nname: Synthetic\nowner: A. Owner\nsponsor: A. Sponsor\nreviewed: 2026-09-01\n"
        f"grades:\n{grades}\ndimensions:\n{dimensions}\nfamilies:\n{listed}\n"
    )


def _pay() -> str:
    bands = "\n".join(
        f"  - grade: G{number}\n    min: {40000 + 12000 * number}\n    max: {58000 + 16000 * number}"
        for number in range(1, LEVELS + 1)
    )
    return f"currency: EUR\nperiod: year\neffective: 2026-01-01\nbands:\n{bands}\n"


def _track(position: int, family: str, kind: str) -> str:
    name = f"{family}-{kind}"
    levels = "\n".join(_level(position, kind, number) for number in range(1, LEVELS + 1))
    moves = "\n".join(
        f"  - from: L{number}\n    to: {family}-{other}/L{number}\n    kind: lateral\n    pay: protected"
        for number in range(1, LEVELS + 1)
        for other in KINDS
        if other != kind
    )
    return f"id: {name}\nname: {name}\nkind: {kind}\nfamily: {family}\nlevels:\n{levels}\nmoves:\n{moves}\n"


def _level(position: int, kind: str, number: int) -> str:
    expectations = "\n".join(
        f"      {dimension}:\n        rating: {number}\n        statements:\n"
        + "\n".join(f"          - {_sentence(position, kind, number, place, which)}" for which in range(STATEMENTS))
        for place, dimension in enumerate(DIMENSIONS)
    )
    reports = "    reports:\n      min: 3\n      max: 8\n" if kind == "people-leadership" else ""
    return (
        f"  - id: L{number}\n    grade: G{number}\n    title: {kind.title()} {number}\n{reports}"
        f"    summary: Answers for work of the size that grade {number} names.\n    expectations:\n{expectations}"
    )


def _sentence(position: int, kind: str, number: int, place: int, which: int) -> str:
    """A sentence that stands nowhere else in the framework, as in a real one."""
    level = (position * len(KINDS) + KINDS.index(kind)) * LEVELS + number - 1
    seed = STEP * ((level * len(DIMENSIONS) + place) * STATEMENTS + which)
    words = []
    for part in PARTS:
        seed, choice = divmod(seed, len(part))
        words.append(part[choice])
    verb, kind_of_thing, thing, where, end = words
    return f"{verb} {kind_of_thing} {thing} {where} {end}."


if __name__ == "__main__":
    write_framework(Path(sys.argv[1]), int(sys.argv[2]))
