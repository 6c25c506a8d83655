"""The files of a planned framework, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladderc.edit.plan import Plan, PlanBand, PlanExpectation, PlanLevel, PlanPay, PlanTrack
from ladderc.edit.readme import readme
from ladderc.edit.yaml_text import Commented, dump, id_value


def files(plan: Plan) -> Mapping[str, str]:
    """Every file of the framework but the schemas, by path relative to it."""
    written = {"framework.yaml": _framework(plan)}
    for track in plan.tracks:
        written[f"tracks/{track.id}.yaml"] = _track(track)
    for pay in plan.pay:
        stem = f"{pay.family}-{plan.effective.year}" if pay.family else str(plan.effective.year)
        written[f"pay/{stem}.yaml"] = _pay(pay, plan)
    written["README.md"] = readme(plan)
    return written


def _modeline(schema: str, depth: int) -> str:
    return f"yaml-language-server: $schema={'../' * depth}.ladderc/schema/{schema}.schema.json"


def _framework(plan: Plan) -> str:
    data: dict[str, Any] = {
        "language": 1,
        "name": Commented(plan.name, "guessed from the name of the table") if plan.name_guessed else plan.name,
    }
    if plan.locale != "en":
        data["locale"] = plan.locale
    if plan.spine_assumed:
        data["spine"] = Commented("assumed", "guessed: check the grades below, then write declared")
    grades = [
        {"id": id_value(grade.id)} | ({"name": grade.name} if grade.name else {}) for grade in plan.grades
    ]  # fmt: skip
    data["grades"] = Commented(grades, above="From the lowest grade to the highest.")
    if plan.dimensions:
        data["dimensions"] = [{"id": id_value(one.id), "name": one.name} for one in plan.dimensions]
    if plan.scale:
        data["rating_scale"] = list(plan.scale)
    if plan.families:
        data["families"] = [{"id": id_value(one.id), "name": one.name} for one in plan.families]
    data["rules"] = {"profile": "adopt"}
    return dump(data, (_modeline("framework", 0), f"Imported from {plan.table}; README.md says how."))


def _track(track: PlanTrack) -> str:
    data: dict[str, Any] = {"id": id_value(track.id), "name": track.name}
    data["kind"] = Commented(track.kind, f"guessed: {track.guessed}") if track.guessed else track.kind
    if track.family:
        data["family"] = id_value(track.family)
    data["levels"] = [_level(level) for level in track.levels]
    return dump(data, (_modeline("track", 1),))


def _level(level: PlanLevel) -> dict[str, Any]:
    data: dict[str, Any] = {"id": id_value(level.id), "grade": id_value(level.grade), "title": level.title}
    if level.reports:
        least, most = level.reports
        data["reports"] = {name: value for name, value in (("min", least), ("max", most)) if value is not None}
    expectations = {one.dimension: _expectation(one) for one in level.expectations}
    if expectations:
        data["expectations"] = expectations
    return data


def _expectation(expectation: PlanExpectation) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if expectation.rating is not None:
        data["rating"] = expectation.rating
    if expectation.statements:
        data["statements"] = [
            {"id": id_value(one.id), "text": one.text} if one.id else one.text for one in expectation.statements
        ]  # fmt: skip
    return data


def _pay(pay: PlanPay, plan: Plan) -> str:
    data: dict[str, Any] = {"currency": plan.currency, "period": plan.period, "effective": plan.effective}
    if pay.family:
        data["families"] = [id_value(pay.family)]
    if pay.bands:
        data["bands"] = [_band(band) for band in pay.bands]
    if pay.exceptions:
        remark = "Tracks whose band differs from their grade's. Say why with `because` and `reason`."
        data["exceptions"] = Commented([_band(band) for band in pay.exceptions], above=remark)
    if not pay.bands:
        data["bands"] = []
    return dump(data, (_modeline("pay", 1),))


def _band(band: PlanBand) -> dict[str, Any]:
    data: dict[str, Any] = {"track": id_value(band.track)} if band.track else {}
    data |= {"grade": id_value(band.grade), "min": band.min}
    if band.midpoint is not None:
        data["midpoint"] = band.midpoint
    if band.max is not None:
        data["max"] = band.max
    return data
