"""Every kind of change as people read it: `tests/review/kinds/<area>.yml`, two states and what is said of the step.

A case has `before` and `after`: a snippet over the clean base each (`# path.yaml` opens a file), or the base as it is
where one is left out; `RENAME G5=IC5` and `SHUFFLE` change ids and orders throughout. `expect` lists every change in
the order in which it is read, [] where nothing changed for people. Whoever edits a message reads it aloud.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from states import state

from ladderc.model.change import Change
from ladderc.review.compare import compare
from ladderc.review.kinds import KINDS, mirror_of
from ladderc.review.pairing import pair

FILES = sorted((Path(__file__).parent / "kinds").glob("*.yml"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in FILES
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
]


@pytest.mark.parametrize("case", CASES)
def test_a_step_is_told(case: dict[str, Any]) -> None:
    assert set(case) <= {"name", "before", "after", "expect"}
    before, after = state(case.get("before", "")), state(case.get("after", ""))
    found = compare(pair(before, after))
    assert [told(change) for change in found] == case["expect"]
    for change in found:
        assert not re.search(r"  |\.\.|\.”\.$", change.message)
    back = compare(pair(after, before))
    assert sorted(change.kind for change in back) == sorted(mirror_of(change.kind) for change in found)


def test_every_kind_is_told_in_a_case() -> None:
    assert {one["kind"] for case in CASES for one in case.values[0]["expect"]} == set(KINDS)


def told(change: Change) -> dict[str, Any]:
    """What a case says of a change; what is empty is left out."""
    said: dict[str, Any] = {"kind": change.kind, "impact": change.impact}
    said |= {"thing": change.thing} if change.thing else {}
    said |= {"message": change.message}
    said |= {"without_pay": change.message_without_pay} if change.message_without_pay else {}
    said |= {"reaches": list(change.reaches)}
    return said | ({"unchanged": list(change.unchanged)} if change.unchanged else {})
