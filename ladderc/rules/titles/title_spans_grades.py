"""A title stands at one grade of its track.

Why
---
Where one title covers several grades, a promotion cannot be seen from outside, and two people with the same title
are paid by different bands without anybody saying why.
That is a nuisance on any track.
It is unequal where managers get a new title with each grade and experts do not: then only managers are seen to rise.

Source
------
J: "the same structure and visibility"; a published framework puts one title on three grades.
Titles are compared inside a track, in the framework's language, ignoring case; a stem's titles are only listed.
“Titles a grade” counts, over all tracks of a side from the fork up, the different titles of each track and its levels.
Where the order of grades is our guess (`spine: assumed`), so is the fork, and the finding stays a note.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        title: Staff Specialist
      - id: S6
        title: Staff Specialist  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        title: Staff Specialist
      - id: S6
        title: Principal Specialist

When to waive
-------------
When a title is fixed by law or by a licence, and the grade is shown beside it wherever the title is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import counted, family_name, grade_name, listed, track_name
from ladderc.rules.tokens import fold


class Count(NamedTuple):
    """How many titles the levels of one side have from the fork up."""

    titles: int
    levels: int

    @property
    def a_grade(self) -> Fraction:
        """Different titles a level; 1 where every level has its own."""
        return Fraction(self.titles, self.levels)

    def __str__(self) -> str:
        return f"{counted(self.titles, 'title')} for {counted(self.levels, 'level')}"


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    assert case.family is not None, "the rule judges families"
    facts = case.facts
    tracks = case.facts.tracks
    if not any(len(track.levels) > 1 for track in tracks):
        yield case.not_judged("a track with two levels in the family")
        return
    # a track that belongs to several families is told once, unless it makes this family's sides unequal
    unequal = _unequal(case)
    told = unequal[2] if unequal else [track for track in tracks if track.families[0] == case.family.id]
    repeats = [levels for track in told for levels in _repeats(case, track.levels)]
    figures = (
        *_figures("A", _count(case, facts.others)),
        *_figures("M", _count(case, facts.management)),
    )
    yield _fails(case, repeats, unequal, figures) if repeats else case.holds(figures=figures)


def _unequal(case: Case) -> tuple[Count, Count, list[Track]] | None:
    """Both counts, and the tracks that repeat titles, where A has fewer titles a grade than M."""
    own, theirs = _count(case, case.facts.others), _count(case, case.facts.management)
    if own and theirs and own.a_grade < theirs.a_grade:
        return own, theirs, [*case.facts.others]
    return None


def _count(case: Case, tracks: Iterable[Track]) -> Count | None:
    fork = case.facts.fork
    if fork is None:
        return None
    named = [
        (track.id, _title(case, level))
        for track in tracks
        for level in track.levels
        if case.facts.rank_of(level) >= fork
    ]
    return Count(len(set(named)), len(named)) if named else None


def _repeats(case: Case, levels: Iterable[Level]) -> list[list[Level]]:
    """The levels that share a title, a list for each title."""
    by_title: dict[str, list[Level]] = {}
    for level in levels:
        by_title.setdefault(_title(case, level), []).append(level)
    return [several for several in by_title.values() if len(several) > 1]


def _title(case: Case, level: Level) -> str:
    return " ".join(fold(level.title.in_language(case.framework.locale)).split())


def _fails(
    case: Case,
    repeats: list[list[Level]],
    unequal: tuple[Count, Count, list[Track]] | None,
    figures: tuple[Figure, ...],
) -> Verdict:
    tracks = case.framework.tracks
    family = family_name(case.facts.family)
    titles = (
        f"“{levels[0].title.in_language(case.framework.locale)}” at {listed(grade_name(level.grade) for level in levels)}"
        f" ({track_name(tracks[levels[0].track])})"
        for levels in repeats
    )
    listing = listed(titles, most=5)
    one = "one title stands" if len(repeats) == 1 else f"{len(repeats)} titles stand"
    message = [f"In {family}, {one} at several grades of a track: {listing}."]
    guessed = case.framework.spine_assumed
    if unequal:
        sides = f"From the grade where managers begin, the other tracks have {unequal[0]}, the managers {unequal[1]}"
        message.append(f"{sides}, if the guessed order of grades is right." if guessed else f"{sides}.")
    message.append("Give each grade a title of its own, for example with “Senior”, “Staff” or a number.")
    later = [level for levels in repeats for level in levels[1:]]
    return case.fails(
        "\n".join(message),
        later[0].at("title"),
        figures=figures,
        related=tuple(Related(level.at("title"), "has the title of a lower grade too") for level in later[1:]),
        severity=Severity.WARNING if unequal and not guessed else Severity.NOTE,
        topic="unequal" if unequal else "repeated",
    )


def _figures(side: str, count: Count | None) -> tuple[Figure, ...]:
    if count is None:
        return ()
    return (
        Figure("different titles from the fork up", count.titles, "titles", side),
        Figure("levels from the fork up", count.levels, "levels", side),
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
