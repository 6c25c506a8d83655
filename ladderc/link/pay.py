"""Pay structures as they are written, one a file, with their grades, tracks and zones resolved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ladderc.finding import Related
from ladderc.link.catalogue import Catalogue
from ladderc.link.dates import date, date_or_month
from ladderc.link.declared import declare
from ladderc.link.faults import Faults
from ladderc.link.part import Part, root
from ladderc.link.references import Known
from ladderc.link.tracks import Outline, Outlines
from ladderc.model.pay import Band, Market, PayException, PayStructure, Zone
from ladderc.sources.document import Document
from ladderc.wording.nearest import listed

DIGITS = 18
"""More digits than this before or after the point are no amount of pay."""

_THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""Currencies whose smallest coin is a thousandth, so that three digits after the point are an amount."""


def pay_structure(document: Document, lists: Catalogue, outlined: Outlines, faults: Faults) -> PayStructure | None:
    """The structure of one file, or None where nobody can tell for whom or from when it holds."""
    part = root(document)
    effective = date(part, "effective", faults, loses=True)
    families = lists.known_families.find_all("families", part, faults)
    where = f"add it to `zones` in {document.file}: `- {{{{id: {{}}, name: …, factor: 1}}}}`."
    zones, known_zones = declare(part.parts("zones"), "zone", faults, where)
    currency = part.line("currency") or ""
    structure = PayStructure(
        name=part.text("name"),
        currency=currency,
        period=part.choice("period", "year"),
        effective=effective or "",
        families=families,
        model=part.choice("model", "range"),
        policy_percentile=part.number("policy_percentile"),
        hours_per_week=part.number("hours_per_week"),
        round=_amount(part, "round", faults),
        zones=tuple(
            Zone(id, zone.label("name", id), _amount(zone, "factor", faults) or Decimal(1), zone.place)
            for id, zone in zones.items()
        ),
        bands=tuple(_bands(part, currency, lists, faults)),
        exceptions=tuple(_exceptions(part, currency, families, lists, known_zones, outlined, faults)),
        place=part.place,
    )
    unnamed = part.data.get("families") is not None and not families
    return None if effective is None or unnamed else structure


def _bands(part: Part, currency: str, lists: Catalogue, faults: Faults) -> Iterator[Band]:
    first: dict[str, Part] = {}
    for block in part.parts("bands"):
        grade = lists.known_grades.find(block.line("grade") or "", block, block.at("grade"), faults)
        if grade is None or _again(block, first, grade, f"grade `{grade}`", faults):
            continue
        band = _band(block, grade, currency, faults)
        if band:
            yield band


def _exceptions(
    part: Part,
    currency: str,
    families: tuple[str, ...],
    lists: Catalogue,
    zones: Known,
    outlined: Outlines,
    faults: Faults,
) -> Iterator[PayException]:
    first: dict[str, Part] = {}
    for block in part.parts("exceptions"):
        track = outlined.ladders.tracks.find(block.line("track") or "", block, block.at("track"), faults)
        grade = lists.known_grades.find(block.line("grade") or "", block, block.at("grade"), faults)
        named = block.line("zone")
        zone = named and zones.find(named, block, block.at("zone"), faults)
        if track is None or grade is None or zone != named:
            continue
        if families and not set(families) & set(outlined.tracks[track].families):
            _other_family(block, families, outlined.tracks[track], faults)
            continue
        if not any(grade == used for _, used, _ in outlined.tracks[track].levels):
            _no_level(block, track, grade, outlined, faults)
            continue
        where = f"{track} at grade `{grade}`" + (f" in zone `{zone}`" if zone else "")
        if _again(block, first, where, where, faults):
            continue
        band = _band(block, grade, currency, faults)
        if band:
            yield PayException(track, zone, block.choice("because"), block.text("reason"), band)


def _other_family(block: Part, families: tuple[str, ...], ladder: Outline, faults: Faults) -> None:
    name = ladder.part.label("name", "").plain
    faults.report(
        "unknown-reference",
        f"{block.subject}: this file holds for {listed(families, last='and')}, and {name} is not of "
        f"{'those families' if len(families) > 1 else 'that family'}.\n"
        f"Put it into the pay file that holds for {listed(ladder.families)}.",
        block.at("track"),
    )


