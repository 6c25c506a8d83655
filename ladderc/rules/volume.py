"""How much a level says: its statements and their words, placeholders set aside."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.model.level import Level
from ladderc.rules.content import Content
from ladderc.wording.numbers import counted


class Volume(NamedTuple):
    """A count of statements and of the words in them; halves where it is the middle of two."""

    statements: int | Decimal
    words: int | Decimal

    def below(self, other: Volume, share: Fraction, least: int) -> bool:
        """Whether both counts are under that share of the other's, and the statements differ by ``least`` at least."""
        return (
            other.statements - self.statements >= least  # most end here, before the slower fractions
            and Fraction(self.statements) < share * Fraction(other.statements)
            and Fraction(self.words) < share * Fraction(other.words)
        )

    def told(self, locale: str) -> str:
        """Both counts, for a message: ``4 statements in 61 words``."""
        return f"{counted(self.statements, 'statements', locale)} in {counted(self.words, 'words', locale)}"


def written(content: Content, level: Level) -> Volume:
    """What the level itself says."""
    return Volume(len(content.said(level).statements), content.length(level))


def asked(content: Content, level: Level, own: Volume) -> Volume:
    """What the level asks for in all, with what it builds on; ``own`` is what it says itself."""
    levels = content.asked_too(level)
    if len(levels) == 1:
        return own
    parts = [written(content, one) for one in levels]
    return Volume(sum(part.statements for part in parts), sum(part.words for part in parts))


def middle(volumes: Sequence[Volume]) -> Volume:
    """The median of the statements and that of the words."""
    return Volume(_median([one.statements for one in volumes]), _median([one.words for one in volumes]))


def _median(counts: Sequence[int | Decimal]) -> int | Decimal:
    rising = sorted(counts)
    lower, upper = rising[(len(rising) - 1) // 2], rising[len(rising) // 2]
    return lower if lower == upper else (Decimal(lower) + Decimal(upper)) / 2
