from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ladderc import pipeline
from ladderc.view.view import View

TODAY = datetime.date(2026, 11, 21)
MERIDIAN = Path(__file__).parents[2] / "frameworks" / "meridian"


def public_view(root: Path) -> View:
    checked = pipeline.check(root, TODAY)
    assert checked.framework is not None
    return pipeline.view(checked.framework, "public", TODAY)


@pytest.fixture(scope="session")
def meridian() -> Path:
    return MERIDIAN
