"""The names and the order of files decide nothing but order."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from linking import FILES

from ladderc.link import Linked, link
from ladderc.sources.document import Document
from ladderc.sources.read import read_tree_contents

MORE = {
    **FILES,
    "tracks/specialist.yaml": FILES["tracks/specialist.yaml"]
    + "moves:\n  - {from: S3, to: people/M3, kind: lateral}\n  - {from: S2, to: people/M9, kind: lateral}\n",
    "pay/a.yaml": "currency: GBP\nperiod: year\neffective: 2026-01-01\nbands: [{grade: G2, min: 1}]\n",
    "pay/b.yaml": "currency: GBP\nperiod: year\neffective: 2027-01-01\nbands: [{grade: G2, min: 2}]\n",
}
READING = read_tree_contents({file: text.encode() for file, text in MORE.items()})
TODAY = datetime.date(2026, 11, 21)
TRACKS = [document.file for document in READING.documents if document.kind == "track"]


def linked(documents: list[Document]) -> Linked:
    return link(READING._replace(documents=tuple(documents)), frozenset(), TODAY)


@given(st.permutations(READING.documents))
@settings(max_examples=30, deadline=None)
def test_the_order_of_reading_changes_nothing(documents: list[Document]) -> None:
    assert linked(documents) == linked(list(READING.documents))


@given(st.permutations(TRACKS))
@settings(max_examples=30, deadline=None)
def test_the_names_of_track_files_change_nothing_but_order(names: list[str]) -> None:
    renamed = dict(zip(TRACKS, names, strict=True))
    moved = [document._replace(file=renamed.get(document.file, document.file)) for document in READING.documents]
    before, after = linked(list(READING.documents)).framework, linked(moved).framework
    assert before is not None
    assert after is not None

    def steps(one: Linked) -> set[tuple[str, str, str]]:
        assert one.framework is not None
        return {(step.source, step.target, step.kind) for step in one.framework.graph.steps}

    assert set(before.levels) == set(after.levels)
    assert steps(linked(list(READING.documents))) == steps(linked(moved))
    assert set(before.graph.entries) == set(after.graph.entries)
    assert set(before.doubtful) == set(after.doubtful)
    assert [pay.by_level.keys() for pay in before.pay] == [pay.by_level.keys() for pay in after.pay]
