"""One change ready to print: its sentence, old and new text, amounts before and after, and the levels it reaches."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site.marks import LevelMark, Marks
from ladderc.render.site.prose import html, literal, plain
from ladderc.view.history import ChangeView, Figures, Reworded
from ladderc.wording.texts import Texts

_MOST_LEVELS = 6
"""Beyond as many the levels are counted: a row of buttons that nobody reads is in the way of the next change."""


class Words(NamedTuple):
    """Old and new text.

    ``row`` is the newer text with what went struck out in it; empty where the two stand one below the other,
    or one of them is all there is. ``language`` is set where it is not that of the page.
    """

    language: Markup
    row: Markup
    before: Markup
    after: Markup
    before_plain: str
    after_plain: str


class Told(NamedTuple):
    """One change; ``impact`` is a class of the style sheet and ``word`` says the same, empty for a neutral one.

    ``folded`` where a reader opens the table of amounts.
    """

    message: Markup
    impact: str
    word: str
    reason: Markup
    words: tuple[Words, ...]
    figures: Figures | None
    folded: bool
    levels: tuple[LevelMark, ...]
    reach: str


def told(change: ChangeView, marks: Marks, t: Texts) -> Told:
    """The change as the page of ``marks`` prints it."""
    many = len(change.levels) > _MOST_LEVELS
    return Told(
        html(change.message),
        change.impact,
        t[f"impact_{change.impact}"] if change.impact != "neutral" else "",
        literal(change.reason) if change.impact in ("worse", "unclear") else Markup(),
        tuple(_words(one) for one in change.wordings),
        change.figures,
        change.figures is not None and len(change.figures.rows) > 1,
        () if many else tuple(marks.level(level) for level in change.levels),
        t.say("changes_reach_many", count=len(change.levels)) if many else "",
    )


def _words(text: Reworded) -> Words:
    marks = {"gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>"), "same": ("", "")}
    row = Markup("").join(
        Markup(marks[piece.fate][0]) + literal(piece.text) + Markup(marks[piece.fate][1]) for piece in text.pieces
    )
    return Words(
        literal(text.language),
        row if text.patchwork else Markup(),
        html(text.before),
        html(text.after),
        plain(text.before),
        plain(text.after),
    )
