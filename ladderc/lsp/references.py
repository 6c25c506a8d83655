"""Which fields refer to something declared elsewhere, by kind of file and route."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ladderc.sources.document import FileKind
from ladderc.span import Route

Noun = Literal[
    "grade", "dimension", "family", "track", "level", "recognition", "award", "forum", "domain", "audience", "zone",
    "rating", "rule",
]  # fmt: skip
"""What can be referred to; a level by ``track/level``."""

_VALUES: Mapping[FileKind, Mapping[str, tuple[Noun, ...]]] = {
    "track": {
        "family": ("family",),
        "family.*": ("family",),
        "visible_to.*": ("audience",),
        "branches.*": ("level",),
        "leads.*": ("track", "family"),
        "counterpart": ("track",),
        "counterpart.*": ("track",),
        "levels.*.grade": ("grade",),
        "levels.*.visible_to.*": ("audience",),
        "levels.*.expectations.*.rating": ("rating",),
        "levels.*.decisions.*.domain": ("domain",),
        "levels.*.forums.*": ("forum",),
        "levels.*.recognition.*": ("recognition",),
        "levels.*.promotion.requires.*.level": ("level",),
        "levels.*.builds_on": ("level",),
        "moves.*.from": ("level",),
        "moves.*.to": ("level",),
    },
    "framework": {
        "dimensions.*.from": ("grade",),
        "families.*.requires.*": ("dimension",),
        "recognition.*.equivalent_to": ("recognition",),
    },
    "pay": {
        "families.*": ("family",),
        "bands.*.grade": ("grade",),
        "exceptions.*.grade": ("grade",),
        "exceptions.*.track": ("track",),
        "exceptions.*.zone": ("zone",),
    },
    "waivers": {
        "*.rule": ("rule",),
        "*.subject.family": ("family",),
        "*.subject.track": ("track",),
        "*.subject.level": ("level",),
        "*.subject.grade": ("grade",),
        "*.subject.zone": ("zone",),
    },
    "baseline": {"*.rule": ("rule",), "*.family": ("family",)},
}

_NAMES: Mapping[FileKind, Mapping[str, tuple[Noun, ...]]] = {
    "track": {"levels.*.expectations.*": ("dimension",)},
    "framework": {"rules.*": ("rule",), "rules.*.families.*": ("family",)},
}

_DECLARED: Mapping[FileKind, Mapping[str, Noun]] = {
    "track": {"id": "track", "levels.*.id": "level"},
    "framework": {
        "grades.*.id": "grade",
        "dimensions.*.id": "dimension",
        "families.*.id": "family",
        "recognition.*.id": "recognition",
        "awards.*.id": "award",
        "forums.*.id": "forum",
        "domains.*.id": "domain",
        "audiences.*.id": "audience",
    },
    "pay": {"zones.*.id": "zone"},
}


def nouns(kind: FileKind, route: Route, *, is_name: bool = False) -> tuple[Noun, ...]:
    """What the value at a route refers to, or the name of the field there; mostly nothing."""
    table = (_NAMES if is_name else _VALUES).get(kind, {})
    return next((found for pattern, found in table.items() if _fits(pattern, route)), ())


def declared(kind: FileKind, route: Route) -> Noun | None:
    """What the value at a route gives its id to, or None."""
    return next((noun for pattern, noun in _DECLARED.get(kind, {}).items() if _fits(pattern, route)), None)


def _fits(pattern: str, route: Route) -> bool:
    steps = pattern.split(".")
    return len(steps) == len(route) and all(step in ("*", part) for step, part in zip(steps, route, strict=True))
