"""Every level speaks to the dimensions that its family asks for, and no track falls silent on the way up.

Why
---
A dimension that a level does not mention is judged by whatever the reader imagines.
Where the family promises a dimension to everyone, one track's silence means that its people are judged by fewer
words than their peers.
A track that speaks of something at one grade and drops it at the next leaves people guessing whether it still counts.

Source
------
J: "clearly defined".

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:  # <- here
          influence: ~

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          influence:
            - Changes how other departments plan by showing them what the evidence says.

When to waive
-------------
When the dimension does not apply to that level.
If it never applies to a kind of track, or only from a grade on, write `kinds` or `from` at the dimension instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.catalogue import Dimension
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import family_name, level_name, listed


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that is silent, one a required dimension nobody speaks to, or one for the family."""
    assert case.family is not None, "the rule judges families"
    tracks = case.facts.tracks
    spoken = {level.key: case.content.spoken_to(level) for track in tracks for level in track.levels}
    anywhere = frozenset[str]().union(*spoken.values())
    if not anywhere:
        yield case.not_judged("`expectations` at any level of the family")
        return
    silent = [
        verdict
        for track in tracks
        for position, level in enumerate(track.levels)
        if (verdict := _level(case, track, position, level, spoken, anywhere))
    ]
    nowhere = [name for name in case.family.requires if name not in anywhere and _ever_asked(case, tracks, name)]
    failing = [*(_nowhere(case, name) for name in nowhere), *silent]
    yield from failing or [
        case.holds(figures=(Figure("dimensions required", len(case.family.requires), "dimensions"),))
    ]


def _level(
    case: Case,
    track: Track,
    position: int,
    level: Level,
    spoken: dict[str, frozenset[str]],
    anywhere: frozenset[str],
) -> Verdict | None:
    assert case.family is not None, "the rule judges families"
    lower = track.levels[:position]
    own = spoken[level.key]
    if own.issuperset(case.family.requires) and all(spoken[below.key] <= own for below in lower):
        return None  # as most levels
    asked = {name for name, dimension in case.framework.dimensions.items() if _asks(case, dimension, track, level)}
    required = [name for name in case.family.requires if name in asked and name in anywhere and name not in own]
    dropped = {
        name: below
        for below in lower
        for name in sorted(spoken[below.key] - own)
        if name in asked and name not in required and case.family.id == track.families[0]
    }
    if not required and not dropped:
        return None
    lines = []
    if required:
        lines.append(
            f"{level_name(level)} says nothing about {_names(case, required)}, "
            f"which {family_name(case.family)} asks for."
        )
    lines += [
        f"{level_name(level)} is silent on {_names(case, [name])}, and {level_name(below)} below it is not."
        for name, below in dropped.items()
    ]
    names = [*required, *dropped]
    subjects = [case.subject(level=level)]
    if not required:  # a track that belongs to several families falls silent in all of them, and is told once
        subjects = [subjects[0]._replace(family=family) for family in track.families]
    lines.append(f"Write what {level.id} asks there under `expectations`: {', '.join(f'`{name}`' for name in names)}.")
    return case.fails(
        "\n".join(lines),
        level.at("expectations") if level.expectations else level.place,
        *subjects,
        figures=(Figure("dimensions without a word", len(names), "dimensions"),),
        related=tuple(Related(below.place, f"speaks to {name}") for name, below in dropped.items()),
        severity=None if required else Severity.WARNING,
        topic="required" if required else "dropped",
    )


def _asks(case: Case, dimension: Dimension, track: Track, level: Level) -> bool:
    """Whether the dimension is meant for this kind of track at this grade."""
    if dimension.kinds and track.kind not in dimension.kinds:
        return False
    return dimension.from_grade is None or case.facts.rank[dimension.from_grade] <= case.facts.rank_of(level)


def _ever_asked(case: Case, tracks: tuple[Track, ...], name: str) -> bool:
    dimension = case.framework.dimensions.get(name)
    return dimension is not None and any(
        _asks(case, dimension, track, level) for track in tracks for level in track.levels
    )


def _nowhere(case: Case, name: str) -> Verdict:
    assert case.family is not None, "the rule judges families"
    message = (
        f"{family_name(case.family)} asks for {_names(case, [name])}, and none of its levels says a word about it.\n"
        f"Write what each level asks there, or take `{name}` out of `requires`."
    )
    place = case.family.place
    route = (*place.route, "requires", case.family.requires.index(name))
    return case.fails(message, place._replace(route=route), discriminator=name, topic="required")


def _names(case: Case, ids: list[str]) -> str:
    return listed(case.framework.dimensions[name].name.plain or name for name in ids)


RULE = rule(__name__, check, severity=Severity.ERROR)
