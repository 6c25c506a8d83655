"""How high titles sound, in each language."""

from __future__ import annotations

import pytest

from ladderc.model.text import plain
from ladderc.rules.title_ranks import Rank, expert_rank, manager_rank


@pytest.mark.parametrize(
    ("tag", "title", "name"),
    [
        ("en", "Senior Engineer", "senior"),
        ("en", "Senior Staff Engineer", "staff"),
        ("en", "Senior Principal Scientist", "principal"),
        ("en", "Technical Fellow", "distinguished"),
        ("en", "Senior Project Manager", "senior"),
        ("de", "Senior Entwickler*in", "senior"),
        ("de", "Chefingenieurin / Chefingenieur", "principal"),
        ("fr", "Ingénieur·e confirmé·e", "senior"),
        ("fr", "Experte émérite", "distinguished"),
        ("es", "Especialista sénior", "senior"),
        ("it", "Ricercatrice emerita", "distinguished"),
        ("nl", "Hoofdspecialist", "principal"),
        ("en", "Engineer", None),
        ("en", "Senior Director", None),
    ],
)
def test_the_rank_of_an_experts_title(tag: str, title: str, name: str | None) -> None:
    rank = expert_rank(plain(title), tag)
    assert (rank and rank.name) == name


@pytest.mark.parametrize(
    ("tag", "title", "rank"),
    [
        ("en", "Engineering Manager", Rank(0, 1, "manager")),
        ("en", "Senior Engineering Manager", Rank(1, 2, "senior manager")),
        ("en", "Head of Engineering", Rank(1, 2, "senior manager")),
        ("en", "Senior Director of Engineering", Rank(2, 3, "director")),
        ("de", "Teamleitung", Rank(0, 1, "manager")),
        ("de", "Bereichsleiterin", Rank(2, 3, "director")),
        ("fr", "Cheffe de service", Rank(1, 2, "senior manager")),
        ("es", "Gerente", Rank(0, 1, "manager")),
        ("it", "Direttrice", Rank(2, 3, "director")),
        ("nl", "Afdelingshoofd", Rank(1, 2, "senior manager")),
        ("en", "Senior Product Manager", None),
        ("en", "Counsellor", None),
    ],
)
def test_the_rank_of_a_managers_title(tag: str, title: str, rank: Rank | None) -> None:
    assert manager_rank(plain(title), tag) == rank
