"""Where a manager's title stands on somebody without reports, the grade is open to others too.

Why
---
Sometimes the title is not vanity but the only door: the firm had no expert grade that paid enough, so it called the
expert a Director.
The person was worth it, and the ladder could not say so.
That is a missing level, not a naming mistake, and it comes back with the next good expert.

Source
------
D: "the organization's only method to offer the deserved compensation".

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S7
        title: Director of Technology  # <- here
    # tracks/project-leadership.yaml
    levels:
      - id: P7
        title: Director of Delivery  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S7
        title: Distinguished Specialist
    # tracks/project-leadership.yaml
    levels:
      - id: P7
        title: Lead for Major Programmes

When to waive
-------------
While the expert level at that grade is being written, with the day on which it will be open.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.management_titles import management_word
from ladderc.rules.phrases import family_name, grade_name, level_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a titled level that stands alone at its grade, or one for the family."""
    facts = case.facts
    assert case.family is not None, "the rule judges families"
    levels = [level for track in case.facts.tracks for level in track.levels]
    if not levels:
        yield case.not_judged("a level in the family")
        return
    stem = {track.id for track in facts.stem}
    titled = {level.key: word for level in levels if (word := _word(case, level))}
    doors = {level.grade for level in levels if level.key not in titled and level.track not in _managing(case)}
    failing = [
        _fails(case, level, titled[level.key])
        for level in levels
        if level.key in titled and not level.manages and level.track not in stem and level.grade not in doors
    ]
    yield from failing or [case.holds(figures=(Figure("grades open to experts", len(doors), "grades", "A"),))]


def _managing(case: Case) -> set[str]:
    return {track.id for track in case.facts.management}


def _word(case: Case, level: Level) -> str | None:
    return management_word(level, case.framework.locale, case.words("allowed_titles"))


def _fails(case: Case, level: Level, word: str) -> Verdict:
    family = family_name(case.facts.family)
    managers = [peer for peer in case.facts.management_levels() if peer.grade == level.grade and peer.key != level.key]
    message = "\n".join(
        (
            f"{level_name(level)} is titled “{word}” and manages nobody.",
            f"Off the managers' track {family} has no level at {grade_name(level.grade)} with another kind of title, "
            "so this one looks like the only way to the pay of that grade.",
            f"Add an expert level at {grade_name(level.grade)} with a title that says what the work is, and rename this one.",
        )
    )
    return case.fails(
        message,
        level.at("title"),
        case.subject(level=level),
        related=tuple(Related(peer.place, f"the managers' level at {grade_name(level.grade)}") for peer in managers),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.ERROR,
    settings=(
        Setting("allowed_titles", (), "Further titles that contain a manager's word and promise no team.", ours=False),
    ),
)
