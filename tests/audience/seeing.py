"""A small framework with everything that some audience may not see, and the View that each gets of it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from overlay import lay

from ladderc.model.framework import Framework
from ladderc.pipeline import check, view
from ladderc.view.level import LevelView
from ladderc.view.view import View

DAY = datetime.date(2026, 11, 21)

RICH = """
# framework.yaml
rating_scale: [Learning, Able, Expert]
audiences:
  - {id: board, name: The board, like: hr}
  - {id: leads, name: Team leads, like: employees}
# tracks/specialist.yaml
levels:
  - id: S4
    builds_on: stem/E3
    expectations:
      craft: {rating: Able, statements: [Models a pump that has not been built., {id: wear, text: Predicts its wear.}]}
  - id: S5
    promotion:
      requires: [Two letters from products, {level: project-leadership/P4}]
    expectations:
      craft: {rating: 3, statements: [Derives one theory from faults of three products.]}
# tracks/people-leadership.yaml
levels:
  - {id: M5, reports: {min: 3, max: 8}}
# pay/2026.yaml
zones:
  - {id: north, name: North, factor: 1}
  - {id: south, name: South, factor: 0.9}
exceptions:
  - {track: specialist, grade: G5, min: 65000, max: 91000, bonus: 10%, because: market, reason: Rivals pay more for pumps.}
bands:
  - {grade: G6, bonus: 12.5%, equity: 8000, market: {value: 90000, percentile: 50, as_of: 2026-03, source: Survey}}
# pay/2027.yaml
currency: GBP
period: year
effective: "2027-01-01"
bands: [{grade: G1, min: 31000, max: 43000}]
"""


def linked(snippet: str, folder: Path) -> Framework:
    """The base with a snippet over it, linked without a fault."""
    for name, data in lay(snippet).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    checked = check(folder, DAY)
    assert checked.faults == (), checked.faults
    assert checked.framework is not None
    return checked.framework


def seen(framework: Framework, audience: str) -> View:
    """What an audience may know of it."""
    return view(framework, audience, DAY)


def level(shown: View, key: str) -> LevelView:
    """One level of a View."""
    return next(one for one in shown.levels if one.ref.key == key)
