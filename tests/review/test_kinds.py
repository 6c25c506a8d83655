"""The table of kinds: each has the kind that undoes it, and the two say opposite things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ladderc.review.kinds import KINDS, mirror_of

ROOT = Path(__file__).parents[2] / "ladderc" / "review"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_undone_by_its_mirror_or_by_itself(kind: str) -> None:
    assert mirror_of(mirror_of(kind)) == kind
    own, other = KINDS[kind], KINDS[mirror_of(kind)]
    if own.undoes is None:
        assert own.impact in ("neutral", "unclear"), "what undoes itself can be neither worse nor better"
    assert (own.impact == "worse") == (other.impact == "better")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_in_one_sentence_why(kind: str) -> None:
    assert re.fullmatch(r"[A-Z][^.]+\.", KINDS[kind].reason), KINDS[kind].reason


def test_no_kind_is_without_a_comparison_that_makes_it() -> None:
    text = "".join(path.read_text() for path in ROOT.glob("*.py") if path.stem != "kinds")
    made = set(re.findall(r'"([a-z-]+)"', text)) | {
        f"band-{shape}" for shape in ("raised", "lowered", "widened", "narrowed", "reshaped")
    }
    made |= {
        f"{what}-{fate}" for what in ("bonus", "equity", "expectation") for fate in ("raised", "lowered", "reworded")
    }
    assert set(KINDS) - made == set()
