"""Rules that claim to be symmetric are: the data of two tracks exchanged, the findings change sides and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mirror import FILES, Files, said_of, swapped, two_tracks

from ladderc.rules import catalog

MIRRORED = (
    # they compare a level with its counterpart, and management that falls short is a finding too
    "section-parity",
    "definition-depth",
    "metric-parity",
    "promotion-bar-parity",
    "copied-counterpart",
    "visibility-parity",
    # they compare all that is written on either side
    "coded-language-gap",
    "readability-gap",
    # they hold every track to one measure, whatever its kind
    "dimension-coverage",
    "three-measures",
    "placeholder-text",
    "thinner-than-below",
    "adjacent-levels-differ",
    "rating-regression",
    "tenure-only-promotion",
    "observable-criterion",
    "metrics-present",
    "measurable-metric",
    "decision-rights",
)

LEFT_OUT = {
    "it protects whoever does not manage, and asks nothing the other way round": (
        "only-path-is-management",
        "reach-apex-without-managing",
        "management-gate",
        "ceiling-parity",
        "equal-climb",
        "fork-has-choices",
        "anchor-parity",
        "nomination-parity",
        "promotion-basis-parity",
        "recognition-parity",
        "forum-access-parity",
        "management-as-promotion",
        "pay-capped-by-manager",
        "expert-can-outearn-manager",
        "pay-ceiling-parity",
        "target-pay-parity",
    ),
    "it says more of one kind of track, by what that kind is": (
        "grade-slotting",
        "expertise-stays-central",
        "track-kind-contract",
        "manager-title-without-reports",
        "title-as-pay-workaround",
        "manager-without-reports",
        "title-spans-grades",
        "title-rank-parity",
        "headcount-as-criterion",
        "rungs-by-headcount",
        "people-duties-outside-leadership",
        "manager-entry-criteria",
        "way-back",
        "executive-scope",
    ),
    "the reverse weighs less and begins elsewhere (a note above 1.25)": ("band-parity",),
    "it judges families, grades, moves or titles, which stay where they are": (
        "managers-elsewhere",
        "families-consistent",
        "grade-gap",
        "no-moves-declared",
        "dead-end-level",
        "unreachable-level",
        "promotion-cycle",
        "move-step",
        "tracks-connected",
        "gendered-title",
        "factor-coverage",
        "tracks-name-each-other",
    ),
    "it judges pay, which hangs on grades and not on tracks": (
        "band-missing",
        "band-order",
        "band-spread",
        "midpoint-progression",
        "band-overlap",
        "band-gap",
        "pay-follows-grade",
        "market-ratio",
        "stale-market-data",
    ),
    "it judges what belongs to the whole framework": (
        "eligibility-by-grade",
        "award-eligibility",
        "sponsor-named",
        "review-overdue",
        "outcome-tracked",
        "waiver-expired",
        "waiver-unused",
        "waiver-malformed",
    ),
}

PRAISE = ["Excellent.", "Very strong."]


def drop(name: str) -> Callable[[Files, int], None]:
    return lambda level, _: level.pop(name, None) and None


def statements(change: Callable[[list[str]], list[str]]) -> Callable[[Files, int], None]:
    def thin(level: Files, _: int) -> None:
        for expectation in level.get("expectations", {}).values():
            expectation["statements"] = change(expectation["statements"])

    return thin


def promotion(**fields: Any) -> Callable[[Files, int], None]:
    return lambda level, _: level.get("promotion", {}).update(fields)


def fewer_metrics(level: Files, number: int) -> None:
    level["metrics"] = level.get("metrics", [])[: number % 2]


def longer_metrics(level: Files, number: int) -> None:
    level["metrics"] = level.get("metrics", []) * (number + 2)


def bare_metric(level: Files, _: int) -> None:
    for metric in level.get("metrics", [])[:1]:
        for name in ("unit", "source", "cadence"):
            metric.pop(name, None)


def other_rating(level: Files, number: int) -> None:
    for expectation in list(level.get("expectations", {}).values())[: number + 1]:
        expectation["rating"] = number


def silent_dimension(level: Files, number: int) -> None:
    level.get("expectations", {}).pop(("craft", "delivery", "influence", "people")[number], None)


CHANGES: dict[str, Callable[[Files, int], None]] = {
    "no summary": drop("summary"),
    "no expectations": drop("expectations"),
    "no metrics": drop("metrics"),
    "no decisions": drop("decisions"),
    "no recognition": drop("recognition"),
    "no promotion": drop("promotion"),
    "a placeholder": lambda level, _: level.update(summary="TODO"),
    "one statement": statements(lambda said: said[:1]),
    "short statements": statements(lambda said: [one[:24] for one in said]),
    "praise": statements(lambda said: [*said, *PRAISE]),
    "a silent dimension": silent_dimension,
    "fewer metrics": fewer_metrics,
    "more metrics": longer_metrics,
    "a bare metric": bare_metric,
    "another rating": other_rating,
    "little evidence": promotion(evidence=["One proof"]),
    "a small panel": promotion(panel=["One peer"]),
    "another approver": promotion(approver="The line manager"),
    "time alone": lambda level, _: level.update(promotion={"min_months": 24}),
    "words coded for men": lambda level, _: level.update(summary="Is competitive, dominant and ambitious. " * 8),
    "shown to few": lambda level, _: level.update(visible_to=["employees", "hr"]),
}

OF_TWO = ("as below", "as the other", "track shown to few", "a long sentence")

one_change = st.tuples(
    st.sampled_from(FILES), st.integers(0, 3), st.sampled_from((*CHANGES, *OF_TWO)), st.integers(0, 3)
)


def changed(chosen: list[tuple[str, int, str, int]]) -> Files:
    """The family with some sections of one or both tracks thinned, taken away or made odd."""
    files = two_tracks()
    for file, position, name, number in chosen:
        level = files[file]["levels"][position]
        if name in CHANGES:
            CHANGES[name](level, number)
        elif name == "track shown to few":
            files[file]["visible_to"] = ["hr"]
        elif name == "a long sentence":  # no two of one length, for of two alike only one can be told
            level["summary"] = "word " * (200 + 16 * FILES.index(file) + 4 * position + number)
        else:
            other = files[FILES[1 - FILES.index(file)]]["levels"][position]
            source = other if name == "as the other" else files[file]["levels"][max(position - 1, 0)]
            if "expectations" in source:
                level["expectations"] = copy.deepcopy(source["expectations"])
    return files


def test_every_rule_is_mirrored_or_left_out_for_a_reason() -> None:
    left_out = [name for names in LEFT_OUT.values() for name in names]
    of_frameworks = {name for name in catalog.names() if catalog.load(name).scope in ("family", "framework", "waivers")}
    assert sorted((*MIRRORED, *left_out)) == sorted(of_frameworks)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(chosen=st.lists(one_change, max_size=8, unique=True))  # the same sentence twice counts once from one side
def test_the_data_of_two_tracks_exchanged_the_findings_change_sides(chosen: list[tuple[str, int, str, int]]) -> None:
    files = changed(chosen)
    in_mirror, beside = said_of(files, mirrored=True), said_of(swapped(files))
    for rule in MIRRORED:
        assert in_mirror[rule] == beside[rule], rule


LOUD = {
    "section-parity": ("no summary",),
    "definition-depth": ("one statement", "short statements"),
    "metric-parity": ("more metrics",),
    "promotion-bar-parity": ("little evidence", "another approver"),
    "copied-counterpart": ("as the other",),
    "visibility-parity": ("track shown to few",),
    "dimension-coverage": ("a silent dimension",),
    "three-measures": ("a silent dimension",),
    "placeholder-text": ("a placeholder",),
    "thinner-than-below": ("one statement", "short statements"),
    "adjacent-levels-differ": ("as below",),
    "rating-regression": ("another rating",),
    "tenure-only-promotion": ("time alone",),
    "observable-criterion": ("praise",),
    "metrics-present": ("fewer metrics",),
    "measurable-metric": ("a bare metric",),
    "decision-rights": ("no decisions",),
    "coded-language-gap": ("words coded for men",),
    "readability-gap": ("a long sentence",),
}


@pytest.mark.parametrize("rule", MIRRORED)
@pytest.mark.parametrize("file", FILES)
def test_each_rule_is_heard_on_either_side(rule: str, file: str) -> None:
    said = said_of(changed([(file, 2, name, 0) for name in LOUD[rule]]))[rule]
    assert any(entry[0] == "fails" for entry in said), said
