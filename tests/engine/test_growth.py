"""Judging grows with a framework and not with its square: twice the families ask for twice the calls, and no more."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from ladderc.link import link
from ladderc.model.framework import Framework
from ladderc.rules import tokens
from ladderc.rules.engine import judge
from ladderc.sources.read import read

sys.path.insert(0, str(Path(__file__).parent.parent))

from synthetic import write_framework

DAY = datetime.date(2026, 11, 21)


def framework_of(tracks: int, tmp_path: Path) -> Framework:
    linked = link(read(write_framework(tmp_path / str(tracks), tracks)), frozenset(), DAY).framework
    assert linked is not None
    return linked


def calls(framework: Framework) -> Counter[str]:
    """How often each function of the rules and of the model is called, generators resumed included."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> None:
        name = frame.f_globals.get("__name__", "")
        if event == "call" and name.startswith("ladderc."):
            counted[f"{name}.{frame.f_code.co_qualname}"] += 1

    tokens.clauses.cache_clear()  # what another test left there would be missing here
    tokens.plain_words.cache_clear()
    sys.setprofile(count)
    try:
        judge(framework, DAY.isoformat())
    finally:
        sys.setprofile(None)
    return counted


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counter[str], Counter[str]]:
    folder = tmp_path_factory.mktemp("growth")
    judge(framework_of(4, folder), DAY.isoformat())  # word lists are read once, whoever asks first
    return calls(framework_of(8, folder)), calls(framework_of(16, folder))


def test_twice_the_families_at_most_double_the_calls_of_every_function(
    counts: tuple[Counter[str], Counter[str]],
) -> None:
    small, large = counts
    # a few calls of slack: the sentences of the larger framework are others, and some need a closer look
    grown = {name: (small[name], large[name]) for name in large if large[name] > 2.2 * small[name] + 300}
    assert not grown


def test_each_text_is_cut_into_words_once(counts: tuple[Counter[str], Counter[str]]) -> None:
    small, large = counts
    levels = 8 * 6
    assert small["ladderc.rules.word_sets._cut"] == levels, (
        "the texts of a level are cut together, and once for all rules"
    )
    assert large["ladderc.rules.word_sets._cut"] == 2 * levels
    statements = levels * 4 * 3  # of dimensions; what is cut singly are texts read closely
    assert small["ladderc.rules.tokens.plain_words"] < statements / 4
    assert large["ladderc.rules.tokens.plain_words"] < 2 * statements / 4
    assert small["ladderc.rules.tokens.clauses"] < statements / 4, "most texts lack the words of every rule"


def test_the_whole_framework_is_not_gone_through_for_each_family(counts: tuple[Counter[str], Counter[str]]) -> None:
    small, large = counts
    assert small["ladderc.model.framework.Framework.tracks_of"] == 0
    assert large["ladderc.model.framework.Framework.tracks_of"] == 0
    assert large["ladderc.rules.facts.family_facts"] == 1
