"""What a side of a family has written about its levels, as running text in the framework's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.rules.base import Case
from ladderc.rules.placeholders import is_written
from ladderc.rules.shared_tracks import tracks_judged_here
from ladderc.span import Place

_SHORT = re.compile(
    r"\b(approx|art|bijv|bzw|ca|dr|ecc|ej|etc|evtl|excl|ggf|incl|inkl|max|min|mr|mrs|ms|nr|no|p\.ex|st|usw|vgl|vs)\.",
    re.IGNORECASE,
)
_END = re.compile(r"(?<!\b\w)[.!?…]+[\"”»’')\]]*(?:\s+|$)|\n\s*(?:\n|[-*•])\s*")
"""The end of a sentence: not after a single letter ("e.g."), and also where a paragraph or an item of a list ends."""


class Passage(NamedTuple):
    """One text of a level, and where it stands."""

    text: str
    level: Level
    place: Place


def passages(case: Case, side: str) -> list[Passage]:
    """The summaries, statements and duties of one side, "A" or "M"; tracks that another family tells are left out.

    Placeholders are left out too, so they change no figure.
    """
    members = case.facts.management if side == "M" else case.facts.others
    here = {track.id for track in tracks_judged_here(case)}
    locale = case.framework.locale
    return [
        Passage(text.in_language(locale), level, place)
        for track in members
        if track.id in here
        for level in track.levels
        for text, place in _texts(level)
        if is_written(text)
    ]


def _texts(level: Level) -> Iterator[tuple[Text, Place]]:
    if level.summary:
        yield level.summary, level.at("summary")
    for expectation in level.expectations.values():
        for statement in expectation.statements:
            yield statement.text, statement.place
    for position, duty in enumerate(level.duties):
        yield duty, level.at("duties", position)


def sentence_lengths(text: str) -> list[int]:
    """The number of words in each sentence."""
    text = text.strip()
    inside = text[:-1]
    if not any(mark in inside for mark in ".!?…\n"):
        return [len(text.split())] if text else []  # nearly every statement is one sentence
    text = _SHORT.sub(r"\1", text)
    return [len(sentence.split()) for sentence in _END.split(text) if sentence and not sentence.isspace()]
