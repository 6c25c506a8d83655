"""A way that is drawn as a proof is one that can be gone, and what fails for want of a way says by name what bars it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from cases import cases_of, snippet
from overlay import alone, lay, linked

from ladderc.finding import Proof, Verdict
from ladderc.model.framework import Framework
from ladderc.rules import catalog
from ladderc.rules.explained import explain

BY_WAYS = (
    "dead-end-level",
    "equal-climb",
    "fork-has-choices",
    "management-gate",
    "promotion-cycle",
    "reach-apex-without-managing",
    "tracks-connected",
    "unreachable-level",
    "way-back",
)
"""The rules about the career graph: where one fails, a way or the levels that bar it are the proof."""

WITHOUT_A_WAY = {"guessed", "wording"}
"""What a graph rule says of grades that were guessed, or of words: no way proves it."""

LED_BY_WAYS = (*BY_WAYS, "only-path-is-management")


def examples(rule: str) -> Iterator[str]:
    page = explain(rule)
    yield from ("", page.bad, page.good)
    yield from (snippet(case) for case in cases_of(rule.replace("-", "_")))


def verdicts(rule: str) -> Iterator[tuple[Framework, Verdict]]:
    for text in examples(rule):
        laid = lay(text)
        framework = linked(laid)
        yield from ((framework, result.verdict) for result in alone(catalog.load(rule), laid))


@pytest.mark.parametrize("rule", LED_BY_WAYS)
def test_every_way_can_be_gone_step_by_step(rule: str) -> None:
    seen = 0
    for framework, verdict in verdicts(rule):
        steps = {(step.source, step.target, step.kind) for step in framework.graph.steps}
        for proof in verdict.proofs:
            assert len(proof.steps) == len(proof.levels) - 1
            assert set(gone(proof)) <= steps, proof
            assert set(proof.marked) <= set(proof.levels)
            assert bool(proof.marked) == bool(proof.mark), proof
            assert proof.words
            assert proof.levels[-1] in framework.levels
            seen += 1
    assert seen > 2, "the rule draws no way"


def gone(proof: Proof) -> list[tuple[str, str, str]]:
    """The steps of a way; what a promotion only asks for is none."""
    pairs = zip(proof.levels, proof.levels[1:], proof.steps, strict=False)
    return [(source, target, kind) for source, target, kind in pairs if kind != "requires"]


@pytest.mark.parametrize("rule", BY_WAYS)
def test_what_fails_draws_what_bars_the_way_and_names_it(rule: str) -> None:
    failing = [(framework, one) for framework, one in verdicts(rule) if one.state == "fails"]
    told = [(framework, one) for framework, one in failing if not WITHOUT_A_WAY & set(one.topic.split())]
    assert told
    for framework, verdict in told:
        assert verdict.proofs, verdict.message
        for key in (key for proof in verdict.proofs for key in proof.marked):
            level = framework.levels[key]
            named = (level.id, framework.tracks[level.track].name.plain)
            assert any(name in verdict.message for name in named), json.dumps([key, verdict.message])


@pytest.mark.parametrize("rule", sorted({*LED_BY_WAYS} - {"dead-end-level", "promotion-cycle"}))
def test_what_holds_shows_a_way(rule: str) -> None:
    """Left out are two rules that hold where every step rises: there a figure is the proof, and no one way is."""
    holding = [one for _, one in verdicts(rule) if one.state == "holds"]
    assert holding
    nothing_there = [one for one in holding if not one.proofs]
    assert len(nothing_there) < len(holding)
    assert all(figure.value == 0 for one in nothing_there for figure in one.figures), nothing_there


def test_a_level_that_rises_only_over_another_track_is_drawn() -> None:
    drawn = [proof for _, one in verdicts("dead-end-level") if one.state == "holds" for proof in one.proofs]
    assert ("project-leadership/P5", "specialist/S5", "specialist/S6") in [proof.levels for proof in drawn]
