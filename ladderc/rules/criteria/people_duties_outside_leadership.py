"""Whoever does not lead people does not decide on hiring, ratings, dismissal, discipline, pay or leave.

Why
---
An expert who also rates people, approves holiday and decides on pay has a second job, and it is the one that they
chose not to have.
It eats the time that their field needs, and those they decide on have two managers or none.
Interviewing, onboarding, mentoring and giving a view are another matter: they need an expert and make nobody a manager.

Source
------
J: "administrative weight".
Read are the summary, the statements, the duties, what promotion asks for, and the domains that the level `decides`.
A duty is a verb that decides, and a matter of people right behind it.
Words that have other meanings count only where they stand alone or speak of people: "ratings of bonds" is no duty.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        duties:
          - Keeps the shared tool alive.
          - Decides on pay and approves holiday for the design office.  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        duties:
          - Keeps the shared tool alive.
          - Interviews for the design office and gives a view on each candidate.

When to waive
-------------
When the law asks for an expert's own decision, as with a chief physician who must approve who works under them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.people_duties import duty_phrase, duty_words, is_people_matter
from ladderc.rules.phrases import level_name, listed
from ladderc.rules.shared_tracks import subjects_of
from ladderc.span import Place


class Duty(NamedTuple):
    """One decision on people: how it is written, and whether promotion requires it."""

    words: str
    place: Place
    required: bool


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that decides on people, or one for the family."""
    facts = case.facts
    if not facts.others:
        yield case.not_judged("a track that does not manage people")
        return
    levels = facts.other_levels()
    if not any(True for level in levels for _ in _texts(level)) and not any(level.decisions for level in levels):
        yield case.not_judged("`duties`, `expectations` or `decisions` at any level that does not manage people")
        return
    # a track that belongs to several families is told once
    told_here = [track for track in facts.others if track.families[0] == facts.family.id]
    failing = [
        _fails(case, track, level, duties)
        for track in told_here
        for level in track.levels
        if (duties := list(_duties(case, level)))
    ]
    yield from failing or [case.holds(figures=(Figure("levels free of people duties", len(levels), "levels", "A"),))]


def _fails(case: Case, track: Track, level: Level, duties: list[Duty]) -> Verdict:
    worst = next((duty for duty in duties if duty.required), duties[0])
    asked = ", and its promotion asks for that" if worst.required else ""
    return case.fails(
        f"{level_name(level)} does not lead people and decides on them{asked}: "
        f"{listed(f'“{duty.words}”' for duty in duties)}.\n"
        "Expected that hiring, ratings, dismissal, discipline, pay and leave are decided by those who lead people.\n"
        "Leave the decision to them; interviewing, onboarding, mentoring or giving a view are fine.",
        worst.place,
        *subjects_of(track, [level]),
        figures=(Figure("decisions on people", len(duties), "decisions", "A"),),
        related=tuple(Related(duty.place, "decides on people too") for duty in duties if duty is not worst),
        severity=Severity.ERROR if worst.required else None,
        topic="required" if worst.required else "duty",
    )


def _duties(case: Case, level: Level) -> Iterator[Duty]:
    worth_reading = case.content.saying(duty_words).get(level.key, ())
    for text, place, required in _texts(level) if worth_reading else ():
        if text in worth_reading and (words := duty_phrase(text, case.framework.locale)):
            yield Duty(words, place, required)
    for decision in level.decisions:
        domain = case.framework.domains.get(decision.domain)
        if domain and decision.role == "decides" and is_people_matter(domain.name, case.framework.locale):
            yield Duty(f"decides {domain.name.plain}", decision.place, False)


def _texts(level: Level) -> Iterator[tuple[Text, Place, bool]]:
    if level.summary:
        yield level.summary, level.at("summary"), False
    for expectation in level.expectations.values():
        yield from ((statement.text, statement.place, False) for statement in expectation.statements)
    for position, duty in enumerate(level.duties):
        yield duty, level.at("duties", position), False
    if level.promotion:
        for position, evidence in enumerate(level.promotion.evidence):
            yield evidence, level.at("promotion", "evidence", position), False
        yield from ((one.text, one.place, True) for one in level.promotion.requires if one.text)


RULE = rule(__name__, check, severity=Severity.WARNING)
