"""Where a firm numbers its grades, a message speaks of grade 5, for “4 ends at £72,000” would read as a sum."""

from __future__ import annotations

import re
from typing import Any
from unittest import mock

import overlay
import pytest

from ladderc.rules import catalog
from ladderc.rules.explained import explain

RULES = (
    "ceiling-parity",
    "only-path-is-management",
    "grade-gap",
    "section-parity",
    "definition-depth",
    "executive-scope",
    "reach-apex-without-managing",
    "move-step",
    "way-back",
    "fork-has-choices",
    "band-gap",
    "band-overlap",
    "band-parity",
    "band-missing",
    "families-consistent",
    "target-pay-parity",
    "recognition-parity",
    "title-as-pay-workaround",
)
_GRADE = re.compile(r"\bG([1-9])\b")


def numbered(value: Any) -> Any:
    """The same with 5 for G5."""
    if isinstance(value, dict):
        return {numbered(key): numbered(one) for key, one in value.items()}
    if isinstance(value, list):
        return [numbered(one) for one in value]
    return _GRADE.sub(r"\1", value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", RULES)
def test_a_grade_that_is_a_number_is_called_a_grade(name: str) -> None:
    rule, bad = catalog.load(name), explain(name).bad
    lettered = [result.verdict.message for result in overlay.alone_on(overlay.framework_of(bad), rule)]
    base = numbered(overlay._base())
    with mock.patch.object(overlay, "_base", return_value=base):
        framework = overlay.linked(overlay.lay(_GRADE.sub(r"\1", bad)))
    found = [result.verdict.message for result in overlay.alone_on(framework, rule)]
    assert [said.lower() for said in found] == [_spoken(said).lower() for said in lettered]
    assert any(_GRADE.search(said) for said in lettered), "the example names no grade"


def _spoken(message: str) -> str:
    """With grade 5 for G5, but in what is to be typed: 5."""
    parts = message.split("`")
    return "`".join(_GRADE.sub(r"\1" if at % 2 else r"grade \1", part) for at, part in enumerate(parts))
