"""The metrics of levels, as far as they are written: one whose name is a placeholder does not count."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.model.level import Level, Metric
from ladderc.rules.placeholders import is_written


def metrics_of(level: Level) -> tuple[Metric, ...]:
    """The level's own metrics whose names say something."""
    return tuple(metric for metric in level.metrics if is_written(metric.name))


def any_metric(levels: Iterable[Level]) -> bool:
    """Whether any of the levels has a metric; where none has, nothing about metrics can be judged."""
    return any(level.metrics and metrics_of(level) for level in levels)
