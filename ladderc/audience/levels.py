"""A level's page from the model: what it asks, what changes with a step, where it leads."""

from __future__ import annotations

from ladderc.audience.names import Names, anchor
from ladderc.audience.pay import PayLines
from ladderc.model.graph import Step
from ladderc.model.level import Level, Metric, Promotion, Reports
from ladderc.view.level import (
    Asked,
    Comparison,
    ComparisonRow,
    DecisionView,
    ExpectationRow,
    LevelView,
    MetricView,
    PromotionView,
    Way,
)
from ladderc.view.refs import LevelRef, Link
from ladderc.wording import terms
from ladderc.wording.numbers import number

NOTHING = Asked("", ())


def level_view(names: Names, level: Level, pay: PayLines | None) -> LevelView:
    """The view of one level; ``pay`` is None where the audience may not see pay."""
    framework = names.framework
    track = framework.tracks[level.track]
    position = track.levels.index(level)
    above = track.levels[position + 1] if position + 1 < len(track.levels) else None
    below = track.levels[position - 1] if position else None
    steps_on = sorted(
        (step for step in framework.graph.steps if step.source == level.key),
        key=lambda step: (_turn(step), names.column(step.target)),
    )
    steps_in = sorted(
        (step for step in framework.graph.steps if step.target == level.key),
        key=lambda step: (_turn(step), names.column(step.source)),
    )
    return LevelView(
        ref=names.level(level.key),
        families=tuple(names.family(family) for family in track.families),
        summary=names.text(level.summary),
        reports=_reports(level.reports),
        draft=level.status == "draft" or track.status == "draft",
        builds_on=names.level(level.builds_on) if level.builds_on else None,
        below=names.level(below.key) if below else None,
        above=names.level(above.key) if above else None,
        expectations=tuple(_expectation(names, level, dimension) for dimension in _dimensions(names, level)),
        comparisons=tuple(
            _comparison(names, level, framework.levels[step.target], step.kind)
            for step in steps_on
            if step.kind in ("rung", "branch")
        ),
        counterparts=_counterparts(names, level),
        ways_on=tuple(_way(names, step, step.target, terms.STEPS[step.kind]) for step in steps_on),
        ways_in=tuple(_way(names, step, step.source, terms.STEPS_IN[step.kind]) for step in steps_in),
        metrics=tuple(_metric(names, metric) for metric in level.metrics),
        decisions=tuple(
            DecisionView(
                Link(names.text(framework.domains[one.domain].name), anchor("domain", one.domain)),
                one.role,
                terms.DECISION_ROLES[one.role],
            )
            for one in level.decisions
        ),
        forums=tuple(Link(names.text(framework.forums[one].name), anchor("forum", one)) for one in level.forums),
        recognition=tuple(
            Link(names.text(framework.recognition[one].name), anchor("recognition", one)) for one in level.recognition
        ),
        duties=tuple(names.text(duty) for duty in level.duties),
        promotion=_promotion(names, level.promotion) if level.promotion else None,
        pay=pay.of(level.key) if pay else None,
    )


def _turn(step: Step) -> int:
    """Rungs come first, then choices of track, then every move."""
    return {"rung": 0, "branch": 1}.get(step.kind, 2)


def _dimensions(names: Names, *levels: Level) -> tuple[str, ...]:
    """The dimensions that any of the levels speaks to, in the framework's order."""
    return tuple(name for name in names.framework.dimensions if any(name in level.expectations for level in levels))


def _asked(names: Names, level: Level, dimension: str) -> Asked:
    expectation = level.expectations.get(dimension)
    if expectation is None:
        return NOTHING
    rating = ""
    if expectation.rating is not None:
        scale = names.framework.rating_scale
        whole = expectation.rating == int(expectation.rating)
        rating = (
            names.text(scale[int(expectation.rating) - 1])
            if scale and whole and 1 <= expectation.rating <= len(scale)
            else number(expectation.rating, names.locale)
        )
    return Asked(rating, tuple(names.text(statement.text) for statement in expectation.statements))


def _expectation(names: Names, level: Level, dimension: str) -> ExpectationRow:
    question = names.text(names.framework.dimensions[dimension].question)
    return ExpectationRow(names.dimension(dimension), question, _asked(names, level, dimension))


def _comparison(names: Names, now: Level, target: Level, kind: str) -> Comparison:
    rows = []
    for dimension in _dimensions(names, now, target):
        question = names.text(names.framework.dimensions[dimension].question)
        before, after = now.expectations.get(dimension), target.expectations.get(dimension)
        rises = bool(before and after and before.rating and after.rating and after.rating > before.rating)
        rows.append(
            ComparisonRow(
                names.dimension(dimension),
                question,
                _asked(names, now, dimension),
                _asked(names, target, dimension),
                rises,
            )
        )
    return Comparison(names.level(target.key), kind, tuple(rows))


def _counterparts(names: Names, level: Level) -> tuple[LevelRef, ...]:
    framework = names.framework
    families = set(framework.tracks[level.track].families)
    peers = (
        peer.key
        for track in framework.tracks.values()
        if track.id != level.track and families & set(track.families)
        for peer in track.levels
        if peer.grade == level.grade
    )
    return tuple(names.level(key) for key in sorted(peers, key=names.column))


def _way(names: Names, step: Step, other: str, kind_name: str) -> Way:
    conditions = []
    if step.move and step.move.pay:
        conditions.append(terms.MOVE_PAY[step.move.pay])
    if step.move and step.move.trial_months:
        months = step.move.trial_months
        conditions.append("trial of 1 month" if months == 1 else f"trial of {months} months")
    note = names.text(step.move.note) if step.move else ""
    return Way(step.kind, kind_name, names.level(other), tuple(conditions), note)


def _metric(names: Names, metric: Metric) -> MetricView:
    return MetricView(
        name=names.text(metric.name),
        type_name=terms.METRIC_TYPES.get(metric.type or "", ""),
        about_name=terms.METRIC_SUBJECTS.get(metric.about or "", ""),
        target=names.text(metric.target),
        unit=names.text(metric.unit),
        direction=terms.DIRECTIONS.get(metric.direction or "", ""),
        source=names.text(metric.source),
        cadence=terms.CADENCES.get(metric.cadence or "", ""),
    )


def _promotion(names: Names, promotion: Promotion) -> PromotionView:
    months = promotion.min_months
    requires = []
    for need in promotion.requires:
        if need.level:
            ref = names.level(need.level)
            requires.append(f"Has held {ref.id} {ref.title}")
        else:
            requires.append(names.text(need.text))
    return PromotionView(
        nomination=tuple(map(names.text, promotion.nomination)),
        evidence=tuple(map(names.text, promotion.evidence)),
        panel=tuple(map(names.text, promotion.panel)),
        approver=names.text(promotion.approver),
        months="" if not months else "1 month" if months == 1 else f"{months} months",
        basis=terms.BASES.get(promotion.basis or "", ""),
        requires=tuple(requires),
    )


def _reports(reports: Reports | None) -> str:
    """How many people report to the level, in words; empty where it is not said."""
    if reports is None:
        return ""
    low, high = reports.min, reports.max
    if high == 0:
        return "Nobody reports to this level."
    if low is not None and high is not None:
        return f"{low} people" if low == high else f"{low} to {high} people"
    if low is not None:
        return f"{low} people or more"
    return f"up to {high} people" if high is not None else ""
