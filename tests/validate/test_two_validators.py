"""The fast validator and the one that explains give one verdict, and every verdict has words."""

from __future__ import annotations

import copy
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole_documents import WHOLE, document

from ladderc.sources.document import Document
from ladderc.validate import validate
from ladderc.validate.schemas import errors, fits

BASES = {kind: document(kind, text).data for kind, text in WHOLE.items()}
BANNED = re.compile(
    r"\b(property|properties|schema|enum|array|object|null|none|token|mapping|scalar|regex|invalid|true is)\b", re.I
)
# Spellings on which the two could part: line ends, foreign digits, whole decimals, bounds, kinds that equal 1.
TRICKY = [
    "2026-10-01\n",
    "٣",
    "a\n",
    "GBP\n",
    "12%\n",
    "en-GB\n",
    "a/b\n",
    "",
    " ",
    "é",
    "2026-02-30",
    "en",
    "0000-01-01",
]
single = st.one_of(
    st.sampled_from(TRICKY),
    st.sampled_from([0, 1, -1, True, False, None, 100, 101, 10**17, Decimal("1.0"), Decimal("1E+3"), Decimal("0.1")]),
    st.sampled_from([Decimal("100.00000000000000001"), Decimal("-0.0"), Decimal("0.30"), Decimal("1E-17")]),
    st.integers(-(10**17), 10**17),
    st.decimals(-(10**9), 10**9, places=4),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
names = st.sampled_from(
    ["id", "en", "text", "level", "rating", "name", "x", "eng", "EN", "de-\n", "titel", "no", "own"]
)
anything = st.recursive(
    single, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=2), max_leaves=4
)


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Every group or list with each key or position in it."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [spot for key in keys for spot in ((value, key), *spots(value[key]))]


@st.composite
def spoilt(draw: st.DrawFn) -> Document:
    """A sound document in which one to three things have been replaced, dropped, renamed or added."""
    kind = draw(st.sampled_from(sorted(BASES)))
    data = copy.deepcopy(BASES[kind])
    for _ in range(draw(st.integers(1, 3))):
        every = spots(data)
        if not every:
            break
        holder, key = draw(st.sampled_from(every))
        action = draw(st.sampled_from(["replace", "replace", "drop", "rename", "add"]))
        if action == "replace":
            holder[key] = draw(anything)
        elif action == "add" and isinstance(holder, dict):
            holder[draw(names)] = draw(anything)
        else:
            value = holder.pop(key)
            if action == "rename" and isinstance(holder, dict):
                holder[str(key) + draw(st.sampled_from(["s", "_", "\n", " "]))] = value
    return Document(f"{kind}.yaml", kind, data, {})


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_both_give_one_verdict_and_every_fault_is_put_into_words(spoiled: Document) -> None:
    assert fits(spoiled.kind, spoiled.data) == (not list(errors(spoiled.kind, spoiled.data)))
    findings = validate(spoiled)
    assert not (findings and fits(spoiled.kind, spoiled.data))
    if not findings:  # what is left to linking is words in the place of an id, and nothing else
        assert all(error.validator == "pattern" for error in errors(spoiled.kind, spoiled.data))
    for finding in findings:
        first, *rest = finding.message.split("\n")
        ours = re.sub(r"`[^`]*`|“[^”]*”", "…", finding.message)
        assert first
        assert rest, "each says what to type"
        assert not BANNED.search(ours), finding.message
        assert all(line.endswith((".", ".`")) for line in (first, *rest)), finding.message


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(BASES)), anything)
def test_both_give_one_verdict_on_data_of_any_shape(kind: Any, data: Any) -> None:
    assert fits(kind, data) == (not list(errors(kind, data)))
    validate(Document(f"{kind}.yaml", kind, data, {}))


@pytest.mark.parametrize(
    ("kind", "field", "value", "sound"),
    [
        ("track", "order", Decimal("2.0"), True),
        ("track", "order", Decimal("2.5"), False),
        ("track", "order", True, False),
        ("framework", "language", True, False),
        ("framework", "language", Decimal("1.00"), True),
        ("pay", "round", Decimal("0.30"), True),
        ("pay", "policy_percentile", Decimal("100.00000000000000001"), False),
        ("pay", "effective", "2026-10-01\n", False),
        ("pay", "effective", "٢٠٢٦-10-01", False),
    ],
)
def test_both_agree_where_such_validators_are_known_to_part(kind: Any, field: str, value: Any, sound: bool) -> None:
    base: Any = BASES[kind]
    data = base | {field: value}
    assert (fits(kind, data), not list(errors(kind, data))) == (sound, sound)
