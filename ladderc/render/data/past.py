"""Releases as framework.json writes them: what each changed, with old and new text."""

from __future__ import annotations

from ladderc.render.data.exact import Json
from ladderc.view.history import ChangeView, Figure, ReleaseView

Fields = dict[str, Json]


def release(view: ReleaseView) -> Fields:
    """One release. What it changed at a level is found in the changes that name the level."""
    return {
        "id": view.id,
        "date": view.date,
        "title": view.title,
        "notes": view.notes,
        "planned": view.planned,
        "first": view.first,
        "told": view.told,
        "changes": [
            {"track": part.track.id if part.track else None, **_change(change)}
            for part in view.parts
            for change in part.changes
        ],
    }


def _change(change: ChangeView) -> Fields:
    """One change; amounts are there only where the audience may see what pay was."""
    fields: Fields = {
        "kind": change.kind,
        "message": change.message,
        "impact": change.impact,
        "reason": change.reason,
        "levels": [level.key for level in change.levels],
        "texts": [{"language": text.language, "before": text.before, "after": text.after} for text in change.wordings],
    }
    if change.figures:
        fields["amounts"] = [
            _amount(row.grade, figure) for row in change.figures.rows for figure in row.figures if figure
        ]
    return fields


def _amount(grade: str, figure: Figure) -> Fields:
    return {"grade": grade, "what": figure.name, "before": figure.before, "after": figure.after}
