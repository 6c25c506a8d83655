"""Whoever becomes a manager has led people before, or tries it first.

Why
---
The best engineer of a team is not thereby its best manager.
If the way into management asks for expert merit alone, the firm loses an expert and gains a manager who learns on people.
A trial, or evidence of having led, coached or brought up others, tells both sides in time.

Source
------
J: "roles they weren't suited for".
Looked at are the first level of each managers' track, unless people come to it from management only, and every move
from another track.
A move may ask by `trial_months`, in its note, or by what the level it leads to asks of everyone.
The word lists are wide: any word of leading, coaching or bringing up people counts, and so does having been at a level
that manages.

Bad
---
    # tracks/people-leadership.yaml
    levels:
      - id: M4
        promotion:
          evidence:  # <- here
            - The hardest problem of the year, solved
            - Letters from two customers

Good
----
    # tracks/people-leadership.yaml
    levels:
      - id: M4
        promotion:
          evidence:
            - The hardest problem of the year, solved
            - Letters from those led during six months of trial

When to waive
-------------
When managers come from outside only, and what they are asked for stands in the advertisement.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Move
from ladderc.rules.base import Case, rule
from ladderc.rules.people_evidence import asks_for_leading, can_be_read
from ladderc.rules.phrases import level_name, listed
from ladderc.rules.placeholders import is_written
from ladderc.rules.shared_tracks import subjects_of
from ladderc.span import Place


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a way into management that asks for expert merit alone, or one for the family."""
    facts = case.facts
    if not facts.management:
        yield case.not_judged("a managers' track")
        return
    arrivals = _arrivals(case)
    every = (
        *facts.other_levels(),
        *facts.management_levels(),
        *(level for track in facts.stem for level in track.levels),
    )
    promotes = any(level.promotion for level in every)
    if not promotes and not any(_asks(case, move) for _, move in arrivals):
        yield case.not_judged("`promotion` at any level of the family, or `trial_months` at any move into management")
        return
    # where no level says anything of promotion, silence at the first one is no finding of its own
    firsts = _firsts(case) if promotes else []
    texts = [text for level in (*firsts, *(level for level, _ in arrivals)) for text, _ in _conditions(level)]
    if texts and not any(can_be_read(text, case.framework.locale) for text in texts):
        yield case.not_judged("word lists for the language that the framework is written in")
        return
    merit = [level for level in firsts if not _leads(case, level)]
    failing = [_level(case, level) for level in merit]
    by_target: dict[str, list[Move]] = {}
    for level, move in arrivals:
        if level not in merit and not _asks(case, move) and not _leads(case, level):
            by_target.setdefault(level.key, []).append(move)
    failing += [_moves(case, case.framework.levels[key], moves) for key, moves in by_target.items()]
    ways = len(firsts) + len(arrivals)
    yield from failing or [case.holds(figures=(Figure("ways into management", ways, "ways", "M"),))]


def _firsts(case: Case) -> list[Level]:
    """The first level of each managers' track of the family, unless only managers come to it."""
    facts = case.facts
    if facts.foreign_management:
        return []
    found = []
    for track in facts.management:
        first = track.levels[0]
        sources = [step.source for step in facts.ways.entering.get(first.key, ())]
        inside = bool(sources) and all(source in facts.ways.ladder for source in sources)
        # a track that belongs to several families is told once
        if track.families[0] == facts.family.id and not inside:
            found.append(first)
    return found


def _arrivals(case: Case) -> list[tuple[Level, Move]]:
    """Every move into management from another track of the family."""
    facts = case.facts
    here = {level.key for track in (*facts.others, *facts.stem) for level in track.levels}
    return [
        (level, step.move)
        for level in facts.management_levels()
        for step in facts.ways.entering.get(level.key, ())
        if step.move and step.source in here
    ]


def _asks(case: Case, move: Move) -> bool:
    """Whether the move itself asks for a trial or for people-leadership evidence."""
    return bool(move.trial_months) or (move.note is not None and asks_for_leading(move.note, case.framework.locale))


def _leads(case: Case, level: Level) -> bool:
    """Whether the step into a level asks everyone for having led people, or for a trial."""
    held = [one.level for one in level.promotion.requires if one.level] if level.promotion else []
    if any(key in case.facts.ways.ladder for key in held):
        return True
    return any(asks_for_leading(text, case.framework.locale) for text, _ in _conditions(level))


def _conditions(level: Level) -> list[tuple[Text, Place]]:
    promotion = level.promotion
    if promotion is None:
        return []
    found = [(text, level.at("promotion", "evidence")) for text in promotion.evidence]
    found += [(one.text, one.place) for one in promotion.requires if one.text]
    return [(text, place) for text, place in found if is_written(text)]


def _level(case: Case, level: Level) -> Verdict:
    conditions = _conditions(level)
    asked = listed((f"“{text.plain.strip()}”" for text, _ in conditions), most=4)
    place = conditions[0][1] if conditions else level.at("promotion") if level.promotion else level.place
    return case.fails(
        f"{level_name(level)} is the first level of its track that manages people, and the step into it asks for "
        f"{asked or 'nothing'}.\n"
        "Expected evidence of having led people, or a trial.\n"
        "Add one of them under `evidence`, such as “Letters from those led during a trial of six months”.",
        place,
        *subjects_of(case.framework.tracks[level.track], [level]),
        topic="merit" if level.promotion else "absent",
    )


def _moves(case: Case, level: Level, moves: list[Move]) -> Verdict:
    sources = listed(level_name(case.framework.levels[move.source]) for move in moves)
    can = "can move" if len(moves) == 1 else "can each move"
    return case.fails(
        f"{sources} {can} to {level_name(level)} and begin to manage people without a trial.\n"
        "Expected a trial, or evidence of having led people.\n"
        f"Write `trial_months: 6` in the move, or ask for that evidence under `promotion` of {level.id}.",
        moves[0].place,
        case.subject(level=level),
        related=tuple(Related(move.place, f"leads to {level.id} too") for move in moves[1:]),
        discriminator="move",
        topic="move",
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
