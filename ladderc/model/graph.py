"""The career graph: every step that a person can take, and where people come in."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.model.track import Move

StepKind = Literal["rung", "branch", "lateral", "return", "promotion"]


class Step(NamedTuple):
    """One edge between two level keys; ``move`` is set for declared moves."""

    source: str
    target: str
    kind: StepKind
    move: Move | None


class CareerGraph(NamedTuple):
    """All steps of a framework in a fixed order, and its entry levels (keys)."""

    steps: tuple[Step, ...]
    entries: tuple[str, ...]
