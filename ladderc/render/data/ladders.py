"""Tracks and levels as framework.json writes them."""

from __future__ import annotations

from ladderc.render.data.exact import Json
from ladderc.view.level import LevelView, MetricView, PromotionView, TrackView, Way
from ladderc.view.refs import LevelRef, Link

Fields = dict[str, Json]


def track(view: TrackView) -> Fields:
    """One track with its levels, lowest first."""
    return {
        "id": view.ref.id,
        "name": view.ref.name,
        "kind": view.ref.kind,
        "families": [family.id for family in view.families],
        "purpose": view.purpose,
        "draft": view.draft,
        "levels": [_level(level) for level in view.levels],
    }


def _level(level: LevelView) -> Fields:
    """One level. What the next level asks is found there; pay is found in the bands that name the level."""
    return {
        "key": level.ref.key,
        "id": level.ref.id,
        "title": level.ref.title,
        "grade": level.ref.grade.id,
        "manages": level.ref.manages,
        "summary": level.summary,
        "reports": level.reports,
        "draft": level.draft,
        "builds_on": _key(level.builds_on),
        "expectations": [
            {
                **_term(row.dimension),
                "question": row.question,
                "rating": row.asked.rating,
                "statements": list(row.asked.statements),
            }
            for row in level.expectations
        ],
        "metrics": [_metric(metric) for metric in level.metrics],
        "decisions": [{**_term(decision.domain), "role": decision.role} for decision in level.decisions],
        "forums": [_term(forum) for forum in level.forums],
        "recognition": [_term(recognition) for recognition in level.recognition],
        "duties": list(level.duties),
        "promotion": _promotion(level.promotion),
        "counterparts": [counterpart.key for counterpart in level.counterparts],
        "ways_on": [_way(way) for way in level.ways_on],
        "ways_in": [_way(way) for way in level.ways_in],
    }


def _key(level: LevelRef | None) -> str | None:
    return level.key if level else None


def _term(link: Link) -> Fields:
    return {"name": link.name, "anchor": link.anchor}


def _metric(metric: MetricView) -> Fields:
    return {
        "name": metric.name,
        "type": metric.type_name,
        "about": metric.about_name,
        "target": metric.target,
        "unit": metric.unit,
        "direction": metric.direction,
        "source": metric.source,
        "cadence": metric.cadence,
    }


def _promotion(promotion: PromotionView | None) -> Json:
    if promotion is None:
        return None
    return {
        "nomination": list(promotion.nomination),
        "evidence": list(promotion.evidence),
        "panel": list(promotion.panel),
        "approver": promotion.approver,
        "months": promotion.months,
        "basis": promotion.basis,
        "requires": list(promotion.requires),
    }


def _way(way: Way) -> Fields:
    return {"kind": way.kind, "level": way.level.key, "conditions": list(way.conditions), "note": way.note}
