"""Changes of the languages in which a framework is written: one entry a language, however many texts it has."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Subject
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.model.text import Text
from ladderc.review.naming import change
from ladderc.review.pairing import Pairing


def changes(pairing: Pairing) -> Iterator[Change]:
    """Languages in which something is written now and nothing was before, and the other way round."""
    after = pairing.after
    was, is_ = _languages(pairing.before), _languages(after)
    for tag in sorted(is_ - was):
        message = f"The framework is written in `{tag}` now, too."
        yield change("language-added", Subject(), message, after.place, thing=tag)
    for tag in sorted(was - is_):
        message = f"The framework is not written in `{tag}` any more."
        yield change("language-removed", Subject(), message, after.place, thing=tag)


def _languages(framework: Framework) -> set[str]:
    """The languages that texts name; a text that names none is in that of the framework."""
    own = framework.locale.split("-")[0]
    return {tag or own for text in _texts(framework) for tag, _ in text.by_language}


def _texts(framework: Framework) -> Iterator[Text]:
    """What people read first and most: names, titles, summaries and statements."""
    yield framework.name
    for lists in (framework.dimensions, framework.families):
        yield from (one.name for one in lists.values())
    yield from (track.name for track in framework.tracks.values())
    for level in framework.levels.values():
        yield level.title
        if level.summary:
            yield level.summary
        for expectation in level.expectations.values():
            yield from (statement.text for statement in expectation.statements)
