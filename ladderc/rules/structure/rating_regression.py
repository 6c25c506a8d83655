"""No rating falls as the grades of a track rise.

Why
---
A higher grade that asks for less of something tells people to unlearn it.
Often it is a slip: a row was pasted one line too low, and nobody noticed until a promotion failed on it.
Where less is truly meant, the statements can say so without the rating taking back what was asked before.

Source
------
The arithmetic of any scale that is said to rise with the grade.
Ratings that only leaders of people have are a warning, for at the top such care passes to others;
all others are an error.
A rating is compared with the nearest level below in the same track that is rated on the same dimension.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          craft:
            rating: 4
            statements: [Derives one theory from faults that three products showed in different shapes.]
          delivery:
            rating: 3
            statements: [Replaces several home-made tools by one that all products rely on.]
      - id: S6
        expectations:
          craft:
            rating: 3  # <- here
            statements: [Opens a field of work in which the firm had no knowledge before.]
          delivery:
            rating: 4
            statements: [Turns research into a product line that customers pay more for.]

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          craft:
            rating: 4
            statements: [Derives one theory from faults that three products showed in different shapes.]
          delivery:
            rating: 3
            statements: [Replaces several home-made tools by one that all products rely on.]
      - id: S6
        expectations:
          craft:
            rating: 4
            statements: [Opens a field of work in which the firm had no knowledge before.]
          delivery:
            rating: 4
            statements: [Turns research into a product line that customers pay more for.]

When to waive
-------------
When the nature of the work changes at that grade and the firm stands by asking for less.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name
from ladderc.rules.ratings import dimension_names, people_only, rating_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here

Fall = tuple[str, Level, Decimal, Decimal]
"""A dimension, the level below, its rating, and the lower one that follows."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level at which a rating falls, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    compared = 0
    failing = []
    for track in tracks_judged_here(case):
        last: dict[str, tuple[Level, Decimal]] = {}
        for level in track.levels:
            falls: list[Fall] = []
            for name, rating in case.content.ratings(level).items():
                if name in last:
                    compared += 1
                    below, before = last[name]
                    falls += [(name, below, before, rating)] if rating < before else []
                last[name] = (level, rating)
            if falls:
                failing.append(_falls(case, track, level, falls))
    if not compared:
        yield case.not_judged("ratings on one dimension at two levels of one track")
        return
    yield from failing or [case.holds(figures=(Figure("ratings compared", compared, "ratings"),))]


def _falls(case: Case, track: Track, level: Level, falls: list[Fall]) -> Verdict:
    framework = case.framework
    grave = [fall for fall in falls if not people_only(framework.dimensions.get(fall[0]))]
    name, nearest, _, _ = (grave or falls)[0]
    lines = [
        f"{level_name(level)} is rated {rating_name(framework, rating)} on {dimension_names(framework, [dimension])}, "
        f"{level_name(below)} below it {rating_name(framework, before)}."
        for dimension, below, before, rating in falls
    ]
    lines.append(f"Raise the `rating` at {level.id}, or lower the one at {nearest.id} if that is the slip.")
    return case.fails(
        "\n".join(lines),
        level.at("expectations", name, "rating"),
        *subjects_of(track, [level]),
        figures=tuple(
            figure
            for dimension, _, before, rating in falls
            for figure in (Figure(dimension, rating, "rating"), Figure(f"{dimension} below", before, "rating"))
        ),
        related=tuple(Related(below.at("expectations", dimension), "rated higher") for dimension, below, _, _ in falls),
        severity=None if grave else Severity.WARNING,
        topic="people" if not grave else "",
    )


RULE = rule(__name__, check, severity=Severity.ERROR)
