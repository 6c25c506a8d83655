"""What a side of a family has written about its levels, as running text in the framework's language."""

from __future__ import annotations

import re
from typing import NamedTuple

from ladderc.model.level import Level
from ladderc.rules.base import Case
from ladderc.rules.placeholders import is_written
from ladderc.rules.shared_tracks import tracks_judged_here
from ladderc.rules.tokens import count_words
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
    place: Place


class Length(NamedTuple):
    """How much running text there is."""

    words: int
    sentences: int


def passages(case: Case, side: str) -> list[Passage]:
    """The summaries, statements and duties of one side, "A" or "M"; tracks that another family tells are left out.

    Placeholders are left out too, so they change no figure.
    """
    locale = case.framework.locale
    found = []
    for level in _levels(case, side):
        if level.summary and is_written(level.summary):
            found.append(Passage(level.summary.in_language(locale), level.at("summary")))
        found += [Passage(one.text.in_language(locale), one.place) for one in case.content.said(level).statements]
        duties = enumerate(level.duties)
        found += [Passage(duty.in_language(locale), level.at("duties", at)) for at, duty in duties if is_written(duty)]
    return found


def length(case: Case, side: str) -> Length:
    """How long the passages of a side are, all together."""
    locale = case.framework.locale
    words = sentences = 0
    for level in _levels(case, side):
        others = [text.in_language(locale) for text in (level.summary, *level.duties) if text and is_written(text)]
        texts = [one.text.in_language(locale) for one in case.content.said(level).statements] + others
        if _one_sentence_each(texts):
            words += case.content.length(level) + sum([count_words(text) for text in others])
            sentences += len(texts)
        else:
            lengths = [length for text in texts for length in sentence_lengths(text)]
            words += sum(lengths)
            sentences += len(lengths)
    return Length(words, sentences)


def _levels(case: Case, side: str) -> list[Level]:
    members = case.facts.management if side == "M" else case.facts.others
    here = {track.id for track in tracks_judged_here(case)}
    return [level for track in members if track.id in here for level in track.levels]


def _one_sentence_each(texts: list[str]) -> bool:
    """Whether no text surely has more or less than one sentence; looked up in all of them at once."""
    together = "\0".join(texts)
    if "!" in together or "?" in together or "…" in together or "\n" in together:
        return False
    last = "".join([text[-1:] for text in texts])  # a full stop there ends the only sentence
    return together.count(".") == last.count(".") and len(last) == len(texts) and last.split() == [last]


def sentence_lengths(text: str) -> list[int]:
    """The number of words in each sentence."""
    text = text.strip()
    inside = text[:-1]
    if not ("." in inside or "!" in inside or "?" in inside or "…" in inside or "\n" in inside):
        return [count_words(text)] if text else []  # nearly every statement is one sentence
    text = _SHORT.sub(r"\1", text)
    return [len(sentence.split()) for sentence in _END.split(text) if sentence and not sentence.isspace()]
