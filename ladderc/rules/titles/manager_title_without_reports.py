"""Nobody without reports carries a manager's title.

Why
---
A title is a promise to everyone who reads it.
"Director" on a person who directs nobody tells outsiders the wrong thing, and tells colleagues that rank needs a
manager's word.
It also makes the real work invisible: what is said of an expert is then that they are a manager without a team.

Source
------
D: the "Director" without direct reports.
Titles that name a piece of work or a client, such as Project Manager or Account Manager, are fine.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Director of Engineering  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Principal Specialist

When to waive
-------------
While a person keeps a title that was promised to them, with the day on which the level is renamed.
A title that is usual in your trade and promises no team belongs in `allowed_titles`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.management_titles import management_word
from ladderc.rules.phrases import level_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level whose title promises a manager, or one for the family."""
    assert case.family is not None, "the rule judges families"
    tracks = case.facts.tracks
    levels = [level for track in tracks for level in track.levels if not level.manages]
    if not any(track.levels for track in tracks):
        yield case.not_judged("a level in the family")
        return
    allowed = case.words("allowed_titles")
    failing = [
        _fails(case, level, word)
        for level in levels
        # a track that belongs to several families is told once
        if case.framework.tracks[level.track].families[0] == case.family.id
        and (word := management_word(level, case.framework.locale, allowed))
    ]
    yield from failing or [case.holds(figures=(Figure("levels without reports", len(levels), "levels"),))]


def _fails(case: Case, level: Level, word: str) -> Verdict:
    families = case.framework.tracks[level.track].families
    message = "\n".join(
        (
            f"{level_name(level)} is titled “{word}” and manages nobody.",
            "Expected a title that says what the work is.",
            "Rename the level, or write how many report to it under `reports`.",
        )
    )
    subject = case.subject(level=level)
    return case.fails(message, level.at("title"), *(subject._replace(family=family) for family in families))


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    standard=Severity.ERROR,
    settings=(
        Setting("allowed_titles", (), "Further titles that contain a manager's word and promise no team.", ours=False),
    ),
)
