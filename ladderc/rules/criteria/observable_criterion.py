"""Every statement names something that another person could see.

Why
---
"An outstanding communicator" tells a reader that somebody was impressed, and not by what.
Two people who judge by it judge by their own taste, and taste favours those who resemble the judge.
A statement that names an act or a result can be shown, disputed and learned.

Source
------
Directive (EU) 2023/970, Art. 4(4): pay structures rest on "objective" criteria.
Found are statements in which every word is praise or says nothing by itself.
One word of another kind is enough to pass: the rule cannot tell whether what is named is worth naming.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          influence:
            - Is a truly outstanding communicator.  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          influence:
            - Persuades product leads to change a plan with evidence they could not refute.

When to waive
-------------
When the words are a term of your trade, with the place where it is defined.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level, Statement
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name, listed
from ladderc.rules.praise import all_praise, praise_words
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level with statements of praise alone, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    levels = [(track, level) for track in tracks_judged_here(case) for level in track.levels]
    total = sum([len(asked.statements) for _, level in levels for asked in level.expectations.values()])
    if not total:
        yield case.not_judged("statements at any level of the family")
        return
    worth_reading = case.content.saying(praise_words)
    failing = [
        _fails(case, track, level, praising)
        for track, level in levels
        if level.key in worth_reading and (praising := _praising(case, level, worth_reading[level.key]))
    ]
    yield from failing or [case.holds(figures=(Figure("statements read", total, "statements"),))]


def _praising(case: Case, level: Level, worth_reading: Set[Text]) -> list[tuple[Statement, str]]:
    """The statements that are praise alone, each with the words that are."""
    statements = [one for asked in level.expectations.values() for one in asked.statements if one.text in worth_reading]
    return [(one, praise) for one in statements if (praise := all_praise(one.text, case.framework.locale))]


def _fails(case: Case, track: Track, level: Level, praising: list[tuple[Statement, str]]) -> Verdict:
    quoted = listed(f"“{praise.strip()}”" for _, praise in praising)
    what = "a statement that is" if len(praising) == 1 else "statements that are"
    return case.fails(
        f"{level_name(level)} has {what} nothing but praise: {quoted}.\n"
        "Expected something that another person could see.\n"
        "Write what somebody does or brings about at this level.",
        praising[0][0].place,
        *subjects_of(track, [level]),
        figures=(Figure("statements of praise alone", len(praising), "statements"),),
        related=tuple(Related(one.place, "praise alone too") for one, _ in praising[1:]),
    )


RULE = rule(__name__, check, severity=Severity.NOTE)
