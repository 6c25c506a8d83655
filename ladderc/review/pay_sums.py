"""Sums changes of bands: one entry for all grades that changed alike, with who is reached and who stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ladderc.finding import Subject
from ladderc.model.change import Amount, Change, Impact
from ladderc.model.framework import Framework
from ladderc.model.pay import PayStructure
from ladderc.review.naming import change
from ladderc.review.pairing import Pairing
from ladderc.review.pay_files import PayPair
from ladderc.review.pay_terms import day, pay_subjects
from ladderc.review.pay_words import said_of, span
from ladderc.rules.phrases import family_name, level_name, listed, track_name
from ladderc.span import Place


class Row(NamedTuple):
    """What happened to one band: ``definition`` is its track, grade and zone."""

    kind: str
    definition: tuple[str | None, str, str | None]
    amounts: tuple[Amount, ...]
    place: Place
    gone: bool
    direction: str = ""


_MOVED = frozenset(
    {"band-raised", "band-lowered", "band-widened", "band-narrowed", "band-reshaped", "bonus-raised", "bonus-lowered"}
)


def summed(pairing: Pairing, pair: PayPair, rows: Sequence[Row]) -> Iterator[Change]:
    """One change for all rows of one kind, track and zone; counterparts that stay are named with those that moved."""
    holder = (pairing.before, pair.old) if pair.removed else (pairing.after, pair.new)
    framework, structure = holder if holder[1] else (pairing.before, pair.old)
    assert structure is not None, "a pair has one side at least"
    groups: dict[tuple[str, str | None, str | None, str], list[Row]] = {}
    for row in rows:
        track, _, zone = row.definition
        groups.setdefault((row.kind, track, zone, row.direction), []).append(row)
    reaches = {
        row: _in_both(pairing, pair, row, _reached(*_holder(pairing, pair, row, framework, structure), row))
        for row in rows
    }
    moved = {key for row, keys in reaches.items() if row.amounts for key in keys}
    for members in groups.values():
        holder = _holder(pairing, pair, members[0], framework, structure)
        yield _entry(*holder, pair, members, reaches, moved)


def _in_both(pairing: Pairing, pair: PayPair, row: Row, reached: tuple[str, ...]) -> tuple[str, ...]:
    """Of the levels that a changed band of a grade reaches those that had it before; others are told where they left it."""
    if row.kind not in _MOVED or row.definition[0] or pair.added or pair.removed or not pair.old:
        return reached
    had = {pairing.level_now(key) for key in _reached(pairing.before, pair.old, row)}
    return tuple(key for key in reached if key in had) or reached


def _holder(
    pairing: Pairing, pair: PayPair, row: Row, framework: Framework, structure: PayStructure
) -> tuple[Framework, PayStructure]:
    """Where to look for the levels that a band reaches: one that is gone reaches those that had it."""
    return (pairing.before, pair.old) if row.gone and pair.old and not pair.added else (framework, structure)


def _entry(
    framework: Framework, structure: PayStructure, pair: PayPair, rows: list[Row],
    reaches: dict[Row, tuple[str, ...]], moved: set[str],
) -> Change:  # fmt: skip
    kind, (track, _, zone) = rows[0].kind, rows[0].definition
    grades = _in_order(framework, [row.definition[1] for row in rows])
    reached = tuple(dict.fromkeys(key for row in rows for key in reaches[row]))
    tells = kind in _MOVED or rows[0].direction not in ("", "same")
    unchanged = _staying(framework, structure, grades, moved) if tells else ()
    figures = tuple(amount for row in rows for amount in row.amounts)
    who = _who(framework, structure, track, reached)
    where = f"{who} at {span(grades)}" if who else f"{span(grades)}, where no level stands"
    where += f" in zone {zone}" if zone else ""
    since = f"From {day(pair.effective)} "
    said = said_of(kind, rows[0].direction, where, figures)
    names = _named(framework, unchanged, {framework.levels[key].track for key in reached if key in framework.levels})
    stays = f"; {listed(names)} stay{'s' if len(names) == 1 else ''} as before" if names else ""
    subjects = (
        (Subject(family=framework.tracks[track].families[0], track=track, zone=zone),)
        if track and track in framework.tracks
        else tuple(one._replace(zone=zone) for one in pay_subjects(structure))
    )
    more: dict[str, object] = {}
    if rows[0].direction:
        more = dict(zip(("impact", "reason"), _impact_of(kind, rows[0].direction), strict=True))
    return change(
        kind,
        subjects,
        f"{since}{said}{stays}.",
        rows[0].place,
        thing="/".join(grades),
        gone=rows[0].gone,
        amounts=figures,
        reaches=reached,
        unchanged=unchanged,
        effective=pair.effective,
        pay=True,
        message_without_pay=f"{since}the pay of {where} is written differently.",
        **more,
    )


def _reached(framework: Framework, structure: PayStructure, row: Row) -> tuple[str, ...]:
    """The levels whose band is this one: of its track, or of every track that has none of its own."""
    track, grade, zone = row.definition
    own = {(one.track, one.band.grade) for one in structure.exceptions if one.zone is None}
    found = []
    for pay in framework.pay:
        if pay.structure.place != structure.place:
            continue
        for band in pay.bands:
            level = framework.levels[band.level]
            if level.grade != grade or (zone and band.zone != zone):
                continue
            if level.track == track if track else (level.track, grade) not in own:
                found.append(band.level)
    return tuple(dict.fromkeys(found))


def _staying(framework: Framework, structure: PayStructure, grades: Sequence[str], moved: set[str]) -> tuple[str, ...]:
    """Levels of the same families and grades that no change of this structure reaches."""
    families = {pay.family for pay in framework.pay if pay.structure.place == structure.place}
    return tuple(
        level.key
        for level in framework.levels.values()
        if level.grade in grades and level.key not in moved and families & set(framework.tracks[level.track].families)
    )


def _who(framework: Framework, structure: PayStructure, track: str | None, reached: Sequence[str]) -> str:
    if track and track in framework.tracks:
        return track_name(framework.tracks[track])
    several = len(framework.families) > 1
    if not reached:
        return ""
    tracks = {framework.levels[key].track for key in reached}
    grades = {framework.levels[key].grade for key in reached}
    families = {pay.family for pay in framework.pay if pay.structure.place == structure.place}
    everybody = {
        level.track
        for level in framework.levels.values()
        if level.grade in grades and families & set(framework.tracks[level.track].families)
    }
    if tracks == everybody:
        names = [family_name(framework.families[id]) for id in framework.families if id in families]
        return f"all of {listed(names)}" if several and len(families) < len(framework.families) else "every track"
    return _tracks(framework, reached)


def _tracks(framework: Framework, keys: Sequence[str]) -> str:
    return listed(track_name(framework.tracks[id]) for id in dict.fromkeys(framework.levels[key].track for key in keys))


def _named(framework: Framework, keys: Sequence[str], reached: set[str]) -> list[str]:
    """Tracks by name; of one that is reached, too, the levels that are meant."""
    levels = [framework.levels[key] for key in keys]
    named = (
        level_name(level) if level.track in reached else track_name(framework.tracks[level.track]) for level in levels
    )
    return list(dict.fromkeys(named))


def _in_order(framework: Framework, grades: list[str]) -> list[str]:
    ranks = {grade.id: grade.rank for grade in framework.grades}
    return sorted(dict.fromkeys(grades), key=lambda grade: ranks.get(grade, len(ranks)))


def _impact_of(kind: str, direction: str) -> tuple[Impact, str]:
    found: dict[str, tuple[Impact, str]] = {
        "raised": ("better", "Pay can rise, on this track alone."),
        "lowered": ("worse", "Pay can fall, on this track alone."),
        "same": ("neutral", "The figures stay; only where they are written changed."),
    }
    ending = "is not tied to its grade" if kind == "pay-exception-added" else "is tied to its grade again"
    return found.get(direction, ("unclear", f"Some figures rise and others fall, and the band {ending}."))
