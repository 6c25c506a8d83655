"""Changes of pay: each structure against its former state, or against the one that it takes the place of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ladderc.model.change import Amount, Change
from ladderc.model.framework import Framework
from ladderc.model.pay import Band, PayException, PayStructure
from ladderc.review.band_direction import amounts, ends, shape
from ladderc.review.pairing import Pairing
from ladderc.review.pay_files import PayPair, pay_pairs
from ladderc.review.pay_periods import alike
from ladderc.review.pay_sums import Row, summed
from ladderc.review.pay_terms import terms
from ladderc.span import Place

Definition = tuple[str | None, str, str | None]
"""What a band is written for: a track (None: every track), a grade, a zone (None: every zone)."""


def changes(pairing: Pairing) -> Iterator[Change]:
    """What changed in the pay files, one entry for all grades that changed alike."""
    for pair in pay_pairs(pairing.before.pay_structures, pairing.after.pay_structures):
        yield from terms(pairing, pair)
        if pair.elsewhere or not (comparable := alike(pair)):
            continue  # amounts of another currency, or by the hour without hours, do not compare; the terms say so
        yield from summed(pairing, comparable, list(_rows(pairing, comparable)))


class _Side(NamedTuple):
    """One structure as definitions."""

    framework: Framework
    base: dict[str, Band]
    special: dict[Definition, PayException]

    def band(self, definition: Definition) -> Band | None:
        """The band that holds for a definition: its own, else that of its grade."""
        own = self.special.get(definition) or self.special.get((definition[0], definition[1], None))
        return own.band if own else self.base.get(definition[1])


def _side(framework: Framework, structure: PayStructure | None) -> _Side:
    if structure is None:
        return _Side(framework, {}, {})
    special = {(one.track, one.band.grade, one.zone): one for one in structure.exceptions}
    return _Side(framework, {band.grade: band for band in structure.bands}, special)  # type: ignore[arg-type] # a track's name is a track's name or none


def _rows(pairing: Pairing, pair: PayPair) -> Iterator[Row]:
    old, new = _side(pairing.before, pair.old), _side(pairing.after, pair.new)
    structure = pair.new or pair.old
    assert structure is not None, "a pair has one side at least"
    unit = f"{structure.currency}/{structure.period}"
    renamed = {was.id: is_.id for was, is_ in pairing.tracks.pairs}
    was_special = {
        (renamed.get(track or "", track), grade, zone): one for (track, grade, zone), one in old.special.items()
    }
    old = old._replace(special=was_special)
    for grade in dict.fromkeys((*new.base, *old.base)):
        yield from _bands((None, grade, None), old.base.get(grade), new.base.get(grade), unit)
    for definition in dict.fromkeys((*new.special, *old.special)):
        was, is_ = old.special.get(definition), new.special.get(definition)
        if was and is_:
            yield from _bands(definition, was.band, is_.band, unit)
            if (was.because, was.reason) != (is_.because, is_.reason):
                yield Row("pay-exception-reworded", definition, (), is_.band.place, gone=False)
        else:
            yield _exception(definition, old, new, was, is_, unit)


def _bands(definition: Definition, was: Band | None, is_: Band | None, unit: str) -> Iterator[Row]:
    """What happened to one band, field group by field group."""
    grade = definition[1]
    if was is None or is_ is None:
        band = is_ or was
        assert band is not None, "one of the two is there"
        kind = "band-added" if was is None else "band-removed"
        figures = amounts(grade, ends(was) if was else None, ends(is_) if is_ else None, unit)
        yield Row(kind, definition, tuple(figures), band.place, gone=is_ is None)
        return
    if found := shape(ends(was), ends(is_)):
        yield Row(f"band-{found}", definition, tuple(amounts(grade, ends(was), ends(is_), unit)), is_.place, gone=False)
    for field, unit_of in (("bonus", "share"), ("equity", unit)):
        before, after = getattr(was, field), getattr(is_, field)
        if before != after:
            kind = f"{field}-{'raised' if (after or 0) > (before or 0) else 'lowered'}"
            yield Row(kind, definition, (Amount(grade, field, before, after, unit_of),), is_.place, gone=False)
    if was.market != is_.market:
        values = [market.value if market else None for market in (was.market, is_.market)]
        yield Row(
            "market-updated", definition, (Amount(grade, "market", values[0], values[1], unit),), is_.place, gone=False
        )


def _exception(
    definition: Definition, old: _Side, new: _Side, was: PayException | None, is_: PayException | None, unit: str
) -> Row:
    """A band of one track's own that came or went, beside the band that its people had or will have instead."""
    before, after = old.band(definition), new.band(definition)
    exception = is_ or was
    assert exception is not None, "one of the two is there"
    figures = amounts(definition[1], ends(before) if before else None, ends(after) if after else None, unit)
    for field, unit_of in (("bonus", "share"), ("equity", unit)):
        values = [getattr(band, field) if band else None for band in (before, after)]
        if values[0] != values[1]:
            figures.append(Amount(definition[1], field, values[0], values[1], unit_of))
    place: Place = exception.band.place
    kind = "pay-exception-added" if is_ else "pay-exception-removed"
    return Row(kind, definition, tuple(figures), place, gone=is_ is None, direction=_direction(before, after))


def _direction(before: Band | None, after: Band | None) -> str:
    if before is None or after is None:
        return ""
    extras = [
        ((getattr(after, name) or Decimal(0)) - (getattr(before, name) or Decimal(0))) for name in ("bonus", "equity")
    ]
    found = shape(ends(before), ends(after))
    signs = {
        1 if found == "raised" else -1 if found == "lowered" else 0,
        *((extra > 0) - (extra < 0) for extra in extras),
    }
    if found in ("widened", "narrowed", "reshaped") or {1, -1} <= signs:
        return "mixed"
    return "raised" if 1 in signs else "lowered" if -1 in signs else "same"
