"""The table behind `ladderc explain` keeps to what reading says."""

from __future__ import annotations

import pytest

from ladderc.sources.faults import FAULTS
from ladderc.sources.places import locate
from ladderc.sources.read import read_file
from ladderc.span import Place

SHOWN = [name for name, fault in FAULTS.items() if not fault.example.startswith("(") and name != "too-deep"]


@pytest.mark.parametrize("name", SHOWN)
def test_the_example_of_a_fault_has_that_fault_alone(name: str) -> None:
    findings = read_file("tracks/x.yaml", "track", FAULTS[name].example.encode())[1]
    assert [(one.rule, one.severity) for one in findings] == [(name, FAULTS[name].severity)]


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_is_explained_in_whole_sentences_without_words_of_programmers(name: str) -> None:
    fault = FAULTS[name]
    for text in (fault.claim, fault.why):
        assert text.endswith(".")
        words = set(text.lower().replace(".", " ").replace(",", " ").split())
        assert not words & {
            "property",
            "schema",
            "enum",
            "array",
            "object",
            "null",
            "token",
            "mapping",
            "scalar",
            "regex",
        }


def test_places_in_a_file_of_endless_brackets_are_found_at_once() -> None:
    place = Place("x.yaml", ("a", 5))
    assert locate(b"a: " + b"[" * 300_000, [place])[place] == (1, 1, 1, 2)
