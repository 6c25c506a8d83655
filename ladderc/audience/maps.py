"""The career map of one family: grade by track, with the steps between the cells."""

from __future__ import annotations

from ladderc.audience.names import Names, in_order
from ladderc.model.graph import Step
from ladderc.view.view import FamilyView, MapEdge, MapRow


def family_map(names: Names, family: str) -> FamilyView:
    """Columns are the family's tracks, rows the grades that they use from the highest down."""
    framework = names.framework
    tracks = in_order(framework.tracks_of(family))
    at = {(level.grade, track.id): level.key for track in tracks for level in track.levels}
    used = [grade.id for grade in reversed(framework.grades) if any((grade.id, track.id) in at for track in tracks)]
    rows = tuple(
        MapRow(
            names.grade(grade),
            tuple(names.level(at[grade, track.id]) if (grade, track.id) in at else None for track in tracks),
        )
        for grade in used
    )
    spot = {
        key: (column, used.index(grade))
        for column, track in enumerate(tracks)
        for (grade, owner), key in at.items()
        if owner == track.id
    }
    return FamilyView(
        names.family(family),
        tuple(names.track(track.id) for track in tracks),
        rows,
        _edges(names, spot),
    )


def _edges(names: Names, spot: dict[str, tuple[int, int]]) -> tuple[MapEdge, ...]:
    """Every step between levels of the map; a move and its way back become one edge."""
    steps = [step for step in names.framework.graph.steps if step.source in spot and step.target in spot]
    across = {(step.source, step.target) for step in steps if step.move}
    edges: list[MapEdge] = []
    drawn: set[tuple[str, str]] = set()
    for step in steps:
        if (step.source, step.target) in drawn:
            continue
        both = bool(step.move) and (step.target, step.source) in across
        drawn.add((step.source, step.target))
        if both:
            drawn.add((step.target, step.source))
        edges.append(_edge(names, step, spot, both))
    return tuple(edges)


def _edge(names: Names, step: Step, spot: dict[str, tuple[int, int]], both_ways: bool) -> MapEdge:
    (source_column, source_row), (target_column, target_row) = spot[step.source], spot[step.target]
    return MapEdge(
        step.kind,
        names.level(step.source),
        names.level(step.target),
        source_column,
        source_row,
        target_column,
        target_row,
        both_ways,
    )
