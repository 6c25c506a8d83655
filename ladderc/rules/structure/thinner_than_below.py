"""A level is not described in far fewer words than the level below it.

Why
---
Whoever weighs a promotion reads the two levels side by side.
Where the higher one says less, the step looks smaller than it is, and what it asks is settled in conversation.
It happens most at the top, where only a few people are meant and each of them is believed to know.
The rule counts words and statements: it measures how much is written, not how good it is.

Source
------
Seen in print: published frameworks whose top levels shrink to a line.
Both thresholds are our own choice.
Levels that add to others (`builds_on`, or `statements: cumulative`) are not judged, for they need not repeat.
A level that asks for nothing at all is left to `section-parity` and `dimension-coverage`.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          craft:
            - Opens a field of work in which the firm had no knowledge before.
            - Finds out which of two rival theories holds by an experiment nobody had thought of.
            - Says publicly what is not understood yet and what it would take to understand it.
            - Writes the chapter on wear from which the whole trade has learned since.
      - id: S7
        expectations:  # <- here
          craft:
            - Solves a problem that the whole industry had taken for a law of nature.

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          craft:
            - Opens a field of work in which the firm had no knowledge before.
            - Finds out which of two rival theories holds by an experiment nobody had thought of.
            - Says publicly what is not understood yet and what it would take to understand it.
            - Writes the chapter on wear from which the whole trade has learned since.
      - id: S7
        expectations:
          craft:
            - Solves a problem that the whole industry had taken for a law of nature.
            - Judges in one evening whether a proposal from outside deserves a year of the firm.
            - Founds a laboratory that keeps finding things after its founder has left.

When to waive
-------------
When the level is held by one person and is rewritten with each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.phrases import level_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here
from ladderc.rules.volume import Volume, written


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that is thinner than the one below, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    judged = 0
    failing = []
    share, least = Fraction(case.number("least")), int(case.number("least_statements"))
    for track in tracks_judged_here(case):
        for below, level, lower, upper in _steps(case, track):
            judged += 1
            if upper.below(lower, share, least):
                failing.append(_thinner(case, track, below, level, lower, upper))
    if not judged:
        yield case.not_judged("statements at two levels of one track, each complete by itself")
        return
    yield from failing or [case.holds(figures=(Figure("steps compared", judged, "steps"),))]


def _steps(case: Case, track: Track) -> Iterator[tuple[Level, Level, Volume, Volume]]:
    """Each two rungs of which the upper one is complete by itself, with what both of them say."""
    if track.statements == "cumulative":
        return
    volumes = [written(case.content, level) for level in track.levels]
    rungs = list(zip(track.levels, volumes, strict=True))
    for (below, lower), (level, upper) in pairwise(rungs):
        if lower.statements and not level.builds_on and case.content.said(level).dimensions:
            yield below, level, lower, upper


def _thinner(case: Case, track: Track, below: Level, level: Level, lower: Volume, upper: Volume) -> Verdict:
    locale = case.framework.locale
    message = "\n".join(
        (
            f"{level_name(level)} asks for {upper.told(locale)}, {level_name(below)} below it for {lower.told(locale)}.",
            "Counting shows how much is written, not how good it is.",
            f"Write what {level.id} asks beyond {below.id}; "
            f"if all of {below.id} holds for it as well, write `builds_on: {below.id}`.",
        )
    )
    return case.fails(
        message,
        level.at("expectations"),
        *subjects_of(track, [level]),
        figures=(
            Figure("statements", upper.statements, "statements"),
            Figure("statements below", lower.statements, "statements"),
            Figure("words", upper.words, "words"),
            Figure("words below", lower.words, "words"),
            Figure("least", case.number("least"), "ratio", "limit"),
        ),
        related=(Related(below.at("expectations"), "the level below"),),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(
        Setting("least", Decimal("0.7"), "The share of the statements and of the words of the level below."),
        Setting("least_statements", 3, "By how many statements the two levels must differ at least."),
    ),
)
