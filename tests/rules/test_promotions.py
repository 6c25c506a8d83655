"""Who approves, who nominates and how many judge, as read off a promotion, in each language."""

from __future__ import annotations

import pytest

from ladderc.model.level import Level, Promotion
from ladderc.model.text import Text, plain
from ladderc.rules.promotions import approver_kind, nominators, panel_size
from ladderc.span import Place

NOWHERE = Place("tracks/specialist.yaml", ())


def level(approver: str = "", panel: tuple[str, ...] = (), nomination: tuple[str, ...] = ()) -> Level:
    promotion = Promotion(
        nomination=tuple(map(plain, nomination)),
        evidence=(),
        panel=tuple(map(plain, panel)),
        approver=plain(approver) if approver else None,
        min_months=None,
        basis=None,
        requires=(),
        place=NOWHERE,
    )
    empty = dict.fromkeys(Level._fields)
    return Level(**{**empty, "key": "specialist/S5", "title": Text(()), "promotion": promotion})


@pytest.mark.parametrize(
    ("language", "approver", "kind"),
    [
        ("en", "Engineering promotion board", "a board"),
        ("en", "Board of directors", "the executive"),
        ("en", "Promotion board, chaired by the CTO", "a board"),
        ("en", "Head of the family", "a head"),
        ("en", "Your line manager", "the line manager"),
        ("en", "The people team", "human resources"),
        ("en", "The wise ones of the house", None),
        ("en", "TODO", None),
        ("de", "Teamleitung", "the line manager"),
        ("de", "Bereichsleitung", "a head"),
        ("de", "Beförderungskommission", "a board"),
        ("de", "Geschäftsleitung", "the executive"),
        ("fr", "Le supérieur hiérarchique", "the line manager"),
        ("fr", "Le comité de direction", "the executive"),
        ("fr", "Un jury", "a board"),
        ("es", "El comité de promoción", "a board"),
        ("es", "La dirección general", "the executive"),
        ("it", "La commissione", "a board"),
        ("it", "L'amministratore delegato", "the executive"),
        ("nl", "De promotiecommissie", "a board"),
        ("nl", "De direct leidinggevende", "the line manager"),
    ],
)
def test_the_kind_of_approver(language: str, approver: str, kind: str | None) -> None:
    assert approver_kind(level(approver=approver), language) == kind


@pytest.mark.parametrize(
    ("language", "panel", "size"),
    [
        ("en", ("Two managers", "One outsider"), 3),
        ("en", ("One engineer at G6 or above", "One HR partner", "A customer"), 3),
        ("en", ("A panel of five",), 5),
        ("en", ("Career board",), None),
        ("en", ("TODO",), 0),
        ("en", (), 0),
        ("de", ("Drei Fachleute", "1 Führungskraft"), 4),
        ("fr", ("Deux experts",), 2),
        ("es", ("Tres especialistas",), 3),
        ("it", ("Quattro colleghi",), 4),
        ("nl", ("Vijf deskundigen",), 5),
    ],
)
def test_the_size_of_a_panel(language: str, panel: tuple[str, ...], size: int | None) -> None:
    assert panel_size(level(panel=panel), language) == size


@pytest.mark.parametrize(
    ("language", "nomination", "kinds", "others"),
    [
        ("en", ("Yourself", "The people leader you report to"), {"oneself", "the manager"}, ()),
        ("en", ("Any colleague one grade above or higher",), {"a colleague"}, ()),
        ("en", ("Anyone",), {"anyone"}, ()),
        ("en", ("The  Guild ",), set(), ("the guild",)),
        ("de", ("Sie selbst oder die Führungskraft",), {"oneself", "the manager"}, ()),
        ("fr", ("Tout salarié",), {"anyone"}, ()),
        ("es", ("La propia persona", "Un colega"), {"oneself", "a colleague"}, ()),
        ("it", ("Chiunque",), {"anyone"}, ()),
        ("nl", ("De leidinggevende", "Een collega"), {"the manager", "a colleague"}, ()),
    ],
)
def test_who_may_nominate(language: str, nomination: tuple[str, ...], kinds: set[str], others: tuple[str, ...]) -> None:
    found = nominators(level(nomination=nomination), language)
    assert (found.kinds, found.others) == (kinds, others)
