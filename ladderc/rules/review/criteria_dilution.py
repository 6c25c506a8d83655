"""No level comes to ask for less while its counterparts ask for what they asked.

Why
---
An expert level that loses three of its demands keeps its title and loses its weight: next year somebody will call it
"not really a G6", and will be right. The same happens to managers when a hard demand is struck to fill a post. Asking
for less can be a good decision, if it is taken for everybody at the grade.

Source
------
J "genuinely different" paths of equal weight. D "clearly defined" roles.
What counts as asking for less is our own choice: marks that fall, statements that go, numbers that shrink, and nothing
that comes instead.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6  # <- here
        expectations:
          influence: ~

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Senior Staff Engineer

When to waive
-------------
Acknowledge it in acks.yaml where the level asked for more than its counterparts before, and now asks for as much.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Related, Severity, Verdict
from ladderc.model.change import Change
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.drafts import drafts
from ladderc.rules.phrases import counted, grade_name, level_name, listed

_LESS = {
    "rating-lowered": ("lower mark", "lower marks"),
    "expectation-removed": ("statement fewer", "statements fewer"),
    "expectation-lowered": ("statement that asks for less", "statements that ask for less"),
}
_MORE = frozenset({"rating-raised", "expectation-added", "expectation-raised"})
_MOVED = ("expectation-moved-up", "expectation-moved-down", "expectation-moved-across")
"""Kinds that ask for more at the first level reached and, as far as that one asks for less, at the second for less."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that asks for less and for nothing more, where no counterpart does."""
    by_level: dict[str, list[str]] = {}
    for change in case.reviewed.single:
        for key, kind in _at_levels(change):
            by_level.setdefault(key, []).append(kind)
    in_force = case.framework.levels.keys() - drafts(case.framework)
    diluted = {key: less for key, kinds in by_level.items() if key in in_force and (less := _less(kinds))}
    failing = []
    for key, less in diluted.items():
        level = case.framework.levels[key]
        peers = [peer for peer in _counterparts(case, level) if peer.key in in_force]
        if peers and not any(peer.key in diluted for peer in peers):
            failing.append(_verdict(case, level, less, peers))
    yield from failing or [case.holds()]


def _at_levels(change: Change) -> Iterator[tuple[str, str]]:
    """The levels that a change reaches, each with the kind of change that it is there."""
    if change.kind not in _MOVED:
        yield from ((key, change.kind) for key in change.reaches)
        return
    target, source = change.reaches
    yield target, "expectation-added"
    if change.impact != "worse":  # else the level that it left asks for it still
        yield source, "expectation-removed"


def _less(kinds: list[str]) -> dict[str, int]:
    """How much less is asked, by kind of change; empty where something is asked instead."""
    if any(kind in _MORE or kind in ("grade-raised", "grade-lowered") for kind in kinds):
        return {}
    counts: dict[str, int] = {}
    for kind in kinds:
        if kind in _LESS:
            counts[kind] = counts.get(kind, 0) + 1
    return counts


def _counterparts(case: Case, level: Level) -> list[Level]:
    """The levels across the line between management and the others, at one grade."""
    found: dict[str, Level] = {}
    for facts in case.every_family.values():
        if level in facts.other_levels():
            found |= {peer.key: peer for peer in facts.references(level).levels}
        elif level in facts.management_levels():
            found |= {peer.key: peer for peer in facts.counterparts(level)}
    return list(found.values())


def _verdict(case: Case, level: Level, less: dict[str, int], peers: list[Level]) -> Verdict:
    parts = listed(counted(count, *_LESS[kind]) for kind, count in less.items())
    verb = "asks" if len(peers) == 1 else "ask"
    family = case.framework.tracks[level.track].families[0]
    return case.fails(
        f"{level_name(level)} asks for less than before: {parts}.\n"
        f"{listed(level_name(peer) for peer in peers)} at {grade_name(level.grade)} {verb} for what was asked before.\n"
        "Ask for less on both sides, put something in its place, or acknowledge it with the reason.",
        level.place,
        case.subject(level=level)._replace(family=family),
        related=tuple(Related(peer.place, "asks for what it asked") for peer in peers[:3]),
    )


RULE = rule(__name__, check, severity=Severity.WARNING, scope="review")
