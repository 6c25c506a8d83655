"""What framework.json holds: everything once, references by id, nothing that a reader could not see on the site."""

from __future__ import annotations

from ladderc.render.data.exact import Json
from ladderc.render.data.ladders import track
from ladderc.render.data.past import release
from ladderc.view.parity import Parity, ParityCell, ParityDetail
from ladderc.view.pay import PayRow, PayTable
from ladderc.view.view import FamilyView, View

VERSION = 1
"""Of the format: it rises when a field goes or changes its meaning, not when one is added."""

Fields = dict[str, Json]


def document(view: View) -> Fields:
    """The whole file. ``pay`` is there only for an audience that may see pay."""
    fields: Fields = {
        "version": VERSION,
        "audience": view.audience,
        "language": view.language,
        "locale": view.locale,
        "date": view.today,
        "name": view.name,
        "summary": view.summary,
        "owner": view.owner,
        "sponsor": view.sponsor,
        "reviewed": view.reviewed_text,
        "repository": view.repository,
        "grades": [
            {"id": grade.id, "number": grade.number, "name": grade.name, "scope": grade.scope}
            for grade in reversed(view.grades)
        ],
        "families": [_family(family) for family in view.families],
        "tracks": [track(each) for each in view.tracks],
        "parity": _parity(view.parity),
        "glossary": [
            {
                "group": group.name,
                "terms": [{"name": term.name, "meaning": term.meaning, "anchor": term.anchor} for term in group.terms],
            }
            for group in view.glossary
        ],
        "releases": [release(each) for each in view.releases],
    }
    if view.pay is not None:
        fields["pay"] = [_pay(table) for table in view.pay]
    return fields


def _family(family: FamilyView) -> Fields:
    return {
        "id": family.ref.id,
        "name": family.ref.name,
        "implied": family.ref.implied,
        "tracks": [column.id for column in family.columns],
        "steps": [
            {"kind": edge.kind, "from": edge.source.key, "to": edge.target.key, "both_ways": edge.both_ways}
            for edge in family.edges
        ],
    }


def _pay(table: PayTable) -> Fields:
    return {
        "family": table.family.id,
        "zone": table.zone,
        "currency": table.currency,
        "period": table.period,
        "hours_per_week": table.hours_per_week,
        "effective": table.effective,
        "later": table.later,
        "bands": [_band(table, row) for row in table.rows],
    }


def _band(table: PayTable, row: PayRow) -> Fields:
    """One band; a part of pay that no band of the table shows is left out, as it may be one not to be seen."""
    fields: Fields = {
        "grade": row.grade.id,
        "levels": [level.key for level in row.levels],
        "min": row.min,
        "midpoint": row.midpoint,
        "midpoint_worked_out": row.midpoint_worked_out,
        "max": row.max,
    }
    if table.has_bonus:
        fields["bonus"] = row.bonus
    if table.has_equity:
        fields["equity"] = row.equity
    if table.has_market:
        fields["market"] = row.market
    if table.has_exceptions:
        fields["exception"] = row.exception
    return fields


def _parity(parity: Parity) -> Fields:
    return {
        "counts": [
            {
                "family": count.family.id if count.family else None,
                "holds": count.holds,
                "fails": count.fails,
                "waived": count.waived,
                "not_judged": count.not_judged,
            }
            for count in parity.counts
        ],
        "rules": [
            {
                "rule": row.rule,
                "category": group.category,
                "severity": row.severity,
                "claim": row.claim,
                "results": [_result(cell) for cell in row.cells],
            }
            for group in parity.groups
            for row in group.rows
        ],
    }


def _result(cell: ParityCell) -> Fields:
    return {
        "family": cell.family.id if cell.family else None,
        "outcome": cell.outcome,
        "lacking": cell.lacking,
        "details": [_detail(detail) for detail in cell.details],
    }


def _detail(detail: ParityDetail) -> Fields:
    waiver = detail.waiver
    return {
        "outcome": detail.outcome,
        "severity": detail.severity,
        "about": detail.about,
        "message": detail.message,
        "because": detail.because,
        "figures": [{"name": figure.name, "side": figure.side, "value": figure.value} for figure in detail.figures],
        "ways": [
            {
                "words": way.words,
                "levels": [
                    {"level": station.level.key, "step": station.step, "mark": station.mark} for station in way.stations
                ],
            }
            for way in detail.ways
        ],
        "waiver": {"reason": waiver.reason, "owner": waiver.owner, "expires": waiver.expires} if waiver else None,
    }