def _no_level(block: Part, track: str, grade: str, outlined: Outlines, faults: Faults) -> None:
    ladder = outlined.tracks[track]
    lost = outlined.ladders.levels[track].lost
    if lost:  # the level may be one that a mistake of the track's own file left out
        faults.lose(block.document.file, next(iter(lost.values())))
        return
    name = ladder.part.label("name", track).plain
    faults.report(
        "unknown-reference",
        f"{block.subject}: {name} has no level at grade `{grade}`.\n"
        f"Write {listed([used for _, used, _ in ladder.levels])}, where its levels stand.",
        block.at("grade"),
    )


def _again(block: Part, first: dict[str, Part], key: str, name: str, faults: Faults) -> bool:
    """Whether pay for the same was written above, which is then reported."""
    if key not in first:
        first[key] = block
        return False
    faults.report(
        "duplicate-id",
        f"{block.subject}: pay for {name} is written twice in this file.\nKeep the one that holds and take out the other.",
        block.at("grade"),
        (Related(first[key].at("grade"), f"the first for {name}"),),
    )
    return True


def _band(block: Part, grade: str, currency: str, faults: Faults) -> Band | None:
    least, midpoint, most, equity = (
        _money(block, field, currency, faults) for field in ("min", "midpoint", "max", "equity")
    )
    bonus, market = _bonus(block, faults), _market(block, currency, faults)
    if least is None:
        return None
    return Band(
        grade=grade,
        min=least,
        midpoint=midpoint,
        max=most,
        midpoint_written=midpoint is not None,
        bonus=bonus,
        equity=equity,
        market=market,
        place=block.place,
    )


def _bonus(block: Part, faults: Faults) -> Decimal | None:
    written = block.line("bonus")
    if written is None:
        return None
    digits = written.removesuffix("%").strip()
    if digits != written and digits.replace(".", "", 1).isdecimal() and digits.isascii():
        return Decimal(digits) / 100
    message = f"{block.subject}: `{written}` is no bonus.\nWrite it as a percentage of base pay, for example `12%`."
    faults.report("unknown-amount", message, block.at("bonus"))
    return None


def _market(block: Part, currency: str, faults: Faults) -> Market | None:
    market = block.part("market")
    value = market and _money(market, "value", currency, faults)
    if market is None or value is None:
        return None
    as_of = date_or_month(market, "as_of", faults)
    return Market(value, market.number("percentile"), as_of, market.text("source"))


def _money(block: Part, field: str, currency: str, faults: Faults) -> Decimal | None:
    """An amount of pay; ``50.000`` is reported, for half of Europe writes fifty thousand so."""
    number = _amount(block, field, faults)
    if number is None or currency in _THOUSANDTHS or not _may_be_thousands(number):
        return number
    grouped, least = format(number, "f").replace(".", ""), format(number.normalize(), "f")
    meant = least if len(least) < len(format(number, "f")) else f"{least}0"
    faults.fold(
        "unknown-amount",
        f"points in {block.document.file}",  # who writes one amount so writes all of them so
        f"{block.subject}: `{number:f}` is read as `{least}` with three decimals.\n"
        f"Write `{grouped}`, or `{meant}` if that is meant.",
        block.at(field),
        "a point before three digits here too",
    )
    return None


def _may_be_thousands(number: Decimal) -> bool:
    """Whether a point stands where it could part the thousands: three digits behind it, one to three before."""
    return number.as_tuple().exponent == -3 and 1 <= abs(number) < 1000


def _amount(block: Part, field: str, faults: Faults) -> Decimal | None:
    """An amount or a factor; absent, or reported when it is not a number of a size that pay can have."""
    written = block.data.get(field)
    if written is None:
        return None
    number = block.number(field)
    if number is not None and number.is_finite() and number.adjusted() < DIGITS:
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and exponent >= -DIGITS:
            return number
    message = f"{block.subject}: `{block.line(field)}` is no amount.\nWrite only the number, for example `84000`."
    faults.report("unknown-amount", message, block.at(field))
    return None
