"""What the levels of a family say, read once for all rules: placeholders set aside, what they build on counted in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from decimal import Decimal
from typing import Any, NamedTuple

from ladderc.model.framework import Framework
from ladderc.model.level import Level, Statement
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.likeness import Words, words_of
from ladderc.rules.placeholders import is_written, surely_written
from ladderc.rules.ratings import ratings
from ladderc.rules.tokens import count_words
from ladderc.rules.vocabulary import Look, Vocabulary
from ladderc.rules.word_sets import Cut, by_language

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
        self._ratings: dict[str, dict[str, Decimal]] = {}
        self._cut: dict[str, dict[str, Cut]] = {}
        self._words: dict[str, Sequence[Words]] = {}
        self._length: dict[str, int] = {}
        self._prose: dict[str, list[Text]] = {}
        self._saying: dict[Callable[[str], Look], dict[str, set[Text]]] = {}
        self._vocabulary: Vocabulary | None = None

    def said(self, level: Level) -> Said:
        """What the level itself says."""
        found = self._said.get(level.key)
        if found is None:
            found = self._said[level.key] = _said(level)
        return found

    def ratings(self, level: Level) -> dict[str, Decimal]:
        """The level's own ratings, by dimension."""
        found = self._ratings.get(level.key)
        if found is None:
            found = self._ratings[level.key] = ratings(level)
        return found

    def under(self, level: Level, dimension: str) -> tuple[Statement, ...]:
        """The level's own statements under a dimension, without placeholders."""
        return self.said(level).under.get(dimension, _NOTHING)

    def words(self, level: Level) -> Sequence[Words]:
        """The words of each of the level's statements, in the framework's language."""
        found = self._words.get(level.key)
        if found is None:
            found = self._words[level.key] = self._words_of(level)
        return found

    def words_together(self, level: Level) -> Words:
        """All words of the level's statements; there may be more, of its other texts."""
        cuts = self.cut(level)
        if len(cuts) == 1:
            return next(iter(cuts.values())).together
        return frozenset[str]().union(*self.words(level))

    def length(self, level: Level) -> int:
        """How many words the level's statements have, in the framework's language."""
        found = self._length.get(level.key)
        if found is None:
            locale = self._framework.locale
            texts = [one.text.in_language(locale) for one in self.said(level).statements]
            found = self._length[level.key] = count_words(" ".join(texts))
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

    def cut(self, level: Level) -> dict[str, Cut]:
        """Its prose cut into words, by language."""
        found = self._cut.get(level.key)
        if found is None:
            found = self._cut[level.key] = by_language(self.prose(level))
        return found

    def _words_of(self, level: Level) -> Sequence[Words]:
        statements = self.said(level).statements
        cuts = tuple(self.cut(level).values())
        first = 1 if level.summary else 0
        every = sum([len(expectation.statements) for expectation in level.expectations.values()])
        if len(cuts) == 1 and len(cuts[0].texts) == len(self.prose(level)) and len(statements) == every:
            return cuts[0].words[first : first + every]  # the prose has them all, next to each other
        locale = self._framework.locale
        return [words_of(one.text, locale) for one in statements]

    def saying(self, look: Callable[[str], Look]) -> Mapping[str, Set[Text]]:
        """The texts that may say what a rule looks for, by the key of the level of the family that has them.

        Every other text certainly does not; most need not be read more closely than that.
        """
        found = self._saying.get(look)
        if found is None:
            if self._vocabulary is None:
                levels = [level for track in self._tracks for level in track.levels]
                self._vocabulary = Vocabulary(
                    [(level.key, self.cut(level)) for level in levels], self._framework.locale
                )
            found = self._saying[look] = self._vocabulary.saying(look)
        return found


def _said(level: Level) -> Said:
    under: dict[str, tuple[Statement, ...]] = {}
    everything: tuple[Statement, ...] = ()
    spoken = []
    asked = level.expectations
    all_written = surely_written([one.text for expectation in asked.values() for one in expectation.statements])
    for name, expectation in asked.items():
        written = expectation.statements
        if not all_written:
            written = tuple([statement for statement in written if is_written(statement.text)])
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
