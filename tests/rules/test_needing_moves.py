"""The rules that `no-moves-declared` stands for are exactly those that a family without moves leaves open."""

from __future__ import annotations

from pathlib import Path

from overlay import judged, lay

from ladderc.rules import catalog
from ladderc.rules.paths import NEEDING_MOVES

WITHOUT_MOVES = """
# tracks/specialist.yaml without moves
id: specialist
# tracks/project-leadership.yaml without moves
id: project-leadership
# tracks/people-leadership.yaml without moves
id: people-leadership
"""


def test_a_family_without_moves_leaves_exactly_these_rules_open(tmp_path: Path) -> None:
    verdicts = judged(lay(WITHOUT_MOVES), tmp_path).verdicts
    open_ = [verdict.rule for verdict in verdicts if "a move between two tracks" in verdict.lacking]
    assert tuple(open_) == NEEDING_MOVES


def test_they_are_named_in_the_order_of_the_catalogue() -> None:
    assert tuple(name for name in catalog.names() if name in NEEDING_MOVES) == NEEDING_MOVES
