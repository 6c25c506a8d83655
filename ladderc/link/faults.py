"""The findings of one linking, and which files lost something from the model because of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ladderc.finding import Edit, Finding, Related
from ladderc.link.explained import FAULTS
from ladderc.sources.enough import MOST, last
from ladderc.span import Place


class Faults:
    """Collects what is wrong while the stages run; ``lossy`` maps each file that lost a part to the cause's file."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.lossy: dict[str, str] = {}
        self._folded: dict[tuple[str, str], int] = {}
        self._told: dict[str, int] = {}

    def enough(self, file: str) -> bool:
        """Whether so many mistakes of a file are told that no further one will be."""
        return self._told.get(file, 0) >= MOST

    def report(
        self,
        rule: str,
        message: str,
        place: Place,
        related: tuple[Related, ...] = (),
        fixes: tuple[Edit, ...] = (),
        loses: bool = True,
    ) -> None:
        """A mistake; ``loses`` when something had to be left out of the model because of it."""
        if loses:
            self.lose(place.file, place.file)
        if self.enough(place.file):
            return
        self._told[place.file] = self._told.get(place.file, 0) + 1
        found = Finding(rule, FAULTS[rule].severity, message, place, related=related, fixes=fixes)
        self.findings.append(last(found) if self.enough(place.file) else found)

    def fold(self, rule: str, topic: str, message: str, place: Place, again: str) -> None:
        """A mistake that is one however often it shows: the first place tells it, the others are related to it."""
        self.lose(place.file, place.file)
        known = self._folded.get((rule, topic))
        if known is None:
            if not self.enough(place.file):
                self._folded[rule, topic] = len(self.findings)
                self.report(rule, message, place)
            return
        first = self.findings[known]
        if len(first.related) < MOST:
            more = f"{again}, as it does further on" if len(first.related) == MOST - 1 else again
            self.findings[known] = first._replace(related=(*first.related, Related(place, more)))

    @contextmanager
    def without_loss(self) -> Iterator[None]:
        """What is reported inside is answered for by whoever asks: no file counts as having lost a part."""
        before = dict(self.lossy)
        yield
        self.lossy = before

    def lose(self, file: str, cause: str) -> None:
        """``file`` lost a part because of a mistake in ``cause`` (which may be itself)."""
        self.lossy.setdefault(file, cause)
