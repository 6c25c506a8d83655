"""The remarks below a new level: what it still has to say, as lines that need only their # signs taken away."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.model.catalogue import Dimension
from ladderc.model.framework import Framework
from ladderc.model.track import Track

_SECTIONS = {
    "metrics": (
        "metrics:",
        "  - name: What is counted",
        "    type: outcome",
        "    about: craft",
        "    unit: share, number or time",
        "    target: 80 %",
        "    source: Where the figure comes from",
        "    cadence: quarterly",
    ),
    "decisions": ("decisions:", "  - domain: {domain}", "    role: decides"),
    "forums": ("forums:", "  - {forum}"),
    "recognition": ("recognition:", "  - {recognition}"),
    "promotion": (
        "promotion:",
        "  nomination:",
        "    - Who may propose somebody",
        "  evidence:",
        "    - What is looked at",
        "  panel:",
        "    - Who looks at it",
        "  approver: Who decides",
        "  min_months: 24",
        "  basis: capability",
    ),
}


def outline(framework: Framework, track: Track, grade: str) -> tuple[str, ...]:
    """What a level of ``track`` at ``grade`` should say: the dimensions that hold there, the sections others have."""
    beside = [
        level.key
        for level in framework.levels.values()
        if level.grade == grade
        and level.track != track.id
        and set(track.families) & set(framework.tracks[level.track].families)
    ]
    lines = [f"At {grade} stand already: {', '.join(beside)}."] if beside else []
    lines.append("Below is an outline: take its # signs away and write your own text.")
    lines.append("summary: What somebody at this level does, in a sentence.")
    if track.kind == "people-leadership":
        lines += ["reports:", "  min: 3", "  max: 8"]
    dimensions = list(_dimensions(framework, track, grade))
    if dimensions:
        lines.append("expectations:")
        for dimension in dimensions:
            question = f"  # {dimension.question.plain}" if dimension.question else ""
            lines.append(f"  {dimension.id}:{question}")
            lines += ["    statements:", "      - One thing that others can see, beginning with a verb."]
    first = {
        "domain": next(iter(framework.domains), ""),
        "forum": next(iter(framework.forums), ""),
        "recognition": next(iter(framework.recognition), ""),
    }
    for section, shape in _SECTIONS.items():
        if _is_usual(framework, track, section):
            lines += [line.format_map(first) for line in shape]
    return tuple(lines)


def _dimensions(framework: Framework, track: Track, grade: str) -> Iterator[Dimension]:
    required = {id for family in track.families for id in framework.families[family].requires}
    for dimension in framework.dimensions.values():
        if required and dimension.id not in required:
            continue
        if dimension.kinds and track.kind not in dimension.kinds:
            continue
        if dimension.from_grade and framework.rank(dimension.from_grade) > framework.rank(grade):
            continue
        yield dimension


def _is_usual(framework: Framework, track: Track, section: str) -> bool:
    """Whether any level of the track's families has that section."""
    return any(
        section in level.given
        for level in framework.levels.values()
        if set(track.families) & set(framework.tracks[level.track].families)
    )
