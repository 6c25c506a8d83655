"""The steps up on a level's page: what it takes to come here, and where the next level says what it takes and pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.marks import Marks
from ladderc.render.site.prose import html
from ladderc.view.level import LevelView, PromotionView
from ladderc.wording.texts import Texts


class Reached(NamedTuple):
    """Where the next level's page says what it takes and pays; a text is empty where it says nothing."""

    promotion_href: Markup
    promotion: str
    pay_href: Markup
    pay: str


class Fact(NamedTuple):
    """A name and what is said of it, as a short list."""

    name: str
    said: tuple[Markup, ...]


def promotion(step: PromotionView, t: Texts) -> Iterator[Fact]:
    """What is written of the step into the level, in the order in which it happens."""
    for key, prose in (
        ("promotion_basis", (step.basis,)),
        ("promotion_months", (step.months,)),
        ("promotion_requires", step.requires),
        ("promotion_nomination", step.nomination),
        ("promotion_evidence", step.evidence),
        ("promotion_panel", step.panel),
        ("promotion_approver", (step.approver,)),
    ):
        items = tuple(html(text) for text in prose if text)
        if items:
            yield Fact(t[key], items)


def reached(each: LevelView, levels: Mapping[str, LevelView], marks: Marks, t: Texts) -> Iterator[Reached]:
    """What every next level takes and pays, as far as it is written and may be seen."""
    for target in (levels[comparison.target.key] for comparison in each.comparisons):
        page, asked = pages.level(target.ref.key), ""
        if step := target.promotion:
            written = {"evidence": step.evidence, "panel": step.panel, "months": step.months}
            parts = ", ".join(t[f"reach_{name}"] for name, said in written.items() if said)
            asked = t.say("reach_parts" if parts else "reach", level=target.ref.id, parts=parts)
        yield Reached(
            marks.address(page, "promotion"),
            asked,
            marks.address(page, "pay"),
            t.say("reach_pay", level=target.ref.id) if target.pay else "",
        )
