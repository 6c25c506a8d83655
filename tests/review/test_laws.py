"""What holds of every comparison: nothing differs from itself, and the way back mirrors the way there."""

from __future__ import annotations

from collections import Counter
from typing import Any

from edits import Edited, base, edited, framework_of
from hypothesis import HealthCheck, given, settings

from ladderc.model.change import Change
from ladderc.review.compare import compare
from ladderc.review.kinds import mirror_of
from ladderc.review.pairing import pair
from ladderc.review.review import State, review
from ladderc.rules.engine import judge

TODAY = "2026-11-22"
OPPOSITE = {"worse": "better", "better": "worse"}
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@FEW
@given(files=edited())
def test_a_framework_compared_with_itself_differs_in_nothing(files: Edited) -> None:
    one, other = framework_of(files.files), framework_of(files.files)
    found = review(State(one, judge(one, TODAY)), State(other, judge(other, TODAY)), TODAY)
    assert (found.changes, found.moved, found.mended) == ((), (), ())
    # an acknowledgement of what nobody changes has done its work
    assert [finding.rule for finding in found.judgement.findings] == ["ack-unused"] * len(other.acks)


@FEW
@given(before=edited(), after=edited())
def test_the_way_back_mirrors_the_way_there(before: Edited, after: Edited) -> None:
    one, other = framework_of(before.files), framework_of(after.files)
    pairing = pair(one, other)
    there, back = compare(pairing), compare(pair(other, one))
    assert Counter(change.kind for change in there) == Counter(mirror_of(change.kind) for change in back)
    if pairing.renamed or not pairing.names.same:
        return  # both speak in the ids of the state that they lead to
    both = frozenset(new.key for _, new in pairing.levels.pairs)
    assert Counter(seen(change, both) for change in there) == Counter(turned(change, both) for change in back)


@FEW
@given(files=edited())
def test_the_order_of_files_and_fields_changes_nothing(files: Edited) -> None:
    shuffled = {name: files.files[name] for name in reversed(files.files)}
    there = compare(pair(framework_of(base()), framework_of(files.files)))
    again = compare(pair(framework_of(base()), framework_of(shuffled)))
    assert there == again


def seen(change: Change, both: frozenset[str]) -> Any:
    """A change without its words and places: kind, who of those that are there in ``both`` states, figures, texts."""
    amounts = frozenset((one.at, one.field, one.before, one.after) for one in change.amounts)
    texts = frozenset((one.before, one.after) for one in change.wordings)
    # of one fold the first place counts, and which is first depends on the side
    return (change.kind, both & {*change.reaches}, both & {*change.unchanged}, amounts, texts, direction(change.impact))


def turned(change: Change, both: frozenset[str]) -> Any:
    """The same, as it looks from the other side."""
    amounts = frozenset((one.at, one.field, one.after, one.before) for one in change.amounts)
    texts = frozenset((one.after, one.before) for one in change.wordings)
    impact = OPPOSITE.get(direction(change.impact), direction(change.impact))
    return (mirror_of(change.kind), both & {*change.reaches}, both & {*change.unchanged}, amounts, texts, impact)


def direction(impact: str) -> str:
    """Worse or better; a change and its mirror may differ in whether a person has to judge."""
    return impact if impact in OPPOSITE else ""
