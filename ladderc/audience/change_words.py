"""The sentence about a change as pages print it: the text itself stands whole below, and a level's page names itself."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.model.change import Change, Wording
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.text import plain
from ladderc.review.naming import named, shown
from ladderc.rules.phrases import level_name
from ladderc.wording.change_texts import LEVEL_SENTENCES

_UNCUT = 100_000


class Said(NamedTuple):
    """A sentence, and the texts before and after that stand below it."""

    message: str
    wordings: tuple[Wording, ...]


def said(change: Change, after: Framework) -> Said:
    """The change without a quotation that its texts repeat, and without texts that the sentence quotes whole."""
    message = change.message
    below = []
    for wording in _in_language(change.wordings, after.locale):
        quoted = [shown(plain(text), after) for text in (wording.before, wording.after) if text]
        whole = [shown(plain(text), after, _UNCUT) for text in (wording.before, wording.after) if text]
        cited = next((one for one in quoted if f": {one}" in message), None)
        if cited:
            message = message.replace(f": {cited}", "", 1)
            below.append(wording)
        elif not all(one in message for one in whole):
            below.append(wording)
    return Said(message, tuple(below))


def at_level(message: str, level: Level, after: Framework, kind: str) -> str:
    """A sentence about one level as the level's own page says it."""
    if kind in LEVEL_SENTENCES:
        return LEVEL_SENTENCES[kind]
    for name in (named(after, level), level_name(level), level.id):
        if message.startswith(f"{name} "):
            return f"This level{message.removeprefix(name)}"
        if f"”, {name}." in message:  # under “Craft”, S5 Staff Engineer (Specialist).
            return message.replace(f"”, {name}.", "”.", 1)
        if f" {name} " in message or f" {name}." in message:
            return message.replace(f" {name}", " this level", 1)
    return message


def _in_language(wordings: tuple[Wording, ...], locale: str) -> tuple[Wording, ...]:
    """Those in the language of the pages; where only others changed, those, with their language."""
    ours = tuple(one._replace(language="") for one in wordings if one.language in ("", locale, locale.split("-")[0]))
    return ours or wordings
