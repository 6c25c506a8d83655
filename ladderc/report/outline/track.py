"""A track as facts: level by level in the order of the grades, every line with its level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ladderc.report.outline.facts import SIGN, entries_of, facts, natural, or_alone, said, some_facts

_TRACK = ("name", "id", "kind", "family", "status", "order", "purpose")
_LEVEL = ("title", "grade", "status", "reports", "career_level", "entry", "builds_on", "visible_to", "summary")
_APART = ("id", "expectations", "metrics", "decisions", "promotion")
_MOVE = ("kind", "pay", "trial_months", "note")


def track_facts(data: Mapping[str, Any]) -> Iterator[str]:
    """The track's own fields, its levels, then its moves."""
    yield from some_facts("track", data, _TRACK, ("levels", "moves"))
    levels = entries_of(data.get("levels"))
    if levels is None:
        yield from facts("levels", data.get("levels"))
    else:
        for level in sorted(levels, key=_rank):
            prefix = said(level["id"]) if "id" in level else "level without an id"
            yield from or_alone(prefix, _level(prefix, level))
    moves = entries_of(data.get("moves", []))
    if moves is None:
        yield from facts("moves", data["moves"])
    else:
        for move in sorted(moves, key=lambda one: (natural(said(one.get("from"))), natural(said(one.get("to"))))):
            way = f"move {said(move.get('from'))} → {said(move.get('to'))}"
            yield from or_alone(way, some_facts(way, move, _MOVE, ("from", "to")))


def _rank(level: Mapping[str, Any]) -> tuple[Any, ...]:
    # Which of two grades is higher stands in framework.yaml, which git does not hand over: names in order come close.
    return natural(said(level.get("grade"))), natural(said(level.get("id")))


def _level(prefix: str, level: Mapping[str, Any]) -> Iterator[str]:
    yield from some_facts(prefix, level, _LEVEL, (*_APART, "forums", "recognition", "duties"))
    yield from _expectations(prefix, level.get("expectations", {}))
    yield from _metrics(prefix, level.get("metrics", []))
    yield from _decisions(prefix, level.get("decisions", []))
    for field in ("forums", "recognition", "duties", "promotion"):
        if field in level:
            yield from facts(f"{prefix}{SIGN}{field}", level[field], field)


def _expectations(prefix: str, expectations: Any) -> Iterator[str]:
    if not isinstance(expectations, dict):
        yield from facts(f"{prefix}{SIGN}expectations", expectations)
        return
    for dimension in sorted(expectations):
        asked = expectations[dimension]
        here = f"{prefix}{SIGN}{said(dimension)}"
        if isinstance(asked, list):
            asked = {"statements": asked}
        if not isinstance(asked, dict):
            yield from facts(here, asked)
            continue
        yield from some_facts(here, asked, ("rating",), ("statements",))
        if "statements" in asked:
            yield from facts(f"{here}{SIGN}expects", asked["statements"])


def _metrics(prefix: str, metrics: Any) -> Iterator[str]:
    if metrics:
        yield from facts(f"{prefix}{SIGN}metric", metrics)


def _decisions(prefix: str, decisions: Any) -> Iterator[str]:
    known = entries_of(decisions)
    if known is None or not all({"domain", "role"} == set(one) for one in known):
        yield from facts(f"{prefix}{SIGN}decision", decisions)
        return
    for one in sorted(known, key=lambda one: natural(said(one["domain"]))):
        yield f"{prefix}{SIGN}{said(one['role'])}: {said(one['domain'])}"
