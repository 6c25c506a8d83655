"""What a side of a family has written about its levels, as running text in the framework's language."""

from __future__ import annotations

import re
from typing import NamedTuple

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
    """One text of a level, how many words it has, and where it stands."""

    text: str
    words: int
    place: Place


def passages(case: Case, side: str) -> list[Passage]:
    """The summaries, statements and duties of one side, "A" or "M"; tracks that another family tells are left out.

    Placeholders are left out too, so they change no figure.
    """
    members = case.facts.management if side == "M" else case.facts.others
    here = {track.id for track in tracks_judged_here(case)}
    locale = case.framework.locale
    found = []
    for level in [level for track in members if track.id in here for level in track.levels]:
        if level.summary and is_written(level.summary):
            found.append(_passage(level.summary.in_language(locale), level.at("summary")))
        statements = zip(case.content.said(level).statements, case.content.lengths(level), strict=True)
        found += [Passage(one.text.in_language(locale), length, one.place) for one, length in statements]
        duties = enumerate(level.duties)
        found += [_passage(duty.in_language(locale), level.at("duties", at)) for at, duty in duties if is_written(duty)]
    return found


def _passage(text: str, place: Place) -> Passage:
    return Passage(text, len(text.split()), place)


def sentence_lengths(text: str, words: int | None = None) -> list[int]:
    """The number of words in each sentence; ``words`` is that of the whole text, where it is known."""
    text = text.strip()
    inside = text[:-1]
    if not ("." in inside or "!" in inside or "?" in inside or "…" in inside or "\n" in inside):
        return [len(text.split()) if words is None else words] if text else []  # nearly every statement is one sentence
    text = _SHORT.sub(r"\1", text)
    return [len(sentence.split()) for sentence in _END.split(text) if sentence and not sentence.isspace()]
