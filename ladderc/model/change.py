"""What differs between two states of a framework, as typed changes with what each means for the people there."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Literal, NamedTuple

from ladderc.finding import Subject
from ladderc.span import Place

Impact = Literal["worse", "unclear", "better", "neutral"]
"""What a change means for the people at the levels it reaches, in the order in which a reader wants them."""

IMPACTS: tuple[Impact, ...] = ("worse", "unclear", "better", "neutral")


class Amount(NamedTuple):
    """One figure before and after; None where there was none. ``at`` says whose it is: a grade, a zone, a level.

    ``unit`` is a currency with its period, ``share``, ``rating``, ``months``, ``people``, ``factor``.
    """

    at: str
    field: str
    before: Decimal | None
    after: Decimal | None
    unit: str

    @property
    def growth(self) -> Decimal | None:
        """The rise as a share of what was there (0.31 for 31 %), negative for a fall; None where it has no meaning."""
        if not self.before or self.after is None:
            return None
        return (self.after - self.before) / self.before


class Wording(NamedTuple):
    """A text before and after, in one language (empty where none was named); empty where there was none."""

    language: str
    before: str
    after: str


class Change(NamedTuple):
    """One change, at the place where it is defined.

    ``kind`` is a name of ``review.kinds``. ``subjects`` are ids as they are now (as they were, for what is gone);
    ``thing`` tells two changes of one kind and subject apart: a dimension, a field, a statement; ids and positions only.
    ``message`` is one sentence for a person; ``message_without_pay`` replaces it where pay may not be shown: it is
    set where ``pay`` is true, and where the author's words, which are left out then, are for HR alone.
    ``place`` is in the older framework where ``gone`` is true. ``reaches`` are keys of the levels that the change
    holds for, ``unchanged`` those of their counterparts that stay as they were, where that matters.
    ``effective`` is the ISO date from which a change of pay holds, empty for everything else.
    """

    kind: str
    subjects: tuple[Subject, ...]
    message: str
    place: Place
    impact: Impact
    reason: str
    thing: str = ""
    gone: bool = False
    wordings: tuple[Wording, ...] = ()
    amounts: tuple[Amount, ...] = ()
    reaches: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    effective: str = ""
    pay: bool = False
    message_without_pay: str = ""

    @property
    def fingerprint(self) -> str:
        """16 hex digits for an acknowledgement: never made of figures or text, as with findings.

        The order of files and levels does not count. One more level reached makes another change of it: whoever
        stood by the change has not looked at that level.
        """
        parts = [self.kind, self.thing, self.effective]
        parts += sorted("/".join(part or "" for part in subject) for subject in self.subjects)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


class RatioMoved(NamedTuple):
    """A figure of parity between two sides that is not what it was.

    ``before`` and ``after`` are shares of 1 (0.97 for 97 %), None where it could not be worked out then.
    ``effective`` is the ISO date from which it holds, empty for today. ``from_pay`` where it is made of pay.
    """

    rule: str
    name: str
    subjects: tuple[Subject, ...]
    before: Decimal | None
    after: Decimal | None
    limit: Decimal | None
    effective: str
    from_pay: bool

    @property
    def widened(self) -> bool:
        """Whether the two sides stand further apart than before."""
        if self.before is None or self.after is None:
            return False
        return abs(self.after - 1) > abs(self.before - 1)
