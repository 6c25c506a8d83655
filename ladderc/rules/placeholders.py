"""Texts that stand where a text is still to be written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ladderc.model.text import Text

_MARK = re.compile(r"(?<![^\W_])(TODO|TBD|TBC|FIXME)(?![^\W_])")
"""Marks that authors leave for themselves; only in capitals, since `todo` is a word in Spanish."""

_PUNCTUATION = re.compile(r"[\s\-–—_.…,;:!?*#/\\|~'\"“”„’()\[\]<>{}]+")

_STAND_INS = frozenset(
    """
    todo|tbd|tbc|tba|fixme|wip|xxx|n a|na|placeholder|text|text here|your text here|insert text here|description
    to be defined|to be decided|to be confirmed|to be completed|to be written|to do|to follow|coming soon|pending
    fill in|fill me in|lorem ipsum|lorem ipsum dolor sit amet
    folgt|folgt noch|noch offen|noch zu definieren|noch zu klären|wird ergänzt|wird noch ergänzt|in arbeit
    à définir|a definir|à compléter|à venir|en cours
    por definir|por completar|pendiente|da definire|da completare|in arrivo
    nog te bepalen|nog in te vullen|volgt|volgt nog
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
)

_FIRST_WORDS = frozenset(words.split()[0] for words in _STAND_INS)

_LONGEST = 2 * max(map(len, _STAND_INS))
"""No stand-in is longer than this, the punctuation around it included."""


def is_placeholder(text: Text | None) -> bool:
    """Whether the text, in any language it is written in, only stands in for one.

    A text that is not there is no placeholder; one that is empty is.
    """
    if text is None:
        return False
    for _, words in text.by_language:  # no generator: a large framework asks this half a million times
        if _stands_in(words):
            return True
    return not text.by_language


def surely_written(texts: Sequence[Text]) -> bool:
    """Whether none of the texts is a placeholder, as far as a look at all of them at once can tell; else ask for each."""
    words = [text.by_language[0][1] for text in texts if len(text.by_language) == 1]
    together = "\n".join(words)
    if "TODO" in together or "TBD" in together or "TBC" in together or "FIXME" in together:
        return False
    return (
        len(words) == len(texts)
        and min(map(len, words), default=0) > _LONGEST
        and "".join([one[0] for one in words]).isalnum()
    )


def is_written(text: Text | None) -> bool:
    """Whether there is a text, and it says something."""
    return text is not None and not is_placeholder(text)


def quoted(text: Text) -> str:
    """The placeholder as it was written, for a message: ``“TODO”``, or ``an empty text``."""
    words = next((words for words in text.all if _stands_in(words)), "").strip()
    words = " ".join(words.split())
    if not words:
        return "an empty text"
    return f"“{words if len(words) <= 40 else words[:39].rstrip() + '…'}”"


def _stands_in(words: str) -> bool:
    # Plain searches first: they settle nearly every text, and a framework has tens of thousands.
    marked = "TODO" in words or "TBD" in words or "TBC" in words or "FIXME" in words
    if marked and _MARK.search(words):
        return True
    if len(words) > _LONGEST and words[:1].isalnum():
        return False
    first = words.split(None, 1)[:1]
    if first and first[0].isalnum() and first[0].casefold() not in _FIRST_WORDS:
        return False
    bare = _PUNCTUATION.sub(" ", words).strip().casefold()
    return not bare or bare in _STAND_INS
