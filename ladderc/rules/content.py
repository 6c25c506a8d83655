"""What the levels of a family say, read once for all rules: placeholders set aside, what they build on counted in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any, NamedTuple

from ladderc.model.framework import Framework
from ladderc.model.level import Level, Statement
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.likeness import Words, words_of
from ladderc.rules.placeholders import is_written
from ladderc.rules.vocabulary import Look, Vocabulary

_NOTHING: tuple[Statement, ...] = ()


class Said(NamedTuple):
    """What one level says itself: its statements without placeholders, and the dimensions that it speaks to.

    It speaks to a dimension with a statement or a rating.
    """

    statements: tuple[Statement, ...]
    under: dict[str, tuple[Statement, ...]]
    dimensions: frozenset[str]


class Content:
    """What the levels that one family's rules ask about say; the rules share it, and it goes when they are done.

    Whatever is asked for twice is worked out once: each answer follows from the framework alone.
    """

    def __init__(self, framework: Framework, tracks: tuple[Track, ...]) -> None:
        """``tracks`` are the family's own, whose texts may be looked through."""
        self.worked_out: dict[tuple[Callable[..., Any], str], Any] = {}  # what `Case.once` keeps, by family
        self._framework = framework
        self._tracks = tracks
        self._said: dict[str, Said] = {}
        self._spoken: dict[str, frozenset[str]] = {}
        self._words: dict[str, tuple[Words, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._prose: dict[str, list[Text]] = {}
        self._saying: dict[Callable[[str], Look], dict[str, set[Text]]] = {}
        self._vocabulary: Vocabulary | None = None

    def said(self, level: Level) -> Said:
        """What the level itself says."""
        found = self._said.get(level.key)
        if found is None:
            found = self._said[level.key] = _said(level)
        return found

    def under(self, level: Level, dimension: str) -> tuple[Statement, ...]:
        """The level's own statements under a dimension, without placeholders."""
        return self.said(level).under.get(dimension, _NOTHING)

    def words(self, level: Level) -> tuple[Words, ...]:
        """The words of each of the level's statements, in the framework's language."""
        found = self._words.get(level.key)
        if found is None:
            locale = self._framework.locale
            found = tuple([words_of(one.text, locale) for one in self.said(level).statements])
            self._words[level.key] = found
        return found

    def lengths(self, level: Level) -> tuple[int, ...]:
        """How many words each of the level's statements has, in the framework's language."""
        found = self._lengths.get(level.key)
        if found is None:
            locale = self._framework.locale
            found = tuple([len(one.text.in_language(locale).split()) for one in self.said(level).statements])
            self._lengths[level.key] = found
        return found

    def asked_too(self, level: Level) -> tuple[Level, ...]:
        """The level, and those whose expectations hold for it as well.

        These are the levels it ``builds_on``, and every lower one of a track whose statements are ``cumulative``.
        """
        framework = self._framework
        if not level.builds_on and framework.tracks[level.track].statements != "cumulative":
            return (level,)
        found: dict[str, Level] = {}
        waiting = [level]
        while waiting:
            one = waiting.pop()
            if one.key in found:
                continue
            found[one.key] = one
            if one.builds_on and one.builds_on in framework.levels:
                waiting.append(framework.levels[one.builds_on])
            track = framework.tracks[one.track]
            if track.statements == "cumulative":
                waiting += track.levels[: track.levels.index(one)]
        return tuple(found.values())

    def spoken_to(self, level: Level) -> frozenset[str]:
        """The dimensions that the level speaks to, itself or through what it builds on."""
        found = self._spoken.get(level.key)
        if found is None:
            levels = self.asked_too(level)
            several = [self.said(one).dimensions for one in levels]
            found = several[0] if len(several) == 1 else frozenset[str]().union(*several)
            self._spoken[level.key] = found
        return found

    def prose(self, level: Level) -> list[Text]:
        """The texts of a level but its title: what it is, what it asks, how one comes to it."""
        found = self._prose.get(level.key)
        if found is None:
            found = self._prose[level.key] = _prose(level)
        return found

    def saying(self, look: Callable[[str], Look]) -> Mapping[str, Set[Text]]:
        """The texts that may say what a rule looks for, by the key of the level of the family that has them.

        Every other text certainly does not; most need not be read more closely than that.
        """
        found = self._saying.get(look)
        if found is None:
            if self._vocabulary is None:
                texts = (
                    (level.key, text) for track in self._tracks for level in track.levels for text in self.prose(level)
                )
                self._vocabulary = Vocabulary(texts, self._framework.locale)
            found = self._saying[look] = self._vocabulary.saying(look)
        return found


def _said(level: Level) -> Said:
    under: dict[str, tuple[Statement, ...]] = {}
    everything: tuple[Statement, ...] = ()
    spoken = []
    for name, expectation in level.expectations.items():
        written = tuple([statement for statement in expectation.statements if is_written(statement.text)])
        under[name] = written
        everything += written
        if written or expectation.rating is not None:
            spoken.append(name)
    return Said(everything, under, frozenset(spoken))


def _prose(level: Level) -> list[Text]:
    texts = [level.summary] if level.summary else []
    texts += [one.text for expectation in level.expectations.values() for one in expectation.statements]
    for metric in level.metrics:
        texts += [text for text in (metric.name, metric.target, metric.source) if text]
    texts += level.duties
    promotion = level.promotion
    if promotion:
        texts += (*promotion.nomination, *promotion.evidence, *promotion.panel)
        texts += [promotion.approver] if promotion.approver else []
        texts += [one.text for one in promotion.requires if one.text is not None]
    return texts
