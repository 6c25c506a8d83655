"""Where sentences end."""

from __future__ import annotations

import pytest

from ladderc.rules.prose import sentence_lengths


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Leads the work. Keeps it small.", [3, 3]),
        ("Leads the work", [3]),
        ("Measures, e.g. wear, and i.e. nothing else.", [7]),
        ("Plant no. 3 and sites etc. are served.", [8]),
        ("Prüft z. B. Ventile, Pumpen usw. und berichtet.", [8]),
        ("Why? Because it broke!", [1, 3]),
        ("Says “stop.” Then waits.", [2, 2]),
        ("A list:\n- one thing\n- two things", [2, 2, 2]),
        ("One paragraph\n\nand another", [2, 2]),
        ("Weighs 3.5 tonnes.", [3]),
        ("   ", []),
    ],
)
def test_the_words_of_each_sentence_are_counted(text: str, lengths: list[int]) -> None:
    assert sentence_lengths(text) == lengths
