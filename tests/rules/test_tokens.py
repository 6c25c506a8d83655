"""How a text falls into words: owners keep their name without the apostrophe, wherever in the text they stand."""

from __future__ import annotations

import pytest

from ladderc.rules.tokens import clauses


def words(text: str) -> list[list[tuple[str, bool]]]:
    return [[(token.text, token.possessive) for token in clause] for clause in clauses(text)]


@pytest.mark.parametrize("before", ["", "a ", "an ", "the "])
def test_an_owner_is_the_word_before_the_apostrophe(before: str) -> None:
    for sign in "'’":
        [*_, owner, owned] = words(f"{before}person{sign}s case")[0]
        assert (owner, owned) == (("person", True), ("case", False))


def test_an_apostrophe_after_a_plural_makes_it_an_owner_too() -> None:
    assert words("several teams’ roadmaps") == [[("several", False), ("teams", True), ("roadmaps", False)]]


def test_a_clause_ends_at_a_colon_and_not_at_a_comma() -> None:
    found = words("Leads: not many, but well")
    assert [[text for text, _ in clause] for clause in found] == [["leads"], ["not", "many", ",", "but", "well"]]
