"""The walk that rules share which set what experts are paid beside what managers are: moment, grade and zone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from ladderc.finding import Verdict
from ladderc.model.level import Level
from ladderc.rules.bands import Moment, moments, zones_apart
from ladderc.rules.base import Case
from ladderc.rules.compare import Comparison, guessed_note, possible_note
from ladderc.rules.pay_files import NO_FILE
from ladderc.rules.phrases import level_name, listed


class Beside(NamedTuple):
    """The experts and managers of one grade in one zone; ``named`` is the zone where it is judged apart."""

    levels: tuple[Level, ...]
    peers: tuple[Level, ...]
    zone: str | None
    named: str | None


def judge_moments(case: Case, judge: Callable[[Case, Moment], Iterator[Verdict]]) -> Iterator[Verdict]:
    """What ``judge`` finds in the pay in force and in each later one; or what is lacking to judge anything."""
    known = moments(case)
    if not case.facts.management or not case.facts.others:
        yield case.not_judged("experts and managers to compare", from_pay=True)
    elif not known:
        yield case.not_judged(NO_FILE, from_pay=True)
    for moment in known if case.facts.management and case.facts.others else ():
        yield from judge(case, moment)


def beside_each_other(case: Case, moment: Moment) -> Iterator[Beside]:
    """Each grade at which both stand, from the lowest; executive grades are left out."""
    facts = case.facts
    for grade in (one.id for one in case.framework.grades if one.id not in facts.executive):
        levels = tuple(level for level in facts.other_levels() if level.grade == grade)
        peers = tuple(level for level in facts.management_levels() if level.grade == grade)
        for zone, named in zones_apart(moment, (*levels, *peers)) if levels and peers else ():
            yield Beside(levels, peers, zone, named)


def fall_short_too(more: Sequence[Level]) -> str:
    """The line on the other levels of a grade that fall short, with its line end before; empty without any."""
    names = listed(level_name(one) for one in more)
    return f"\n{names} {'falls' if len(more) == 1 else 'fall'} short there too." if more else ""


def doubt_notes(case: Case, moment: Moment, comparisons: Sequence[Comparison[Any]], claim: str) -> list[Verdict]:
    """What holds against some managers only, or only if the guessed pairing is right."""
    note = guessed_note if case.framework.spine_assumed else possible_note
    kind = "guessed" if case.framework.spine_assumed else "possible"
    found = note(case, comparisons, claim, from_pay=True, discriminator=f"{kind} {moment.apart}".strip())
    if found is None:
        return []
    told = moment.since() + found.message
    return [found._replace(message=told, message_without_pay=told)]
