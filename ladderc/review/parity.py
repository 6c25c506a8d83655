"""Parity before and after: how far each level stands from those it is compared with, then and now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Subject
from ladderc.model.change import RatioMoved
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.review.pairing import Pairing
from ladderc.rules import catalog
from ladderc.rules.bands import Moment, compared, moments, zones_apart
from ladderc.rules.base import Case
from ladderc.rules.content import Content
from ladderc.rules.drafts import drafts
from ladderc.rules.engine import case_of
from ladderc.rules.facts import FamilyFacts, family_facts
from ladderc.rules.volume import asked, written

_PLACES = Decimal("0.000001")


class _State(NamedTuple):
    """One framework with the facts that comparisons need."""

    framework: Framework
    facts: dict[str, FamilyFacts]
    content: Content
    today: str

    def case(self, rule: str, family: str) -> Case:
        """What a rule would be handed to judge a family."""
        framework = self.framework
        return case_of(framework, catalog.load(rule), framework.families[family], self.facts, self.content, self.today)


def ratios_moved(pairing: Pairing, today: str) -> tuple[RatioMoved, ...]:
    """Every ratio between a level and a manager's level at its grade that is not what it was, family by family.

    Levels are compared where both sides were there before and neither is a draft; pay is compared today and on each
    later date.
    """
    before, after = (_State(one, family_facts(one), Content(one, ()), today) for one in (pairing.before, pairing.after))
    older = {new.key: old for old, new in pairing.levels.pairs}
    draft_before, draft_now = drafts(pairing.before), drafts(pairing.after)
    in_force = {key for key, old in older.items() if old.key not in draft_before and key not in draft_now}
    found: list[RatioMoved] = []
    for family in pairing.after.families:
        if family not in pairing.before.families:
            continue
        pairs = [
            (level, peer)
            for level in after.facts[family].other_levels()
            for peer in after.facts[family].references(level).levels
            if level.key in in_force and peer.key in in_force
        ]
        found += _pay(before, after, family, pairs, older)
        found += _volumes(before, after, family, pairs, older)
    return tuple(found)


def _pay(
    before: _State, after: _State, family: str, pairs: Sequence[tuple[Level, Level]], older: Mapping[str, Level]
) -> Iterator[RatioMoved]:
    was, now = (moments(state.case("band-parity", family)) for state in (before, after))
    limit = after.case("band-parity", family).number("floor")
    days = sorted({moment.apart for moment in (*was, *now)})
    told: set[tuple[str, str, str | None, Decimal | None, Decimal | None]] = set()
    for day in days:
        then, today = _on(was, day), _on(now, day)
        if not then or not today:
            continue
        for level, peer in pairs:
            before_them = (older[level.key], older[peer.key])
            for zone_then, zone, named in _zones(then, today, before_them, (level, peer)):
                old = _shares(then, *before_them, zone_then)
                new = _shares(today, level, peer, zone)
                for name, index in (("midpoint", 0), ("maximum", 1)):
                    a, b = (_exact(one[index]) if one else None for one in (old, new))
                    key = (f"{level.key} {peer.key}", name, named, a, b)
                    if a == b or a is None or b is None or key in told:
                        continue
                    told.add(key)
                    yield RatioMoved(
                        "band-parity", name, _subjects(family, level, peer, named), a, b, limit, day, from_pay=True
                    )


def _on(moments_known: Sequence[Moment], day: str) -> Moment | None:
    """What holds on a later date; what is in force today for no date."""
    holding = [moment for moment in moments_known if moment.apart <= day]
    return holding[-1] if holding else None


def _zones(
    then: Moment, today: Moment, before: tuple[Level, Level], levels: tuple[Level, Level]
) -> list[tuple[str | None, str | None, str | None]]:
    """The zones to be compared, as they are called then and now, and the name to tell each under.

    Where one state has no zones, or others, what holds for all of them is compared with what holds for all.
    """
    was, now = (
        {named: zone for zone, named in zones_apart(moment, pair)} for moment, pair in ((then, before), (today, levels))
    )
    known_then, known_now = ({zone.id for zone in moment.structure.zones} for moment in (then, today))

    def of(known: set[str], zones: dict[str | None, str | None], named: str | None) -> str | None:
        return named if named in known else zones.get(None)

    return [(of(known_then, was, named), of(known_now, now, named), named) for named in dict.fromkeys((*now, *was))]


def _shares(
    moment: Moment, level: Level, peer: Level, zone: str | None
) -> tuple[Fraction | None, Fraction | None] | None:
    own, other = moment.of(level, zone), moment.of(peer, zone)
    if not own or not other or not other.band.min:
        return None
    found = compared(own.band, other.band)
    return (found.midpoint, found.max) if found else None


def _volumes(
    before: _State, after: _State, family: str, pairs: Sequence[tuple[Level, Level]], older: Mapping[str, Level]
) -> Iterator[RatioMoved]:
    limit = after.case("definition-depth", family).number("least")
    for level, peer in pairs:
        old = _volume_shares(before.content, older[level.key], older[peer.key])
        new = _volume_shares(after.content, level, peer)
        for index, name in enumerate(("statements", "words", "metrics")):
            a, b = old[index], new[index]
            if a == b or a is None or b is None:
                continue
            rule = "metric-parity" if name == "metrics" else "definition-depth"
            bound = None if name == "metrics" else limit
            yield RatioMoved(rule, name, _subjects(family, level, peer, None), a, b, bound, "", from_pay=False)


def _volume_shares(content: Content, level: Level, peer: Level) -> list[Decimal | None]:
    ours, theirs = (asked(content, one, written(content, one)) for one in (level, peer))
    counts = [
        (ours.statements, theirs.statements),
        (ours.words, theirs.words),
        (len(level.metrics), len(peer.metrics)),
    ]
    return [_exact(Fraction(one) / Fraction(other)) if other else None for one, other in counts]


def _subjects(family: str, level: Level, peer: Level, zone: str | None) -> tuple[Subject, ...]:
    return tuple(Subject(family, one.track, one.id, one.grade, zone) for one in (level, peer))


def _exact(share: Fraction | None) -> Decimal | None:
    return None if share is None else (Decimal(share.numerator) / Decimal(share.denominator)).quantize(_PLACES)
