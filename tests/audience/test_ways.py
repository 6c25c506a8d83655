"""The ways that prove a verdict, as an audience sees them: named, marked once, and never over a hidden level."""

from __future__ import annotations

from pathlib import Path

import pytest
from seeing import linked, seen

from ladderc.audience.redact import redact
from ladderc.rules.paths import FOLLOWING_WAYS
from ladderc.view.parity import ParityDetail, ParityRow
from ladderc.view.view import View

GATED = """
# tracks/stem.yaml
branches: [people-leadership/M4]
# tracks/specialist.yaml
moves:
  - {from: S4, to: project-leadership/P4, kind: lateral, pay: protected}
"""

NO_PROTECTION = """
# tracks/people-leadership.yaml
moves:
  - {from: M4, to: specialist/S4, kind: return, pay: band}
"""

TWO_FAMILIES = """
# framework.yaml
families:
  - {id: engineering, name: Engineering}
  - {id: vault, name: Vault}
# tracks/vault.yaml
id: vault-work
name: Vault work
kind: specialist
family: vault
visible_to: [employees]
levels:
  - {id: V5, grade: G5, title: Keeper of the Vault, entry: true}
  - {id: V6, grade: G6, title: Keeper of Keepers}
# tracks/specialist.yaml
"""

HIDDEN = "not every level that its moves lead to or come from is shown to this audience"

STUCK = (
    TWO_FAMILIES.replace("# tracks/specialist.yaml\n", "")
    + """
# tracks/specialist.yaml without S6 and S7
moves:
  - {from: S5, to: vault-work/V6, kind: promotion, pay: band}
  - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
"""
)

SHORT_CUT = """moves:
  - {from: S4, to: vault-work/V5, kind: promotion, pay: band}
  - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
  - {from: S4, to: project-leadership/P4, kind: lateral, pay: protected}
# tracks/project-leadership.yaml
moves:
  - {from: P4, to: vault-work/V6, kind: promotion, pay: band}
  - {from: P4, to: specialist/S4, kind: lateral, pay: protected}
"""


def details(view: View, rule: str) -> tuple[ParityDetail, ...]:
    rows = [row for group in view.parity.groups for row in group.rows if row.rule == rule]
    return tuple(detail for row in rows for cell in row.cells for detail in cell.details)


def drawn(detail: ParityDetail) -> list[str]:
    """Each way as a person reads it."""
    return [
        f"{way.words}: "
        + " ".join(
            f"{f'-{one.step}- ' if one.step else ''}{one.level.id}{f' [{one.mark}]' if one.mark else ''}"
            for one in way.stations
        )
        for way in detail.ways
    ]


def test_a_barred_way_is_drawn_with_what_bars_it(tmp_path: Path) -> None:
    view = seen(linked(GATED, tmp_path), "hr")
    (detail,) = details(view, "management-gate")
    assert drawn(detail) == [
        "The shortest way to S4 Senior Specialist: E1 E2 E3 -choice of track- M4 [manages people] -back- S4"
    ]


def test_a_rule_that_holds_draws_the_way_that_it_found(tmp_path: Path) -> None:
    view = seen(linked("", tmp_path), "hr")
    (detail,) = details(view, "way-back")
    assert drawn(detail) == ["Into M4 Engineering Manager and back, with pay protected: S4 -across- M4 -back- S4"]


def test_a_level_passed_twice_is_marked_where_the_way_ends(tmp_path: Path) -> None:
    view = seen(linked(NO_PROTECTION, tmp_path), "hr")
    (detail,) = details(view, "way-back")
    assert drawn(detail) == ["Into management and back: S4 -across- M4 -back- S4 [pay is not protected]"]


def test_two_ways_are_drawn_where_they_are_compared(tmp_path: Path) -> None:
    view = seen(linked("", tmp_path), "hr")
    (detail,) = details(view, "equal-climb")
    assert drawn(detail) == [
        "From Project leadership to G7, 3 steps and 66 months: P4 P5 P6 P7",
        "The managers' way to G7, 3 steps and 66 months: M4 M5 M6 M7",
    ]


@pytest.mark.parametrize("audience", ["public", "employees", "hr"])
def test_no_way_and_no_word_names_a_level_that_is_hidden(audience: str, tmp_path: Path) -> None:
    view = seen(linked(TWO_FAMILIES + SHORT_CUT, tmp_path), audience)
    shown = {level.ref.key for level in view.levels}
    passed = {one.level.key for way in ways(view) for one in way}
    assert passed
    assert passed <= shown
    assert ("Vault work" in repr(view)) == ("Keeper" in repr(view)) == (audience != "public")


def test_where_ways_are_hidden_no_rule_that_follows_ways_judges_and_nothing_else_changes(tmp_path: Path) -> None:
    without = TWO_FAMILIES + SHORT_CUT.replace(
        "  - {from: S4, to: vault-work/V5, kind: promotion, pay: band}\n", ""
    ).replace("  - {from: P4, to: vault-work/V6, kind: promotion, pay: band}\n", "")
    frameworks = linked(TWO_FAMILIES + SHORT_CUT, tmp_path / "one"), linked(without, tmp_path / "two")
    one, two = (seen(framework, "public") for framework in frameworks)
    assert one._replace(parity=two.parity) == two
    assert {rule: lacking_in(one, rule) for rule in FOLLOWING_WAYS} == dict.fromkeys(FOLLOWING_WAYS, HIDDEN)
    differing = {
        row.rule
        for row, other in zip(rows(one), rows(two), strict=True)
        if row != other and row.rule != "ceiling-parity"
    }
    assert differing <= set(FOLLOWING_WAYS)
    assert {lacking_in(seen(frameworks[0], "hr"), rule) for rule in FOLLOWING_WAYS} == {""}


def test_a_level_whose_only_way_on_is_hidden_is_not_called_stuck(tmp_path: Path) -> None:
    framework = linked(STUCK, tmp_path)
    hr, public = seen(framework, "hr"), seen(framework, "public")
    assert "V6" in repr(hr.levels)
    assert "V6" not in repr(public.levels)
    for view in (hr, public):
        assert "no way on" not in repr(view.parity)
    assert lacking_in(public, "dead-end-level") == HIDDEN


def test_a_family_whose_moves_are_all_seen_is_judged_whole(tmp_path: Path) -> None:
    seen_whole = redact(linked(TWO_FAMILIES, tmp_path / "one"), "public")
    assert (seen_whole.partly_hidden, seen_whole.hidden_ways) == ({"vault"}, frozenset())
    cut = redact(linked(TWO_FAMILIES + SHORT_CUT, tmp_path / "two"), "public")
    assert (cut.partly_hidden, cut.hidden_ways) == ({"vault"}, {"engineering"})


def rows(view: View) -> list[ParityRow]:
    return [row for group in view.parity.groups for row in group.rows]


def lacking_in(view: View, rule: str, family: str = "engineering") -> str:
    (row,) = (row for row in rows(view) if row.rule == rule)
    return next(cell.lacking for cell in row.cells if cell.family and cell.family.id == family)


def ways(view: View) -> list[tuple]:
    found = [row for group in view.parity.groups for row in group.rows]
    return [way.stations for row in found for cell in row.cells for detail in cell.details for way in detail.ways]
