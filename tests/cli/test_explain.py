"""`ladderc explain` and `ladderc rules`: the catalogue, and every fault that a file can have."""

from __future__ import annotations

import pytest
from running import run

from ladderc.finding import Severity
from ladderc.link.explained import FAULTS as LINKING
from ladderc.rules import catalog
from ladderc.rules.explained import explain
from ladderc.sources.faults import FAULTS as READING
from ladderc.validate.faults import FAULTS as SHAPE


@pytest.mark.parametrize("name", catalog.names())
def test_a_rule_is_explained_with_all_its_parts(name: str) -> None:
    told, said = explain(name), run("explain", name)
    assert (said.err, said.code) == ("", 0)
    assert said.out.split("\n")[0] == name
    weight = (
        "off in profile" if told.rule.severity is Severity.OFF else f"{told.rule.severity.value} in profile `adopt`"
    )
    assert weight in said.out.split("Why\n")[0]
    parts = [told.claim, "Why\n" + told.why, "Source\n" + told.source, "Breaks it\n", "Satisfies it\n"]
    parts += [f"  {one.name}: " for one in told.rule.settings]
    parts += ["When to waive\n" + told.waive]
    places = [said.out.index(part) for part in parts]
    assert places == sorted(places)
    for line in told.bad.split("\n"):
        assert f"  {line}".rstrip() in said.out


def test_a_rule_with_another_weight_in_standard_says_so() -> None:
    assert "warning in profile `adopt`, error in `standard`" in run("explain", "section-parity").out


@pytest.mark.parametrize("name", [*READING, *SHAPE, *LINKING])
def test_a_fault_of_a_file_is_explained(name: str) -> None:
    fault = {**READING, **SHAPE, **LINKING}[name]
    example = "\n".join(f"  {line}" if line.strip() else line for line in fault.example.split("\n"))
    assert run("explain", name) == (
        f"{name}  ({fault.severity.value}, about how a file is written)\n"
        f"\n{fault.claim}\n\nWhy\n{fault.why}\n\nBreaks it\n{example}\n",
        "",
        0,
    )


@pytest.mark.parametrize("typed", ["ceiling_parity", "Ceiling-Parity", "ceiling parity", " ceiling-parity "])
def test_a_name_may_be_typed_as_people_type(typed: str) -> None:
    assert run("explain", typed).out == run("explain", "ceiling-parity").out


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("celing-parity", "There is no rule `celing-parity`.\nType `ladderc explain ceiling-parity`.\n"),
        ("unkown-field", "There is no rule `unkown-field`.\nType `ladderc explain unknown-field`.\n"),
        ("lunch", "There is no rule `lunch`.\nType `ladderc rules` to see every rule.\n"),
    ],
)
def test_a_name_that_is_none(typed: str, answer: str) -> None:
    assert run("explain", typed) == ("", answer, 2)


def test_no_name_at_all() -> None:
    said = run("explain")
    assert (said.out, said.code) == ("", 2)
    assert "RULE is missing." in said.err


def test_no_fault_has_the_name_of_a_rule() -> None:
    assert not set(catalog.names()) & {*READING, *SHAPE, *LINKING}


def test_every_rule_is_listed_under_its_category_with_weight_and_claim() -> None:
    said = run("rules")
    assert (said.err, said.code) == ("", 0)
    lines = said.out.split("\n")
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == list(catalog.names())
    assert [line for line in lines if line in catalog.CATEGORY_NAMES.values()] == list(catalog.CATEGORY_NAMES.values())
    told = explain("band-order")
    assert [line for line in lines if line.split()[:1] == ["band-order"]] == [
        f"  {'band-order':<{max(map(len, catalog.names()))}}  {told.rule.severity.value:<8} {told.claim}"
    ]
